package plast.task.psychrnn;

import java.util.List;
import plast.math.RandomStream;
import plast.task.Batch.Trial;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Duration;
import plast.task.trial.FrequencyPairs;
import plast.task.trial.OptionList;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialWriter;

/**
 * Delayed discrimination of two frequencies. Onset, stimulus, delay, stimulus and decision last a uniform share of ⅛,
 * ¼, ¼, ¼ and ⅛ of the longest trial, at least one step each.
 *
 * <p>Inputs: 0.4 + 0.8 v and 0.4 + 0.8 (1 − v), v the scaled frequency. Outputs: 0 the first was faster, 1 the second;
 * targets 1 and 0.2 in the decision. Input noise of every channel and step: stimulusNoise · √(0.02 √(10 dt)), dt in ms.
 */
record DelayedDiscrimination(Timeline timeline, FrequencyPairs pairs, double noiseSd) implements Protocol {
  private static final int FIRST = 1, SECOND = 3, DECISION = 4, CHANNELS = 2;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("trial", 2000, "longest trial; the periods are random shares of it");
    return PsychRnnTasks.family(
        "delayed-discrimination", "which of two frequencies was higher", "Romo, Brody, Hernández & Lemus (1999)",
        FrequencyPairs.options(options), DelayedDiscrimination::design);
  }

  private static Task design(Settings settings) {
    double longest = settings.positive("trial").longest();
    Duration eighth = share(longest / 8, settings), quarter = share(longest / 4, settings);
    Timeline timeline = new Timeline(
        List.of("onset", "stim1", "delay", "stim2", "decision"),
        List.of(eighth, quarter, quarter, quarter, eighth), settings.dt());
    DelayedDiscrimination protocol =
        new DelayedDiscrimination(timeline, FrequencyPairs.of(settings), PsychRnnTasks.noiseSd(settings));
    return PsychRnnTasks.task(settings, CHANNELS, 2, protocol);
  }

  private static Duration share(double milliseconds, Settings settings) {
    return new Duration.Uniform(Math.min(settings.dt(), milliseconds), milliseconds);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int pair = random.nextInt(pairs.count());
    boolean firstFaster = random.nextBoolean();
    trial.throughout().weight(0).noise(noiseSd, 0, CHANNELS, random);
    show(trial.during(FIRST), pairs.scaled(pair, firstFaster));
    show(trial.during(SECOND), pairs.scaled(pair, !firstFaster));
    trial.during(DECISION).weight(1);
    PsychRnnTasks.decide(
        trial, 1, 0.2, new Trial(firstFaster ? 0 : 1, trial.start(DECISION), trial.end(DECISION), 0), 2);
  }

  private static void show(TrialWriter trial, double v) {
    trial.input(0, 0.4 + 0.8 * v).input(1, 0.4 + 0.8 * (1 - v));
  }
}
