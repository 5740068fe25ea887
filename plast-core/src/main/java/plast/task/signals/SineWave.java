package plast.task.signals;

import plast.math.RandomStream;
import plast.task.Batch.Trial;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialTask;
import plast.task.trial.TrialWriter;

/**
 * Sine wave of a frequency given by a constant input: input (f − low) / (high − low), output sin 2πft, t the time since
 * the first step. The performance is the explained variance R², see {@link ExplainedVariance}.
 *
 * <p>One input, one output.
 *
 * @see "Sussillo & Barak (2013), Opening the black box, Neural Computation 25:626"
 */
record SineWave(Timeline timeline, double low, double high, double noiseSd) implements Protocol {

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("wave", 1500, "length of a trial")
        .numbers("frequencies", "lowest and highest frequency, Hz, uniform between the two", 1, 3)
        .number("noiseSd", 0, "sd of the input noise in every step")
        .criterion(0.9)
        .perTrialTiming(false);
    return new Family(
        new About("sine", "sine wave of a given frequency", "signals", "after Sussillo & Barak (2013)"),
        20, 100, options.list(), SineWave::design);
  }

  private static Task design(Settings settings) {
    double[] frequencies = settings.list("frequencies");
    if (frequencies.length != 2 || frequencies[0] <= 0 || frequencies[0] >= frequencies[1]) {
      throw settings.wrong("frequencies", "two positive frequencies, the lower one first");
    }
    double fastest = 500 / settings.dt();
    if (frequencies[1] >= fastest) {
      throw settings.wrong("frequencies", "below " + fastest + " Hz, half the sampling rate of steps of "
          + settings.dt() + " ms");
    }
    if (settings.steps(settings.positive("wave").longest()) < 2) {
      throw settings.wrong("wave", "at least two steps of " + settings.dt() + " ms");
    }
    SineWave protocol = new SineWave(
        Timeline.of(settings, "wave"), frequencies[0], frequencies[1], settings.atLeast("noiseSd", 0));
    return TrialTask.of(settings, Profile.regression(settings, 1, 1, 0), protocol, new ExplainedVariance());
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    double frequency = random.uniform(low, high);
    trial.throughout().input(0, (frequency - low) / (high - low)).noise(noiseSd, 0, 1, random);
    for (int t = 0; t < trial.steps(); t++) {
      double seconds = t * timeline.dt() / 1000;
      trial.window(t, t + 1).target(0, StrictMath.sin(2 * Math.PI * frequency * seconds));
    }
    trial.answer(new Trial(0, 0, trial.steps(), frequency));
  }
}
