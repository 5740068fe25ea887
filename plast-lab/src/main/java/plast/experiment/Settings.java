package plast.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plast.learn.Condition;
import plast.learn.OptimiserSettings;
import plast.learn.PlasticitySettings;
import plast.learn.TrainingSettings;
import plast.math.Activation;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rate.WrittenNetwork;
import plast.rule.SynapticRule;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;

/** Values by key path: one layer of a condition, or all its layers laid over each other. Immutable. */
record Settings(Map<String, Setting> byPath) {
  static final Settings NONE = new Settings(Map.of());

  Settings {
    byPath = new LinkedHashMap<>(byPath);
  }

  /**
   * The settings of a condition as {@link ResolvedFile#flat} writes them.
   *
   * @throws IllegalArgumentException when a key or a value is not one
   */
  static Settings ofFlat(Map<String, String> flat) {
    Map<String, Setting> values = new LinkedHashMap<>();
    flat.forEach((path, text) -> {
      if (path.equals("plasticity.threshold.value")) {
        values.put("plasticity.threshold.up", setting(path, ExperimentKeys.threshold(), text));
        values.put("plasticity.threshold.down", setting(path, ExperimentKeys.threshold(), text));
      } else if (path.equals("task.name")) {
        values.put(path, new Setting(text, Place.NOWHERE));
      } else {
        values.put(path, setting(path, type(path, flat.get("task.name")), text));
      }
    });
    return new Settings(values);
  }

  private static ValueType type(String path, @Nullable String task) {
    if (!path.startsWith("task.") || task == null) {
      return ExperimentKeys.at(path).map(Key::type).or(() -> NetworkKeys.at(path).map(NetworkKeys.NetworkKey::type))
          .orElseThrow(() -> new IllegalArgumentException("unknown key '" + path + "'"));
    }
    return TaskNames.find(task).stream().flatMap(family -> family.options().stream())
        .filter(option -> path.equals("task." + option.name())).findFirst().map(TaskValue::new)
        .orElseThrow(() -> new IllegalArgumentException("task " + task + " has no option '" + path + "'"));
  }

  private static Setting setting(String path, ValueType type, String text) {
    return switch (type.read(text)) {
      case ValueType.Value value -> new Setting(value.value(), Place.NOWHERE);
      case ValueType.Wrong wrong -> throw new IllegalArgumentException(path + " " + wrong.message());
    };
  }

  /** These values, with those of {@code above} in place of them where both have one. */
  Settings under(Settings above) {
    Map<String, Setting> both = new LinkedHashMap<>(byPath);
    both.putAll(above.byPath);
    // A rule's name above takes the place of equations below.
    boolean named = above.has("plasticity.rule.name") && !above.has(ExperimentKeys.WEAK);
    if (named) both.remove(ExperimentKeys.WEAK);
    return new Settings(both);
  }

  /** With the options of another task removed: an option belongs to the task it was given for. */
  Settings withoutTaskOptions() {
    Map<String, Setting> rest = new LinkedHashMap<>(byPath);
    rest.keySet().removeIf(path -> path.startsWith("task.") && !path.equals("task.name"));
    return new Settings(rest);
  }

  Optional<Place> place(String path) {
    return Optional.ofNullable(byPath.get(path)).map(Setting::place);
  }

  boolean has(String path) {
    return byPath.containsKey(path);
  }

  /** The value given at {@code path}, or the key's standard value. */
  Object value(String path) {
    Setting given = byPath.get(path);
    if (given != null) return given.value();
    Key key = ExperimentKeys.at(path).orElseThrow(() -> new IllegalArgumentException("no key " + path));
    if (key.type().read(key.standard()) instanceof ValueType.Value standard) return standard.value();
    throw new IllegalStateException("key " + path + " needs a value: its standard one is '" + key.standard() + "'");
  }

  /** The value given at {@code path}, which must be there. */
  Object given(String path) {
    return Objects.requireNonNull(byPath.get(path), path).value();
  }

  private double number(String path) {
    return (Double) value(path);
  }

  private int count(String path) {
    return Math.toIntExact((Long) value(path));
  }

  String task() {
    return (String) Objects.requireNonNull(byPath.get("task.name"), "no task was given").value();
  }

