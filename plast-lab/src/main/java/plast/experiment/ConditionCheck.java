package plast.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plast.io.Nearest;
import plast.io.Problems;
import plast.learn.Condition;
import plast.learn.PlasticitySettings;
import plast.learn.PlasticitySettings.Mode;
import plast.learn.TrainingSettings;
import plast.math.Seed;
import plast.rate.Initialisation;
import plast.rate.NetworkSettings;
import plast.rate.WrittenNetwork;
import plast.rate.model.Assembly;
import plast.rate.model.NetworkAssembly;
import plast.rule.Threshold;
import plast.task.Batch;
import plast.task.Task;
import plast.task.TaskFamily;

/** Finds what is impossible in a condition although every single key is well formed. */
final class ConditionCheck {
  private final ConditionAssembly.Assembled assembled;
  private final Settings settings;
  private final Problems problems;

  ConditionCheck(ConditionAssembly.Assembled assembled, Problems problems) {
    this.assembled = assembled;
    this.settings = assembled.settings();
    this.problems = problems;
  }

  /**
   * Reports every impossible combination.
   *
   * @param threads   networks trained at a time
   * @param heapBytes memory there is
   */
  void run(int threads, long heapBytes) {
    Condition condition = settings.condition(assembled.name());
    TaskFamily family = assembled.task().orElseThrow();
    if (condition.network().written().isEmpty()) builtIn(condition.network());
    plasticity(condition.plasticity(), condition.training().batch());
    new ProjectionCheck(condition, this::wrong).run();
    training(condition.training());
    if (condition.network().tau() < condition.network().dt()) return;
    Optional<Task> task = task(condition, family);
    if (task.isEmpty() || !memory(condition, task.get(), threads, heapBytes)) return;
    condition.network().written().ifPresent(written -> written(written, condition.network().dt(), task.get()));
  }

  /** Reports what a condition cannot even be made with; false if there is anything. */
  boolean canBeMade() {
    List<String> missing = NetworkText.missing(settings);
    for (String path : missing) wrong(path, "is missing", "");
    return rulesCanBeMade() && missing.isEmpty();
  }

  private boolean rulesCanBeMade() {
    boolean ofAll = settings.rule(ExperimentKeys.WEAK).isPresent() || settings.rule(ExperimentKeys.STRONG).isPresent();
    boolean ofOne = !settings.rules(NetworkKeys.RULES).isEmpty() || !settings.rules(NetworkKeys.STRONG_RULES).isEmpty();
    if (!ofAll && !ofOne) return true;
    boolean parts = settings.value("plasticity.mode") == Mode.ACCUM;
    boolean pseudo = settings.value("plasticity.application") == PlasticitySettings.Application.PSEUDO_GRADIENT;
    if (parts) {
      wrong("plasticity.mode", "accum cuts the batch that a rule as equations averages over", "ps, with a smaller batch");
    }
    if (pseudo) {
      wrong("plasticity.application", "a rule as equations says itself what w changes by", "direct");
    }
    return !parts && !pseudo;
  }

  private void written(WrittenNetwork written, double dt, Task task) {
    Assembly.Frame frame = new Assembly.Frame(task.inputs(), task.outputs(), dt);
    for (Assembly.Flaw flaw : NetworkAssembly.of(written, frame, new Seed(0)).flaws()) {
      Optional<String> near = flaw.found().isEmpty() ? Optional.empty() : Nearest.of(flaw.found(), Set.copyOf(flaw.known()));
      wrong("network." + flaw.key(), flaw.message(), near.orElse(String.join(", ", flaw.known())));
    }
  }

  private void builtIn(NetworkSettings network) {
    if (network.tau() < network.dt()) {
      wrong("network.tau", "is " + Numbers.format(network.tau()) + " ms, shorter than dt, "
          + Numbers.format(network.dt()) + " ms; dt/tau must be at most 1", Numbers.format(network.dt()) + " ms");
    }
    if (network.units() == 1 && !network.autapses()) {
      wrong("network.units", "one unit without autapses has no recurrent synapse", "autapses: true");
    }
    Initialisation start = network.initialisation();
    if (start.kind() == Initialisation.Kind.ORTHOGONAL && start.inhibitory() > 0) {
      wrong("network.initialisation.inhibitory",
          "columns of one sign (Dale's law) cannot be orthogonal", "kind: gaussian or log-normal");
    }
  }

