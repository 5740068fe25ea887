package plast.paper.psrnn;

import static plast.paper.psrnn.Arm.trials;
import static plast.paper.psrnn.Arm.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import plast.experiment.ConditionBuilder.Named;

/**
 * The conditions of the atlas: the anti-Hebbian preset with its controls in ReLU networks of 100 and 50 units, and growth
 * from the default initialisation in tanh networks of 64, each beside typical and well-initialised backpropagation.
 */
final class AtlasConditions {
  static final List<String> TASKS = List.of("cdm-short", "dms-short", "pwm-short");
  static final String DEFAULT = "bp-default", FAST = "ps-default-fast", BP_13 = "bp-g1.3", BP_16 = "bp-g1.6";
  private static final int TANH_UNITS = 64;
  private static final String RULE = "plasticity.rule.name", DECAY = "plasticity.rule.decay",
      ETA = "plasticity.hebbianRate", RATE = "training.optimiser.learningRate";

  private AtlasConditions() {}

  /** The name of an arm at a network size: {@code ps-atlas-n100}. */
  static String sized(String name, int units) {
    return name + "-n" + units;
  }

  /** Trials after which training ends at this size. */
  static long cap(int units) {
    return units >= 100 ? 32_000 : 64_000;
  }

  /** ReLU networks whose structure is measured. */
  static List<Arm> rectified(int units) {
    String size = ", N " + units;
    UnaryOperator<Named> relu = c -> common(c, units).set("network.activation", "relu");
    return List.of(
        wiring(sized("ps-atlas", units), "psRNN anticov" + size, c -> relu.apply(c.preset("ps-atlas"))),
        wiring(sized(DEFAULT, units), "BP default init" + size, c -> relu.apply(c.preset(DEFAULT))),
        wiring(sized("frozen", units), "weak frozen" + size,
            c -> relu.apply(c.preset("ps-atlas")).set(RULE, "none").set(DECAY, 0).set(ETA, 0)),
        trials(sized("hebb", units), "textbook Hebb" + size,
            c -> relu.apply(c.preset("ps-atlas")).set(RULE, "hebb").set(ETA, 0.01).set(DECAY, 0.3)
                .set("plasticity.threshold.value", 1)),
        trials(sized(BP_13, units), "BP Gaussian gain 1.3" + size, c -> relu.apply(c.preset(BP_13)).set(RATE, 0.005)),
        trials(sized(BP_16, units), "BP Gaussian gain 1.6" + size, c -> relu.apply(c.preset(BP_16)).set(RATE, 0.002)));
  }

  /** Tanh networks: trials alone. */
  static List<Arm> growth() {
    UnaryOperator<Named> tanh = c -> common(c, TANH_UNITS).set("network.activation", "tanh");
    List<Arm> arms = new ArrayList<>();
    arms.add(trials(FAST, "psRNN growth, default init", c -> tanh.apply(c.preset(FAST))));
    arms.add(trials(DEFAULT, "BP default init", c -> tanh.apply(c.preset(DEFAULT))));
    arms.add(trials(BP_13, "BP Gaussian gain 1.3", c -> tanh.apply(c.preset(BP_13)).set(RATE, 0.005)));
    arms.add(trials(BP_16, "BP Gaussian gain 1.6", c -> tanh.apply(c.preset(BP_16)).set(RATE, 0.002)));
    arms.add(trials("hebb", "textbook Hebb",
        c -> tanh.apply(c.preset(FAST)).set(RULE, "hebb").set(ETA, 0.01).set(DECAY, 0.3)
            .set("plasticity.threshold.value", 1)));
    arms.add(trials("frozen", "weak frozen",
        c -> tanh.apply(c.preset(FAST)).set(RULE, "none").set(ETA, 0).set("plasticity.threshold.value", 1.35)));
    return arms;
  }

  private static Named common(Named condition, int units) {
    return condition.units(units).time(100, 100).batch(16).clip(1).trials(cap(units)).evaluate(8, 192, 8);
  }
}