  /** The task's options by name. */
  Map<String, double[]> taskOptions() {
    Map<String, double[]> options = new TreeMap<>();
    byPath.forEach((path, setting) -> {
      if (path.startsWith("task.") && !path.equals("task.name")) {
        options.put(path.substring("task.".length()), (double[]) setting.value());
      }
    });
    return options;
  }

  /** The condition that these values describe. */
  Condition condition(String name) {
    return new Condition(name, task(), taskOptions(), network(), plasticity(), training());
  }

  private NetworkSettings network() {
    Optional<WrittenNetwork> written = NetworkText.read(this);
    if (written.isPresent()) {
      return NetworkSettings.of(
          written.get(), number("network.dt"), number("network.tau"), (Precision) value("network.precision"));
    }
    Initialisation initialisation = new Initialisation(
        (Initialisation.Kind) value("network.initialisation.kind"),
        number("network.initialisation.gain"),
        number("network.initialisation.inputGain"),
        number("network.initialisation.inhibitory"));
    return new NetworkSettings(
        count("network.units"),
        (Activation) value("network.activation"),
        number("network.dt"),
        number("network.tau"),
        (Leak) value("network.leak"),
        number("network.recurrentNoise"),
        (Boolean) value("network.autapses"),
        (Precision) value("network.precision"),
        initialisation);
  }

  private PlasticitySettings plasticity() {
    Threshold threshold = new Threshold(
        (Threshold.Unit) value("plasticity.threshold.unit"),
        number("plasticity.threshold.up"),
        number("plasticity.threshold.down"));
    return new PlasticitySettings(
        (PlasticitySettings.Mode) value("plasticity.mode"),
        rule(ExperimentKeys.WEAK).<SynapticRule>map(written -> written).orElseGet(
            () -> new WeakRule((WeakRule.Form) value("plasticity.rule.name"), number("plasticity.rule.decay"))),
        rule(ExperimentKeys.STRONG),
        rules(NetworkKeys.RULES),
        rules(NetworkKeys.STRONG_RULES),
        number("plasticity.hebbianRate"),
        threshold,
        projections(),
        (PlasticitySettings.Application) value("plasticity.application"),
        count("plasticity.updates"),
        count("plasticity.parts"));
  }

  /** Those given; of a network of equations all between units when none are. */
  private Set<String> projections() {
    Optional<WrittenNetwork> written = NetworkText.read(this);
    // A preset names those of the built-in network.
    boolean chosen = place("plasticity.projections").filter(place -> !place.origin().startsWith("preset")).isPresent();
    if (written.isPresent() && !chosen) return new LinkedHashSet<>(written.get().recurrent());
    return ((Set<?>) value("plasticity.projections")).stream().map(String.class::cast)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The equations at {@code path}, where there are any. */
  Optional<WrittenRule> rule(String path) {
    return ((Optional<?>) value(path)).map(WrittenRule.class::cast);
  }

  /** The rules of single projections, by projection; {@code prefix} is what stands before it in the key. */
  Map<String, WrittenRule> rules(String prefix) {
    Map<String, WrittenRule> rules = new LinkedHashMap<>();
    byPath.forEach((path, setting) -> {
      if (!path.startsWith(prefix)) return;
      ((Optional<?>) setting.value()).ifPresent(rule -> rules.put(path.substring(prefix.length()), (WrittenRule) rule));
    });
    return rules;
  }

  private TrainingSettings training() {
    OptimiserSettings optimiser = new OptimiserSettings(
        (OptimiserSettings.Name) value("training.optimiser.name"),
        number("training.optimiser.learningRate"),
        number("training.optimiser.momentum"),
        number("training.optimiser.beta1"),
        number("training.optimiser.beta2"),
        number("training.optimiser.epsilon"),
        (OptimiserSettings.Moments) value("training.optimiser.moments"));
    return new TrainingSettings(
        count("training.batch"),
        (Long) value("training.trials"),
        optimiser,
        number("training.clip"),
        count("training.evaluate.every"),
        count("training.evaluate.trials"),
        count("training.evaluate.batches"),
        (TrainingSettings.After) value("training.after"),
        number("training.continueFor"),
        count("record.weights"));
  }
}
