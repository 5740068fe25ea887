package plast.experiment;

import java.util.Locale;
import java.util.Optional;
import plast.io.Problems;
import plast.learn.Condition;
import plast.learn.PlasticitySettings;
import plast.learn.PlasticitySettings.Mode;
import plast.learn.TrainingSettings;
import plast.math.Seed;
import plast.rate.Initialisation;
import plast.rate.NetworkSettings;
import plast.rule.Threshold;
import plast.task.Batch;
import plast.task.Task;
import plast.task.TaskFamily;

/** Finds what is impossible in a condition although every single key is well formed. */
final class ConditionCheck {
  private final Settings settings;
  private final Place place;
  private final String name;
  private final Problems problems;

  /** @param place of the condition, for keys that no file sets */
  ConditionCheck(String name, Settings settings, Place place, Problems problems) {
    this.name = name;
    this.settings = settings;
    this.place = place;
    this.problems = problems;
  }

  /**
   * Reports every impossible combination.
   *
   * @param threads    networks trained at a time
   * @param heapBytes  memory there is
   */
  void run(Condition condition, TaskFamily family, int threads, long heapBytes) {
    network(condition.network());
    plasticity(condition.plasticity(), condition.training().batch());
    training(condition.training());
    if (condition.network().tau() < condition.network().dt()) return;
    task(condition, family).ifPresent(task -> memory(condition, task, threads, heapBytes));
  }

  private void network(NetworkSettings network) {
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
      String option = condition.taskOptions().keySet().stream()
          .filter(o -> e.getMessage().matches(".*\\b" + o + "\\b.*")).findFirst().map(o -> "task." + o).orElse("task.name");
      wrong(option, e.getMessage(), "see plast tasks " + family.name());
      return Optional.empty();
    }
  }

  private void memory(Condition condition, Task task, int threads, long heapBytes) {
    Batch trial = task.draw(1, new Seed(0).stream("size"));
    double needed = threads * new MemoryEstimate(condition, task, trial.steps()).bytes();
    if (needed > heapBytes) {
      wrong(condition.training().recordWeightsEvery() > 0 ? "record.weights" : "network.units",
          "about %.1f GB are needed by %d networks at a time, %.1f GB are there".formatted(
              needed / 1e9, threads, heapBytes / 1e9), "fewer threads, or a smaller network, batch or evaluation");
    }
  }

  private void wrong(String key, String message, String suggestion) {
    Place given = settings.place(key).filter(p -> !p.equals(Place.NOWHERE) && !p.origin().startsWith("preset")).orElse(null);
    if (given != null) {
      problems.add(given.problem(key, message, suggestion));
    } else {
      problems.add(place.problem(key, message + " (condition '" + name + "')", suggestion));
    }
  }
}
