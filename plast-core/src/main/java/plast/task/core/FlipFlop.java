package plast.task.core;

import java.util.Arrays;
import java.util.List;
import plast.math.RandomStream;
import plast.task.Batch.Trial;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.TaskOption;
import plast.task.trial.Duration;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.SignAgreement;
import plast.task.trial.Timeline;
import plast.task.trial.TrialTask;
import plast.task.trial.TrialWriter;

/**
 * Flip-flop memory of n bits. Pulses of either sign arrive in each channel at random; each output holds the sign of the
 * last pulse of its channel.
 *
 * <p>In every step and channel an event happens with probability p, in the first step always. Its pulse lasts some
 * steps, the event's own included; overlapping pulses add and the sum is clipped to ±1. The loss, mean squared error,
 * ignores the first steps of a trial and, in all channels, the step of an event and those that follow it. The score is
 * the share of scored (trial, step, channel) triples whose output has the right sign.
 *
 * @param timeline         the ignored start and the rest
 * @param bits             number of channels
 * @param eventProbability p
 * @param pulse            steps of a pulse
 * @param ignore           steps without weight after the step of an event
 * @param noiseSd          input noise
 * @see "Sussillo & Barak (2013), Opening the black box, Neural Computation 25:626"
 */
public record FlipFlop(Timeline timeline, int bits, double eventProbability, int pulse, int ignore, double noiseSd)
    implements Protocol {
  private static final int SETTLE = 0;
  private static final String SOURCE = "after Sussillo & Barak (2013)";

  /** The 3-bit flip-flop of the core battery. */
  static TaskFamily threeBits() {
    return new Family(
        new About("ff3", "3-bit flip-flop", CoreTasks.BATTERY, SOURCE), 20, 100, options(3), FlipFlop::design);
  }

  /** The flip-flop of any number of bits, 2 by default. */
  public static TaskFamily anyBits() {
    return new Family(
        new About("flip-flop", "flip-flop memory of n bits", "signals", SOURCE), 20, 100, options(2), FlipFlop::design);
  }

  private static List<TaskOption> options(int bits) {
    return new OptionList()
        .count("bits", bits, "number of channels")
        .count("steps", 60, "steps of a trial")
        .number("eventProbability", 0.06, "probability of an event in each step and channel after the first step")
        .count("pulse", 3, "steps of a pulse, the event's own included")
        .count("settle", 5, "first steps of a trial that loss and score ignore")
        .count("ignore", 4, "steps after an event in any channel that loss and score ignore, besides its own")
        .number("noiseSd", 0, "sd of the input noise in every channel and step")
        .criterion(0.95)
        .list();
  }

  private static Task design(Settings settings) {
    int steps = settings.count("steps", 1), settle = settings.count("settle", 0);
    FlipFlop protocol = new FlipFlop(
        timeline(Math.min(settle, steps), steps, settings.dt()),
        settings.count("bits", 1),
        settings.within("eventProbability", 0, 1),
        settings.count("pulse", 1),
        settings.count("ignore", 0),
        settings.atLeast("noiseSd", 0));
    protocol.checkScored(settings, steps - settle);
    Profile profile = Profile.regression(settings, protocol.bits, protocol.bits, 0.5);
    float[] ones = new float[protocol.bits];
    Arrays.fill(ones, 1);
    return new TrialTask(profile, protocol, new SignAgreement(), false, ones);
  }

  private static Timeline timeline(int settle, int steps, double dt) {
    return new Timeline(
        List.of("settle", "memory"),
        List.of(new Duration.Fixed(settle * dt), new Duration.Fixed((steps - settle) * dt)),
        dt);
  }

  private void checkScored(Settings settings, int memory) {
    double scored = memory * Math.pow(1 - eventProbability, bits * (ignore + 1.0));
    if (scored < 1) {
      throw settings.wrong("eventProbability", "smaller, or settle, ignore and bits smaller, or steps larger: "
          + Math.max(0, scored) + " scored steps are expected in a trial, at least 1 is needed");
    }
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    trial.during(SETTLE).weight(0);
    for (int k = 0; k < bits; k++) {
      for (int t = 0; t < trial.steps(); t++) {
        if (t == 0 || random.nextDouble() < eventProbability) writeEvent(trial, k, t, random.nextBoolean() ? 1 : -1);
      }
    }
    trial.throughout().clip(1).noise(noiseSd, 0, bits, random);
    trial.answer(new Trial(0, trial.end(SETTLE), trial.steps(), 0));
  }

  private void writeEvent(TrialWriter trial, int channel, int t, int sign) {
    trial.window(t, trial.steps()).target(channel, sign);
    trial.window(t, t + pulse).input(channel, sign);
    trial.window(t, t + ignore + 1).weight(0);
  }
}
