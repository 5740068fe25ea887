package plast.paper.psrnn;

import plast.figure.Palette;

/** One colour per condition in all figures, and what kind of condition each is. */
final class Labels {
  static final Palette PALETTE = Palette.of("psRNN sparse", "psRNN unbounded", "BP tuned (Adam)", "BP gain 0.8",
      "weak synapses frozen", "psRNN gain 1.3", "before training", "BP gain 1.3", "BP tuned (SGD)",
      "sparse, Hebb permuted once");

  private Labels() {}

  static String group(String arm) {
    if (arm.startsWith("bp-")) return "backpropagation";
    if (arm.startsWith("ps-") || arm.startsWith("unbounded-g") || arm.startsWith("sparse-lambda")
        || arm.startsWith("sparse-h") || arm.contains("-moments-") || arm.contains("-theta") || arm.contains("-accum")
        || arm.endsWith("-sgd") && !arm.startsWith("frozen")) {
      return "psRNN and variants";
    }
    return "control";
  }
}