  private void plasticity(PlasticitySettings plasticity, int batch) {
    Threshold threshold = plasticity.threshold();
    if (threshold.down() > threshold.up()) {
      wrong("plasticity.threshold.down", "θ↓ = " + Numbers.format(threshold.down()) + " is above θ↑ = "
          + Numbers.format(threshold.up()), "at most " + Numbers.format(threshold.up()));
    }
    if (threshold.unit() == Threshold.Unit.QUANTILE && (threshold.up() > 1 || threshold.down() > 1)) {
      wrong("plasticity.threshold.up", "a quantile lies in 0 … 1, not at " + Numbers.format(threshold.up()), "0.8");
    }
    Mode mode = plasticity.mode();
    if ((mode == Mode.PREH || mode == Mode.HSTOP) && !settings.has("plasticity.updates")) {
      wrong("plasticity.mode", mode.name().toLowerCase(Locale.ROOT) + " needs plasticity.updates, its n",
          "updates: 20");
    }
    if (mode == Mode.ACCUM && !settings.has("plasticity.parts")) {
      wrong("plasticity.mode", "accum needs plasticity.parts, its K", "parts: 4");
    }
    if (mode == Mode.ACCUM && plasticity.parts() > batch) {
      wrong("plasticity.parts", plasticity.parts() + " parts need a batch of at least as many trials, not " + batch,
          "at most " + batch);
    }
  }

  private void training(TrainingSettings training) {
    if (training.trials() < training.batch()) {
      wrong("training.trials", "the cap of " + training.trials() + " trials is below one batch of "
          + training.batch(), "at least " + training.batch());
    } else if (training.trials() / training.batch() < training.evaluateEvery()) {
      wrong("training.evaluate.every", "the cap of " + training.trials() + " trials comes before the first evaluation, at "
          + (long) training.evaluateEvery() * training.batch(), "at most " + training.trials() / training.batch());
    }
    if (training.evaluationBatches() > training.evaluationTrials()) {
      wrong("training.evaluate.batches", training.evaluationBatches() + " batches cannot share "
          + training.evaluationTrials() + " trials", "at most " + training.evaluationTrials());
    }
  }

  private Optional<Task> task(Condition condition, TaskFamily family) {
    try {
      return Optional.of(family.with(condition.taskOptions(), condition.network().dt(), condition.network().tau()));
    } catch (IllegalArgumentException e) {
      String message = Objects.requireNonNullElseGet(e.getMessage(), e::toString);
      String option = condition.taskOptions().keySet().stream()
          .filter(o -> message.matches(".*\\b" + o + "\\b.*")).findFirst()
          .map(o -> "task." + o).orElse("task.name");
      wrong(option, message, "see plast tasks " + family.name());
      return Optional.empty();
    }
  }

  /** Whether there is enough. */
  private boolean memory(Condition condition, Task task, int threads, long heapBytes) {
    Batch trial = task.draw(1, new Seed(0).stream("size"));
    double needed = threads * new MemoryEstimate(condition, task, trial.steps()).bytes();
    if (needed > heapBytes) {
      wrong(condition.training().recordWeightsEvery() > 0 ? "record.weights" : "network.units",
          "about %.1f GB are needed by %d networks at a time, %.1f GB are there".formatted(
              needed / 1e9, threads, heapBytes / 1e9), "fewer threads, or a smaller network, batch or evaluation");
    }
    return needed <= heapBytes;
  }

  private void wrong(String key, String message, String suggestion) {
    Optional<Place> given = related(key).filter(settings::has).map(path -> settings.place(path).orElseThrow())
        .filter(place -> !place.equals(Place.NOWHERE) && !place.origin().startsWith("preset"))
        .findFirst();
    problems.add(given.isPresent()
        ? given.get().problem(key, message, suggestion)
        : assembled.place().problem(key, message + " (condition '" + assembled.name() + "')", suggestion));
  }

  /** The keys that a problem with {@code key} may come from, the key itself first. */
  private Stream<String> related(String key) {
    List<String> others = switch (key) {
      case "network.tau" -> List.of("network.dt");
      case "network.units" -> List.of("training.batch", "training.evaluate.trials");
      case "network.initialisation.inhibitory" -> List.of("network.initialisation.kind");
      case "plasticity.threshold.down" -> List.of("plasticity.threshold.up");
      case "plasticity.threshold.up" -> List.of("plasticity.threshold.unit");
      case "plasticity.parts", "training.trials" -> List.of("training.batch", "plasticity.mode");
      case "training.evaluate.every" -> List.of("training.trials", "training.batch");
      case "training.evaluate.batches" -> List.of("training.evaluate.trials");
      default -> List.of();
    };
    return Stream.concat(Stream.of(key), Stream.concat(others.stream(), beside(key)));
  }

  /** What stands in the same group of a network's keys. */
  private Stream<String> beside(String key) {
    if (!key.startsWith("network.")) return Stream.empty();
    String group = key.substring(0, key.lastIndexOf('.') + 1);
    return NetworkKeys.isSection(key) || group.chars().filter(c -> c == '.').count() > 2
        ? settings.byPath().keySet().stream().filter(path -> path.startsWith(group)) : Stream.empty();
  }
}
