package plast.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import plast.experiment.ValueType.Choice;
import plast.experiment.ValueType.Count;
import plast.experiment.ValueType.Duration;
import plast.experiment.ValueType.Names;
import plast.experiment.ValueType.Real;
import plast.experiment.ValueType.Switch;
import plast.learn.Condition;
import plast.learn.OptimiserSettings;
import plast.learn.PlasticitySettings;
import plast.learn.TrainingSettings;
import plast.math.Activation;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.Precision;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;

/**
 * Every key of a condition, once. The checker, the command line's {@code key=value}, the resolved file, the JSON Schema
 * and the table in {@code docs/experiment.md} all come from this list.
 */
public final class ExperimentKeys {
  /** The largest network an experiment may ask for. */
  public static final int MOST_UNITS = 4096;

  /** The weak rule as equations. */
  static final String WEAK = "plasticity.rule.equations";
  /** The strong rule as equations. */
  static final String STRONG = "plasticity.strong.equations";
  /** What says nothing beside {@link #WEAK}. */
  static final List<String> OF_NAMED_RULES =
      List.of("plasticity.rule.name", "plasticity.rule.decay", "plasticity.hebbianRate");

  private static final List<Key> ALL = List.of(
      key("network.units", new Count(1, MOST_UNITS), "64", "number of units N", c -> (long) c.network().units()),
      key("network.activation", Choice.of("activation", Activation.class), "tanh",
          "transfer function φ from state to rate", c -> c.network().activation()),
      key("network.dt", new Duration(false), "", "time step; the task's own by default", c -> c.network().dt()),
      key("network.tau", new Duration(false), "",
          "membrane time constant, at least dt; the task's own by default", c -> c.network().tau()),
      key("network.leak", Choice.of("leak", Leak.class), "state",
          "what leaks with dt/tau: the membrane state or the rate", c -> c.network().leak()),
      key("network.recurrentNoise", Real.atLeast(0), "0", "σ of the noise in the state", c -> c.network().recurrentNoise()),
      key("network.autapses", new Switch(), "true", "whether a unit may connect to itself", c -> c.network().autapses()),
      key("network.precision", Choice.of("precision", Precision.class), "float",
          "arithmetic of activity and gradients", c -> c.network().precision()),
      key("network.initialisation.kind", Choice.of("initialisation", Initialisation.Kind.class), "gaussian",
          "distribution of the first weights; uniform is U(±1/√N) for every weight and bias",
          c -> c.network().initialisation().kind()),
      key("network.initialisation.gain", Real.between(0, 100), "0.8",
          "multiplies the recurrent weights; Gaussian entries have sd gain/√N", c -> c.network().initialisation().gain()),
      key("network.initialisation.inputGain", Real.between(0, 100), "1", "multiplies the input weights",
          c -> c.network().initialisation().inputGain()),
      key("network.initialisation.inhibitory", Real.between(0, 1), "0",
          "share of units whose outgoing weights are all negative (Dale's law); 0 for mixed signs",
          c -> c.network().initialisation().inhibitory()),

      key("plasticity.mode", Choice.of("mode", PlasticitySettings.Mode.class, m -> m.name().toLowerCase(Locale.ROOT)),
          "ps", "which synapse follows which rule", c -> c.plasticity().mode()),
      key("plasticity.rule.name", Choice.of("rule", WeakRule.Form.class, WeakRule.Form::label), "grow-cov",
          "rule of weak synapses, see `plast rules`", c -> c.plasticity().namedRule().form()),
      key(WEAK, new RuleValue(), "", "the rule of weak synapses as equations, in place of name, decay and hebbianRate",
          c -> Optional.of(c.plasticity().rule()).filter(WrittenRule.class::isInstance)),
      key("plasticity.rule.decay", Real.atLeast(0), "0.2", "λ in H = … − λ·w", c -> c.plasticity().namedRule().decay()),
      key(STRONG, new RuleValue(), "", "the rule of strong synapses as equations, in place of the optimiser",
          c -> c.plasticity().strongRule()),
      key("plasticity.hebbianRate", Real.atLeast(0), "0.3", "η of the weak rule, Δw = η·H per update",
          c -> c.plasticity().hebbianRate()),
      key("plasticity.threshold.unit", Choice.of("threshold unit", Threshold.Unit.class), "absolute",
          "what the thresholds are multiples of; quantile is of |W| before training",
          c -> c.plasticity().threshold().unit()),
      key("plasticity.threshold.up", threshold(), "0.2", "θ↑: a weak synapse becomes strong at |w| ≥ θ↑",
          c -> c.plasticity().threshold().up()),
      key("plasticity.threshold.down", threshold(), "0.2", "θ↓ ≤ θ↑: a strong synapse becomes weak at |w| < θ↓; θ↑ by default",
          c -> c.plasticity().threshold().down()),
      key("plasticity.projections", new Names("projection"), "[recurrent]",
          "projections that switch; the others follow backpropagation", c -> c.plasticity().projections()),
      key("plasticity.application", Choice.of("application", PlasticitySettings.Application.class), "direct",
          "whether H moves the weights itself or takes the gradient's place in the optimiser",
          c -> c.plasticity().application()),
      key("plasticity.updates", new Count(0, Integer.MAX_VALUE), "0", "n of the modes preh and hstop",
          c -> (long) c.plasticity().updates()),
      key("plasticity.parts", new Count(1, 4096), "1", "K of the mode accum; at most the batch",
          c -> (long) c.plasticity().parts()),

      key("training.batch", new Count(1, 65_536), "16", "trials per update", c -> (long) c.training().batch()),
      key("training.trials", new Count(1, Long.MAX_VALUE), "", "cap on the trials of one network; per task by default",
          c -> c.training().trials()),
      key("training.clip", new Real(0, false, Double.POSITIVE_INFINITY), "1", "global norm to which the gradient is clipped",
          c -> c.training().clip()),
      key("training.optimiser.name", Choice.of("optimiser", OptimiserSettings.Name.class), "adam",
          "rule of strong synapses and of everything that does not switch", c -> c.training().optimiser().name()),
      key("training.optimiser.learningRate", Real.atLeast(0), "0.01", "step size",
          c -> c.training().optimiser().learningRate()),
      key("training.optimiser.momentum", Real.between(0, 1), "0.9", "v ← momentum·v + g, sgd only",
          c -> c.training().optimiser().momentum()),
      key("training.optimiser.beta1", new Real(0, true, Math.nextDown(1.0)), "0.9", "decay of Adam's first moment, below 1",
          c -> c.training().optimiser().beta1()),
      key("training.optimiser.beta2", new Real(0, true, Math.nextDown(1.0)), "0.999", "decay of Adam's second moment, below 1",
          c -> c.training().optimiser().beta2()),
      key("training.optimiser.epsilon", Real.above(0), "1e-8", "Adam's ε", c -> c.training().optimiser().epsilon()),
      key("training.optimiser.moments",
          Choice.of("treatment of moments", OptimiserSettings.Moments.class, ExperimentKeys::label), "all",
          "optimiser state of a weak synapse: sees the gradient, sees zeros, or stands still",
          c -> c.training().optimiser().moments()),
      key("training.evaluate.every", new Count(1, Integer.MAX_VALUE), "4", "updates between evaluations",
          c -> (long) c.training().evaluateEvery()),
      key("training.evaluate.trials", new Count(1, 1_000_000), "132", "held-out trials per evaluation",
          c -> (long) c.training().evaluationTrials()),
      key("training.evaluate.batches", new Count(1, 10_000), "3", "draws of the timing among them",
          c -> (long) c.training().evaluationBatches()),
      key("training.after", Choice.of("ending", TrainingSettings.After.class), "stop",
          "at the criterion: stop, continue to the cap, or to continueFor × the trials so far", c -> c.training().after()),
      key("training.continueFor", new Real(1, true, 1e6), "10", "the factor of after: continue-factor",
          c -> c.training().continueFor()),
      key("record.weights", new Count(0, Integer.MAX_VALUE), "0", "evaluations between stored weights; 0 for none",
          c -> (long) c.training().recordWeightsEvery()));

