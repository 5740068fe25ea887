package plast.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.learn.OptimiserSettings;
import plast.learn.PlasticitySettings;
import plast.learn.TrainingSettings;
import plast.math.Activation;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.Precision;
import plast.rate.WrittenNetwork;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;

/**
 * The settings of one condition or of the base, each method named like the key it sets. What is not set keeps the value of
 * the preset, or the standard value. Used by one thread.
 *
 * @param <B> the builder itself, so that calls can be chained
 */
public sealed class ConditionBuilder<B extends ConditionBuilder<B>> permits ExperimentBuilder, ConditionBuilder.Named {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** A condition inside an experiment. */
  public static final class Named extends ConditionBuilder<Named> {
    Named() {}
  }

  ConditionBuilder() {}

  /** Sets any key of an experiment file by its path, to a word, a number, a truth value or a list of them. */
  @SuppressWarnings("unchecked")
  public B set(String path, Object value) {
    values.put(path, value);
    return (B) this;
  }

  public B preset(String name) {
    return set("preset", name);
  }

  public B task(String name) {
    return set("task.name", name);
  }

  /** An option of the task; durations in ms. */
  public B taskOption(String name, double... values) {
    return set("task." + name, values.length == 1 ? values[0] : Arrays.stream(values).boxed().toList());
  }

  public B units(int units) {
    return set("network.units", units);
  }

  public B activation(Activation activation) {
    return choice("network.activation", activation);
  }

  /** Time step and membrane time constant, ms. */
  public B time(double dt, double tau) {
    return set("network.dt", dt + " ms").set("network.tau", tau + " ms");
  }

  public B leak(Leak leak) {
    return choice("network.leak", leak);
  }

  public B recurrentNoise(double sigma) {
    return set("network.recurrentNoise", sigma);
  }

  public B autapses(boolean allowed) {
    return set("network.autapses", allowed);
  }

  public B precision(Precision precision) {
    return choice("network.precision", precision);
  }

  public B initialisation(Initialisation start) {
    return choice("network.initialisation.kind", start.kind())
        .set("network.initialisation.gain", start.gain())
        .set("network.initialisation.inputGain", start.inputGain())
        .set("network.initialisation.inhibitory", start.inhibitory());
  }

  /** Populations and projections of equations, in place of the built-in network. */
  public B network(WrittenNetwork network) {
    B self = set("network.surrogate", "none");
    NetworkText.flat(network).forEach(self::set);
    return self;
  }

  public B mode(PlasticitySettings.Mode mode) {
    return choice("plasticity.mode", mode);
  }

  public B rule(WeakRule rule) {
    return choice("plasticity.rule.name", rule.form()).set("plasticity.rule.decay", rule.decay());
  }

  /** The rule of weak synapses as equations, see {@code docs/language.md}. */
  public B rule(WrittenRule rule) {
    return set(ExperimentKeys.WEAK, rule.equations());
  }

  /** The rule of strong synapses as equations, in place of the optimiser. */
  public B strongRule(WrittenRule rule) {
    return set(ExperimentKeys.STRONG, rule.equations());
  }

  /** The rule of weak synapses of one projection, in place of that of all. */
  public B rule(String projection, WrittenRule rule) {
    return set(NetworkKeys.RULES + projection, rule.equations());
  }

  /** The rule of strong synapses of one projection, in place of that of all. */
  public B strongRule(String projection, WrittenRule rule) {
    return set(NetworkKeys.STRONG_RULES + projection, rule.equations());
  }

  public B hebbianRate(double eta) {
    return set("plasticity.hebbianRate", eta);
  }

  public B threshold(Threshold threshold) {
    return choice("plasticity.threshold.unit", threshold.unit())
        .set("plasticity.threshold.up", threshold.up())
        .set("plasticity.threshold.down", threshold.down());
  }

  /** The projections that switch, by their names. */
  public B projections(String... names) {
    return set("plasticity.projections", List.of(names));
  }

  public B application(PlasticitySettings.Application application) {
    return choice("plasticity.application", application);
  }

  /** n of the modes preh and hstop. */
  public B updates(int updates) {
    return set("plasticity.updates", updates);
  }

  /** K of the mode accum. */
  public B parts(int parts) {
    return set("plasticity.parts", parts);
  }

  public B batch(int trials) {
    return set("training.batch", trials);
  }

  /** The cap on the trials of one network. */
  public B trials(long cap) {
    return set("training.trials", cap);
  }

  public B clip(double norm) {
    return set("training.clip", norm);
  }

  public B optimiser(OptimiserSettings optimiser) {
    return choice("training.optimiser.name", optimiser.name())
        .set("training.optimiser.learningRate", optimiser.learningRate())
        .set("training.optimiser.momentum", optimiser.momentum())
        .set("training.optimiser.beta1", optimiser.beta1())
        .set("training.optimiser.beta2", optimiser.beta2())
        .set("training.optimiser.epsilon", optimiser.epsilon())
        .choice("training.optimiser.moments", optimiser.moments());
  }

  /** Updates between evaluations, held-out trials of each, and draws of the timing among them. */
  public B evaluate(int every, int trials, int batches) {
    return set("training.evaluate.every", every)
        .set("training.evaluate.trials", trials)
        .set("training.evaluate.batches", batches);
  }

  public B after(TrainingSettings.After after) {
    return choice("training.after", after);
  }

  /** Evaluations between stored weights. */
  public B recordWeights(int every) {
    return set("record.weights", every);
  }

  Map<String, Object> values() {
    return values;
  }

  B choice(String path, Object constant) {
    return set(path, ExperimentKeys.at(path).orElseThrow().type().write(constant));
  }
}
