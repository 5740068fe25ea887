package plast.figure;

import java.util.List;

/**
 * Colours of numbers: dark blue to yellow (viridis, even in lightness and safe for colour blindness), white to dark
 * blue where nothing should leave the paper white, or blue over white to vermilion for values on both sides of zero.
 *
 * @param stops colours at equal steps from the low to the high end, as 0xRRGGBB
 */
record ColourRamp(Scale scale, Range range, List<Integer> stops) {
  private static final List<Integer> VIRIDIS = List.of(0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80,
      0x5EC962, 0xADDC30, 0xFDE725);
  private static final List<Integer> BLUES = List.of(0xFFFFFF, 0x9CC9E3, 0x3F93C5, 0x0A5E93, 0x04304D);
  private static final List<Integer> DIVERGING = List.of(0x0072B2, 0x7FB8D8, 0xFFFFFF, 0xEAAE7F, 0xD55E00);

  /** The ramp over {@code values}; around zero when they or the axis' own ends lie on both sides of it. */
  static ColourRamp over(Axis axis, double[][] values) {
    return of(axis, values, VIRIDIS);
  }

  /** The ramp over activity, which is zero most of the time. */
  static ColourRamp onWhite(double[][] values) {
    return of(Axis.linear(""), values, BLUES);
  }

  private static ColourRamp of(Axis axis, double[][] values, List<Integer> oneSided) {
    Range range = Range.EMPTY;
    for (double[] row : values) {
      range = range.over(axis.scale(), row);
    }
    boolean bothSides = axis.scale() == Scale.LINEAR
        && (range.low() < 0 && range.high() > 0 || axis.min() < 0 && axis.min() == -axis.max());
    double reach = Math.max(-range.low(), range.high());
    Range ends = (bothSides ? new Range(-reach, reach) : range).fitted(axis, 0);
    return new ColourRamp(axis.scale(), ends, bothSides ? DIVERGING : oneSided);
  }

  String colour(double value) {
    if (!scale.shows(value)) {
      return Theme.NO_VALUE;
    }
    double low = scale.position(range.low());
    return at((scale.position(range.clamp(value)) - low) / (scale.position(range.high()) - low));
  }

  /** The colour at {@code share} of the way, 0 to 1. */
  String at(double share) {
    double place = Math.clamp(share, 0, 1) * (stops.size() - 1);
    int below = Math.min((int) place, stops.size() - 2);
    return mixed(stops.get(below), stops.get(below + 1), place - below);
  }

  private static String mixed(int first, int second, double share) {
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = first >> shift & 0xFF;
      int b = second >> shift & 0xFF;
      colour |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return String.format("#%06X", colour);
  }

  /** Black or white, whichever is read more easily on {@code colour}. */
  static String inkOn(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    double light = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    return light > 125 ? Theme.INK : Theme.PAPER;
  }
}
