package plast.paper.psrnn;

import static plast.paper.psrnn.Arm.trials;
import static plast.paper.psrnn.Arm.wiring;

import java.util.ArrayList;
import java.util.List;
import plast.experiment.ConditionBuilder.Named;

/**
 * The conditions of the reference study: psRNN presets, backpropagation baselines, rivals, controls and variants. All
 * numbers but those written here come from the presets.
 */
final class ReferenceConditions {
  static final List<String> TASKS = List.of("dms", "pwm", "cdm", "ff3");

  static final String SPARSE = "ps-sparse", UNBOUNDED = "ps-unbounded", GAIN_13 = "ps-g1.3";
  static final String BP_TUNED = "bp-tuned", BP_SGD = "bp-tuned-sgd", BP_13 = "bp-g1.3", BP_08 = "bp-g0.8",
      BP_OWN = "bp-own";
  static final String FROZEN = "frozen", PERMUTED = "sparse-perm-fixed";
  static final String FIXED_UNBOUNDED = "fixed-unbounded", FIXED_SPARSE = "fixed-sparse";

  private static final String RULE = "plasticity.rule.name", DECAY = "plasticity.rule.decay",
      ETA = "plasticity.hebbianRate", THETA = "plasticity.threshold.value", MODE = "plasticity.mode",
      UPDATES = "plasticity.updates", GAIN = "network.initialisation.gain", RATE = "training.optimiser.learningRate";

  private ReferenceConditions() {}

  /** The arms of a task; {@code quick}: the presets, the baselines, and the two controls that matter most. */
  static List<Arm> of(String task, boolean quick) {
    List<Arm> arms = new ArrayList<>(core(task));
    if (quick) {
      if (!task.equals("dms")) return arms;
      arms.addAll(List.of(permuted(), fixed(), preh(20)));
      return arms;
    }
    if (!tunedIsOwn(task)) {
      arms.add(trials(BP_OWN, "BP at the psRNN's settings", c -> c.preset(BP_08).set(RATE, 0.01)));
    }
    arms.add(fixed());
    arms.add(trials(FIXED_SPARSE, "no switching, sparse", c -> c.preset(SPARSE).set(MODE, "fixed")));
    if (task.equals("ff3")) {
      arms.add(trials("unbounded-theta0.125", "unbounded, θ 0.125", c -> c.preset(UNBOUNDED).set(THETA, 0.125)));
    }
    if (!task.equals("dms")) return arms;
    arms.add(permuted());
    arms.addAll(variants());
    arms.addAll(controls());
    arms.addAll(windows());
    arms.addAll(optimisers());
    arms.addAll(textbook());
    return arms;
  }

  /** Whether tuning backpropagation ended at the gain and learning rate of the psRNN presets. */
  static boolean tunedIsOwn(String task) {
    return task.equals("pwm") || task.equals("ff3");
  }

  private static List<Arm> core(String task) {
    List<Arm> arms = new ArrayList<>(List.of(
        wiring(SPARSE, "psRNN sparse", c -> c.preset(SPARSE)),
        wiring(UNBOUNDED, "psRNN unbounded", c -> c.preset(UNBOUNDED)),
        trials(GAIN_13, "psRNN gain 1.3", c -> c.preset(GAIN_13)),
        wiring(BP_TUNED, "BP tuned (Adam)", c -> c.preset(BP_TUNED)),
        trials(BP_13, "BP gain 1.3", c -> c.preset(BP_13)),
        trials(BP_08, "BP gain 0.8", c -> c.preset(BP_08).set(RATE, 0.005)),
        trials(FROZEN, "weak synapses frozen", c -> c.preset(FROZEN))));
    if (task.equals("dms")) arms.add(4, trials(BP_SGD, "BP tuned (SGD)", c -> c.preset(BP_SGD)));
    return arms;
  }

  private static Arm permuted() {
    return trials(PERMUTED, "sparse, Hebb permuted once", c -> c.preset(SPARSE).set(RULE, "perm-fixed"));
  }

  private static Arm fixed() {
    return trials(FIXED_UNBOUNDED, "no switching, unbounded", c -> c.preset(UNBOUNDED).set(MODE, "fixed"));
  }

  private static Arm preh(int n) {
    return trials("preh" + n, "psRNN for " + n + " updates, then BP",
        c -> c.preset(UNBOUNDED).set(MODE, "preh").set(UPDATES, n).set(RATE, 0.005));
  }

