package plast.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.experiment.TuneSettings.Range;
import plast.learn.Condition;
import plast.learn.PlasticitySettings.Mode;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rule.WeakRule;

/** The configurations that a search tries for a condition: its own first, then random ones. */
final class Configurations {
  private Configurations() {}

  /**
   * One configuration.
   *
   * @param condition named like the condition it comes from, with its number after a dot
   * @param changes   the keys that the search has set, as text
   */
  record Configuration(Condition condition, Map<String, String> changes) {}

  static List<Configuration> of(Condition condition, TuneSettings tune, Seed seed) {
    Map<String, Range> space = space(condition, tune);
    Map<String, String> own = ResolvedFile.flat(condition);
    List<Configuration> all = new ArrayList<>();
    for (int k = 0; k < tune.budget(); k++) {
      Map<String, String> changes = new LinkedHashMap<>();
      if (k > 0) {
        for (var entry : space.entrySet()) {
          RandomStream random = seed.stream("tune " + condition.name() + " " + entry.getKey(), k);
          changes.put(entry.getKey(), draw(entry.getValue(), random));
        }
      }
      Map<String, String> settings = new LinkedHashMap<>(own);
      settings.putAll(changes);
      String name = condition.name() + "." + String.format("%03d", k);
      all.add(new Configuration(Settings.ofFlat(settings).condition(name), changes));
    }
    return all;
  }

  private static String draw(Range range, RandomStream random) {
    return switch (range) {
      case Range.Choice choice -> choice.values().get(random.nextInt(choice.values().size()));
      case Range.Linear linear -> Numbers.format(random.uniform(linear.low(), linear.high()));
      case Range.Logarithmic log ->
          Numbers.format(Math.exp(random.uniform(Math.log(log.low()), Math.log(log.high()))));
    };
  }

  /** The file's space where it gives one; keys of the weak rule are searched in conditions that use it alone. */
  static Map<String, Range> space(Condition condition, TuneSettings tune) {
    Map<String, Range> space = new LinkedHashMap<>(tune.space().isEmpty() ? standard(condition) : tune.space());
    if (condition.plasticity().mode() == Mode.BP) space.keySet().removeIf(path -> path.startsWith("plasticity."));
    return space;
  }

  /** Every condition is searched over learning rate, gain and optimiser, since each moves the trials a lot. */
  private static Map<String, Range> standard(Condition condition) {
    Map<String, Range> space = new LinkedHashMap<>();
    space.put("training.optimiser.learningRate", new Range.Logarithmic(1e-3, 0.1));
    space.put("network.initialisation.gain", new Range.Logarithmic(0.5, 2.5));
    space.put("training.optimiser.name", new Range.Choice(List.of("adam", "sgd")));
    double theta = condition.plasticity().threshold().up();
    if (theta > 0 && Double.isFinite(theta)) space.put("plasticity.threshold.value", around(theta, 2));
    WeakRule.Form form = condition.plasticity().namedRule().form();
    if (form == WeakRule.Form.NONE) return space;
    double rate = condition.plasticity().hebbianRate(), decay = condition.plasticity().namedRule().decay();
    if (rate > 0) space.put("plasticity.hebbianRate", around(rate, 3));
    space.put("plasticity.rule.decay", decay > 0 ? around(decay, 3) : new Range.Choice(List.of("0", "0.1", "0.2", "0.4")));
    return space;
  }

  private static Range around(double centre, double factor) {
    return new Range.Logarithmic(centre / factor, centre * factor);
  }
}
