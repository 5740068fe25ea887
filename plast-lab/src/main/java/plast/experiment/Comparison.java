package plast.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plast.analyse.RatioComparison;
import plast.analyse.Statistics;
import plast.learn.PlasticitySettings.Mode;
import plast.math.Seed;

/**
 * Finished conditions side by side: their trials to criterion, the settings in which they differ, and for each task the
 * ratio of every condition to a reference, paired by seed.
 *
 * @param arms  the conditions
 * @param pairs the ratios
 */
public record Comparison(List<Arm> arms, List<Pair> pairs) {
  private static final int RESAMPLES = 10_000;
  private static final int FEWEST_PAIRS = 2;

  /**
   * A condition of a run.
   *
   * @param label  of the table: the condition, with the run where there are several
   * @param seed   the experiment's; only conditions of the same one are paired
   * @param result its networks
   */
  public record Arm(String label, long seed, ConditionResult result) {}

  /**
   * Trials of a to trials of b.
   *
   * @param bound    {@code ≤} when networks of b stopped at the cap, {@code ≥} when those of a did, {@code ~} when both
   *                 did, empty when none did
   * @param ratio    empty when no network of either reached the criterion: two caps have no ratio
   * @param pairs    shared seeds
   */
  public record Pair(String task, String a, String b, String bound, Optional<RatioComparison> ratio, int pairs) {}

  /**
   * Compares every arm with the reference of its task.
   *
   * @param against label of the reference; empty for the first backpropagation arm, or the first arm
   */
  public static Comparison of(List<Arm> arms, Optional<String> against) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, List<Arm>> byTask = new LinkedHashMap<>();
    for (Arm arm : arms) byTask.computeIfAbsent(arm.result().condition().task(), _ -> new ArrayList<>()).add(arm);
    byTask.forEach((_, ofTask) -> {
      Arm reference = reference(ofTask, against);
      for (Arm arm : ofTask) {
        if (arm != reference) pair(arm, reference).ifPresent(pairs::add);
      }
    });
    return new Comparison(arms, pairs);
  }

  private static Arm reference(List<Arm> arms, Optional<String> against) {
    return arms.stream()
        .filter(arm -> against.isPresent()
            ? arm.label().equals(against.get())
            : arm.result().condition().plasticity().mode() == Mode.BP)
        .findFirst()
        .orElse(arms.getFirst());
  }

  /** Trials of a to trials of b over the seeds that both have; empty when they are not paired. */
  public static Optional<Pair> pair(Arm a, Arm b) {
    if (a.seed() != b.seed()) return Optional.empty();
    List<SeedResult> left = new ArrayList<>(), right = new ArrayList<>();
    for (SeedResult seed : a.result().seeds()) {
      b.result().seeds().stream().filter(other -> other.seed() == seed.seed()).findFirst().ifPresent(other -> {
        left.add(seed);
        right.add(other);
      });
    }
    if (left.size() < FEWEST_PAIRS) return Optional.empty();
    boolean censoredA = left.stream().anyMatch(s -> s.trialsToCriterion().isEmpty());
    boolean censoredB = right.stream().anyMatch(s -> s.trialsToCriterion().isEmpty());
    boolean solved = left.stream().anyMatch(s -> s.trialsToCriterion().isPresent())
        || right.stream().anyMatch(s -> s.trialsToCriterion().isPresent());
    Optional<RatioComparison> ratio = solved
        ? Optional.of(Statistics.ratio(trials(left, a), trials(right, b), new Seed(a.seed()).stream("bootstrap"), RESAMPLES))
        : Optional.empty();
    String bound = censoredA && censoredB ? "~" : censoredA ? "≥" : censoredB ? "≤" : "";
    return Optional.of(
        new Pair(a.result().condition().task(), a.label(), b.label(), bound, ratio, left.size()));
  }

  private static double[] trials(List<SeedResult> seeds, Arm arm) {
    long cap = arm.result().condition().training().trials();
    return seeds.stream().mapToDouble(seed -> seed.censored(cap)).toArray();
  }

  /** By key, the values of all arms in their order, for the keys in which the arms differ; empty where an arm has none. */
  public Map<String, List<String>> differences() {
    List<Map<String, String>> flat = arms.stream().map(arm -> ResolvedFile.flat(arm.result().condition())).toList();
    Set<String> paths = new LinkedHashSet<>();
    flat.forEach(one -> paths.addAll(one.keySet()));
    Map<String, List<String>> differences = new LinkedHashMap<>();
    for (String path : paths) {
      List<String> values = flat.stream().map(one -> one.getOrDefault(path, "")).toList();
      if (values.stream().anyMatch(value -> !Objects.equals(value, values.getFirst()))) differences.put(path, values);
    }
    return differences;
  }

  /** As JSON: conditions, comparisons, differences. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conditions", arms.stream().map(arm -> {
      Map<String, Object> one = new LinkedHashMap<>(arm.result().json());
      one.put("name", arm.label());
      return one;
    }).toList());
    json.put("comparisons", pairs.stream().map(Comparison::json).toList());
    json.put("differences", differences());
    return json;
  }

  /** As JSON: task, a, b, ratio, ciLow, ciHigh, p, bound, pairs. */
  public static Map<String, Object> json(Pair pair) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("task", pair.task());
    json.put("a", pair.a());
    json.put("b", pair.b());
    json.put("ratio", pair.ratio().map(RatioComparison::ratio).orElse(null));
    json.put("ciLow", pair.ratio().map(r -> r.bootstrap().low()).orElse(null));
    json.put("ciHigh", pair.ratio().map(r -> r.bootstrap().high()).orElse(null));
    json.put("p", pair.ratio().map(RatioComparison::p).orElse(null));
    json.put("bound", pair.bound());
    json.put("pairs", pair.pairs());
    return json;
  }
}