  private static List<Arm> variants() {
    return List.of(
        trials("unbounded-g0.5", "unbounded from gain 0.5", c -> c.preset(UNBOUNDED).set(GAIN, 0.5)),
        trials("sparse-lambda0.1", "sparse, λ 0.1", c -> c.preset(SPARSE).set(DECAY, 0.1)),
        trials("sparse-hysteresis", "sparse, θ↓ = θ/2",
            c -> c.preset(SPARSE).set("plasticity.threshold.up", 0.2).set("plasticity.threshold.down", 0.1)),
        trials("unbounded-theta0.05", "unbounded, θ 0.05", c -> c.preset(UNBOUNDED).set(THETA, 0.05)),
        trials("unbounded-theta0.4", "unbounded, θ 0.4", c -> c.preset(UNBOUNDED).set(THETA, 0.4)),
        trials("unbounded-accum4", "unbounded, 4 gradients per update",
            c -> c.preset(UNBOUNDED).set(MODE, "accum").set("plasticity.parts", 4)),
        trials("sparse-accum4", "sparse, 4 gradients per update",
            c -> c.preset(SPARSE).set(MODE, "accum").set("plasticity.parts", 4)),
        trials("sparse-moments-zero", "sparse, moments fed zeros",
            c -> c.preset(SPARSE).set("training.optimiser.moments", "zero")),
        trials("sparse-moments-per", "sparse, moments per synapse",
            c -> c.preset(SPARSE).set("training.optimiser.moments", "per")));
  }

  private static List<Arm> controls() {
    return List.of(
        trials("frozen-g0.8", "weak frozen, gain 0.8", c -> c.preset(FROZEN).set(GAIN, 0.8)),
        trials("noise", "random walk",
            c -> c.preset(UNBOUNDED).set(RULE, "noise").set(ETA, 0.01)),
        trials("unbounded-perm", "unbounded, Hebb permuted anew", c -> c.preset(UNBOUNDED).set(RULE, "perm")),
        trials("unbounded-uniform", "unbounded, uniform growth", c -> c.preset(UNBOUNDED).set(RULE, "uniform")),
        trials("sparse-perm", "sparse, Hebb permuted anew", c -> c.preset(SPARSE).set(RULE, "perm")),
        trials("sparse-uniform", "sparse, uniform growth", c -> c.preset(SPARSE).set(RULE, "uniform")),
        trials("hebb-all-unbounded", "Hebb alone, unbounded", c -> c.preset(UNBOUNDED).set(MODE, "hebb_all")),
        trials("hebb-all-sparse", "Hebb alone, sparse", c -> c.preset(SPARSE).set(MODE, "hebb_all")),
        trials("both", "Hebb and BP everywhere", c -> c.preset(UNBOUNDED).set(MODE, "both")));
  }

  /** When the rule acts: before backpropagation, or only at first. */
  private static List<Arm> windows() {
    List<Arm> arms = new ArrayList<>();
    for (int n : Mechanisms.WINDOWS) {
      arms.add(preh(n));
      arms.add(trials("hstop" + n + "-unbounded", "unbounded, Hebb stops after " + n,
          c -> c.preset(UNBOUNDED).set(MODE, "hstop").set(UPDATES, n)));
      arms.add(trials("hstop" + n + "-sparse", "sparse, Hebb stops after " + n,
          c -> c.preset(SPARSE).set(MODE, "hstop").set(UPDATES, n)));
    }
    return arms;
  }

  private static List<Arm> optimisers() {
    return List.of(
        trials("unbounded-sgd", "unbounded, SGD", c -> sgd(c.preset(UNBOUNDED))),
        trials("sparse-sgd", "sparse, SGD", c -> sgd(c.preset(SPARSE))),
        trials("frozen-sgd", "weak frozen, SGD", c -> sgd(c.preset(FROZEN))));
  }

  private static Named sgd(Named condition) {
    return condition.set("training.optimiser.name", "sgd").set("training.optimiser.momentum", 0.9).set(RATE, 0.06);
  }

  /** The unsigned product, at a rate that destroys learning and at one that is harmless. */
  private static List<Arm> textbook() {
    return List.of(
        trials("hebb-3e-3", "textbook Hebb, η 3e-3", c -> hebb(c, "hebb", 3e-3)),
        trials("hebb-1e-4", "textbook Hebb, η 1e-4", c -> hebb(c, "hebb", 1e-4)),
        trials("frozen-hebb", "weak frozen, setting of textbook Hebb", c -> hebb(c, "none", 0)));
  }

  private static Named hebb(Named condition, String rule, double eta) {
    return condition.preset(GAIN_13).set(RULE, rule).set(DECAY, 0).set(ETA, eta);
  }
}
