package plast.task.signals;

import java.util.List;
import plast.math.RandomStream;
import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Duration;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Scoring;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialTask;
import plast.task.trial.TrialWriter;

/**
 * Ready, set, go with a ramp: after an interval between two pulses the output climbs in a straight line from 0 at the
 * onset of the set pulse to 1 one more interval (times the gain) later, and on for half as long again. The produced
 * time is the first step after the set pulse's onset at which the output reaches 1; a trial is right if it lies within
 * a fraction of the wanted time plus one step.
 *
 * <p>Inputs: 0 ready pulse, 1 set pulse. Output: the ramp; its target is 0 before the set pulse. Chance is 0: a
 * constant output never reaches 1 at the right time. A network that has learned the mean interval only is right in the
 * middle of the range.
 *
 * @see "Wang, Narain, Hosseini & Jazayeri (2018), Flexible timing by temporal scaling, Nat. Neurosci. 21:102"
 */
record RampToGo(Timeline timeline, int pulse, double gain, double noiseSd) implements Protocol {
  private static final int MEASURE = 1, RAMP = 2;
  private static final double OVERSHOOT = 1.5;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 100, "before the ready pulse")
        .range("interval", 400, 800, "between the onsets of the pulses, uniform between the two bounds")
        .duration("pulse", 60, "length of a pulse")
        .number("gain", 1, "interval to produce / interval measured")
        .number("margin", 0.1, "tolerated error as a fraction of the interval to produce")
        .number("noiseSd", 0.02, "sd of the input noise in every channel and step")
        .criterion(0.85)
        .perTrialTiming(true);
    return new Family(
        new About("rsg", "ready, set, go: a ramp that reaches 1 in time", "signals", "after Wang et al. (2018)"),
        20, 100, options.list(), RampToGo::design);
  }

  private static Task design(Settings settings) {
    double gain = settings.number("gain");
    if (gain <= 0) throw settings.wrong("gain", "positive");
    Duration interval = settings.positive("interval");
    if (gain * settings.steps(interval.shortest()) < 1) {
      throw settings.wrong("gain", "large enough for the shortest interval to produce to last a step");
    }
    Timeline timeline = new Timeline(
        List.of("fixation", "measure", "ramp"), List.of(settings.duration("fixation"), interval), settings.dt());
    RampToGo protocol = new RampToGo(
        timeline, settings.steps(settings.positive("pulse").longest()), gain, settings.atLeast("noiseSd", 0));
    return TrialTask.of(
        settings, Profile.regression(settings, 2, 1, 0), protocol, new Crossing(settings.atLeast("margin", 0)));
  }

  @Override
  public void time(RandomStream random, int[] lengths) {
    timeline.draw(random, lengths);
    lengths[RAMP] = 1 + (int) Math.ceil(OVERSHOOT * gain * lengths[MEASURE]);
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int ready = trial.start(MEASURE), set = trial.start(RAMP);
    double wanted = gain * (set - ready);
    trial.throughout().noise(noiseSd, 0, 2, random);
    trial.window(ready, ready + pulse).input(0, 1);
    trial.window(set, set + pulse).input(1, 1);
    for (int t = set; t < trial.steps(); t++) trial.window(t, t + 1).target(0, (t - set) / wanted);
    trial.answer(new Trial(0, set, trial.steps(), set + wanted));
  }

  /** Compares the first step at which output 0 is at least 1 with the trial's value. */
  private record Crossing(double margin) implements Scoring {
    @Override
    public Score score(Batch batch, float[] output) {
      int correct = 0;
      for (int b = 0; b < batch.trials(); b++) {
        Trial trial = batch.trial()[b];
        int t = trial.from();
        while (t < trial.to() && !(output[batch.targetIndex(t, b, 0)] >= 1)) t++;
        double tolerance = margin * (trial.value() - trial.from()) + 1;
        if (t < trial.to() && Math.abs(t - trial.value()) <= tolerance) correct++;
      }
      return new Score(correct, correct, batch.trials());
    }
  }
}