  private static final Map<String, Key> BY_PATH = index();

  private ExperimentKeys() {}

  /** All of them in the order in which files are written; the task's keys, which depend on it, excepted. */
  public static List<Key> all() {
    return ALL;
  }

  /** The key at {@code path}. */
  public static Optional<Key> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /** The names that may stand in {@code section} of a condition, sections included; not those that the user chooses. */
  public static Set<String> namesIn(String section) {
    Set<String> names = ownNamesIn(section);
    if (!section.isEmpty()) names.addAll(NetworkKeys.namesIn(section));
    names.remove("*");
    return names;
  }

  /** Those of them that belong to {@link #all}. */
  static Set<String> ownNamesIn(String section) {
    Set<String> names = new LinkedHashSet<>();
    String prefix = section.isEmpty() ? "" : section + ".";
    for (Key key : ALL) {
      if (!key.path().startsWith(prefix)) continue;
      String rest = key.path().substring(prefix.length());
      int dot = rest.indexOf('.');
      names.add(dot < 0 ? rest : rest.substring(0, dot));
    }
    if (section.equals("plasticity.threshold")) names.add("value");
    if (equations(section).isPresent()) names.addAll(CombinationReader.FORMS.keySet());
    return names;
  }

  /** The key of the equations of {@code section}, where rules may be put together as well. */
  static Optional<String> equations(String section) {
    return Optional.ofNullable(switch (section) {
      case "plasticity.rule" -> WEAK;
      case "plasticity.strong" -> STRONG;
      default -> null;
    });
  }

  /** The key that {@code text} in place of a section stands for: a text with '=' is equations, not a name. */
  public static Optional<String> shorthand(String section, String text) {
    boolean equations = section.equals("plasticity.rule") && text.contains("=");
    return equations ? Optional.of(WEAK) : shorthand(section);
  }

  /** The key that a word in place of a section stands for, {@code rule: hebb} for {@code rule: {name: hebb}}. */
  public static Optional<String> shorthand(String section) {
    return Optional.ofNullable(switch (section) {
      case "task" -> "task.name";
      case "plasticity.rule" -> "plasticity.rule.name";
      case "plasticity.strong" -> STRONG;
      case "plasticity.threshold" -> "plasticity.threshold.value";
      case "training.optimiser" -> "training.optimiser.name";
      case "network.initialisation" -> "network.initialisation.kind";
      default -> null;
    });
  }

  static Real threshold() {
    return new Real(0, true, Double.POSITIVE_INFINITY);
  }

  private static String label(OptimiserSettings.Moments moments) {
    return switch (moments) {
      case ALL -> "all";
      case ZERO -> "zero";
      case PER_SYNAPSE -> "per";
    };
  }

  private static Key key(String path, ValueType type, String standard, String doc, Function<Condition, Object> of) {
    return new Key(path, type, standard, doc, of);
  }

  private static Map<String, Key> index() {
    Map<String, Key> index = new LinkedHashMap<>();
    for (Key key : ALL) index.put(key.path(), key);
    return index;
  }
}
