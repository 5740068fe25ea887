package plast.figure;

/** The scale of colours beside a panel. */
record ColourBar(String label, ColourRamp ramp) { }
