package plast.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import plast.io.ConfigException;
import plast.io.Problem;
import plast.io.YamlText;

/** An experiment in the making, with the words and the checks of an experiment file. Used by one thread. */
public final class ExperimentBuilder extends ConditionBuilder<ExperimentBuilder> {
  private final String name;
  private final Map<String, Object> top = new LinkedHashMap<>();
  private final Map<String, Object> conditions = new LinkedHashMap<>();

  ExperimentBuilder(String name) {
    this.name = name;
    top.put("name", name);
  }

  /** The seed from which all random numbers are derived. */
  public ExperimentBuilder seed(long seed) {
    top.put("seed", seed);
    return this;
  }

  /** Networks per condition, numbered from 1. */
  public ExperimentBuilder seeds(int count) {
    top.put("seeds", count);
    return this;
  }

  /** Networks trained at a time; 0 for as many as there are processors. */
  public ExperimentBuilder threads(int threads) {
    top.put("threads", threads);
    return this;
  }

  /** One more arm: the base with a preset and changes on top. */
  public ExperimentBuilder condition(String name, UnaryOperator<ConditionBuilder.Named> settings) {
    conditions.put(name, settings.apply(new ConditionBuilder.Named()).values());
    return this;
  }

  /** One more arm: the base with the preset of the same name on top. */
  public ExperimentBuilder condition(String preset) {
    return condition(preset, c -> c.preset(preset));
  }

  /**
   * The experiment.
   *
   * @throws ConfigException listing everything that is wrong
   */
  public Experiment build() {
    Map<String, Object> root = new LinkedHashMap<>(top);
    root.putAll(values());
    if (!conditions.isEmpty()) root.put("conditions", conditions);
    ExperimentFile.Checked checked = ExperimentFile.checkText(name, YamlText.of(root), Path.of(""), List.of());
    if (checked.problems().isEmpty()) return checked.orThrow();
    // Lines and columns are those of text that nobody has seen.
    throw new ConfigException(name, checked.problems().stream()
        .map(p -> new Problem(0, 0, p.key(), p.message(), p.suggestion())).toList());
  }
}
