package plast.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plast.experiment.TuneSettings.Range;
import plast.io.YamlText;
import plast.learn.Condition;
import plast.task.TaskFamily;
import plast.task.TaskOption;

/** Writes an experiment as a file that says everything: what all conditions share first, then where they differ. */
public final class ResolvedFile {
  private ResolvedFile() {}

  /** A file that reads back as an equal experiment. */
  public static String text(Experiment experiment) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("name", experiment.name());
    root.put("seed", experiment.seed());
    root.put("seeds", experiment.seeds());
    root.put("threads", experiment.threads());
    root.put("checkpoint", Map.of("every", experiment.checkpoint().text()));
    List<Map<String, String>> all = experiment.conditions().stream().map(ResolvedFile::flat).toList();
    Map<String, String> shared = shared(all);
    shared.forEach((path, text) -> put(root, path, text));
    Map<String, Object> conditions = new LinkedHashMap<>();
    for (int k = 0; k < all.size(); k++) {
      Map<String, Object> own = new LinkedHashMap<>();
      all.get(k).forEach((path, text) -> {
        if (!shared.containsKey(path)) put(own, path, text);
      });
      conditions.put(experiment.conditions().get(k).name(), own);
    }
    root.put("conditions", conditions);
    experiment.tune().ifPresent(tune -> root.put("tune", tune(tune)));
    return YamlText.of(root);
  }

  /** Every key of a condition as text, the task's own among them. */
  public static Map<String, String> flat(Condition condition) {
    Map<String, String> flat = new LinkedHashMap<>();
    flat.put("task.name", condition.task());
    Optional<TaskFamily> family = TaskNames.find(condition.task());
    for (TaskOption option : family.map(TaskFamily::options).orElse(List.of())) {
      double[] given = condition.taskOptions().get(option.name());
      if (given != null) flat.put("task." + option.name(), new TaskValue(option).write(given));
    }
    for (Key key : ExperimentKeys.all()) flat.put(key.path(), key.type().write(key.of().apply(condition)));
    condition.network().written().ifPresent(written -> {
      flat.keySet().removeAll(NetworkKeys.OF_THE_BUILT_IN);
      flat.putAll(NetworkText.flat(written));
    });
    flat.remove("plasticity.projections", "[]");
    // Equations and the settings of a rule by its name exclude each other; empty equations say nothing.
    if (!flat.getOrDefault(ExperimentKeys.WEAK, "").isEmpty()) flat.keySet().removeAll(ExperimentKeys.OF_NAMED_RULES);
    for (String equations : List.of(ExperimentKeys.WEAK, ExperimentKeys.STRONG)) flat.remove(equations, "");
    condition.plasticity().rules().forEach((name, rule) -> flat.put(NetworkKeys.RULES + name, rule.equations()));
    condition.plasticity().strongRules()
        .forEach((name, rule) -> flat.put(NetworkKeys.STRONG_RULES + name, rule.equations()));
    return flat;
  }

  /** What all conditions have in common. Options belong to their task, so both are shared or neither. */
  static Map<String, String> shared(List<Map<String, String>> conditions) {
    Map<String, String> shared = new LinkedHashMap<>();
    boolean oneTask = conditions.stream().map(c -> c.get("task.name")).distinct().count() == 1;
    for (String path : conditions.getFirst().keySet()) {
      String text = conditions.getFirst().get(path);
      boolean same = conditions.stream().allMatch(c -> Objects.equals(c.get(path), text));
      boolean settled = !path.startsWith("task.") || oneTask;
      if (same && settled) shared.put(path, text);
    }
    // Thresholds and their unit are read together.
    List<String> threshold = List.of(
        "plasticity.threshold.unit", "plasticity.threshold.up", "plasticity.threshold.down");
    if (!shared.keySet().containsAll(threshold)) threshold.forEach(shared::remove);
    return shared;
  }

  private static void put(Map<String, Object> root, String path, String text) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      root.put(path, value(text));
      return;
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> inner =
        (Map<String, Object>) root.computeIfAbsent(path.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
    put(inner, path.substring(dot + 1), text);
  }

  private static Object value(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      List<Object> items = new ArrayList<>();
      for (String item : text.substring(1, text.length() - 1).split(", ")) items.add(value(item));
      return items;
    }
    if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
    double number = Numbers.parse(text);
    return Double.isNaN(number) ? text : number;
  }

  private static Map<String, Object> tune(TuneSettings tune) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("budget", tune.budget());
    section.put("seeds", tune.seeds());
    Map<String, Object> space = new LinkedHashMap<>();
    tune.space().forEach((path, range) -> space.put(path, switch (range) {
      case Range.Logarithmic r -> interval(r.low(), r.high(), "logarithmic");
      case Range.Linear r -> interval(r.low(), r.high(), "linear");
      case Range.Choice r -> r.values().stream().map(ResolvedFile::value).toList();
    }));
    if (!space.isEmpty()) section.put("space", space);
    return section;
  }

  private static Map<String, Object> interval(double low, double high, String scale) {
    Map<String, Object> interval = new LinkedHashMap<>();
    interval.put("low", low);
    interval.put("high", high);
    interval.put("scale", scale);
    return interval;
  }
}
