package plast.task.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plast.math.RandomStream;
import plast.task.Batch;
import plast.task.Batch.Period;
import plast.task.Batch.Trial;
import plast.task.Loss;
import plast.task.Score;
import plast.task.Task;

/**
 * A task of separate trials made of periods. Durations are drawn once per batch or once per trial; shorter trials are
 * padded at the end with input 0 and mask 0.
 *
 * @param profile        names and sizes
 * @param protocol       what happens in a trial
 * @param scoring        how outputs are judged
 * @param perTrialTiming whether each trial draws its own durations
 * @param outputWeight   weight of each output in the mean squared error
 */
public record TrialTask(
    Profile profile, Protocol protocol, Scoring scoring, boolean perTrialTiming, float[] outputWeight) implements Task {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /** A task whose outputs weigh the same; the timing follows the option {@code perTrialTiming}. */
  public static TrialTask of(Settings settings, Profile profile, Protocol protocol, Scoring scoring) {
    float[] ones = new float[profile.outputs()];
    Arrays.fill(ones, 1);
    return new TrialTask(profile, protocol, scoring, settings.on("perTrialTiming"), ones);
  }

  @Override
  public String name() {
    return profile.name();
  }

  @Override
  public int inputs() {
    return profile.inputs();
  }

  @Override
  public int outputs() {
    return profile.outputs();
  }

  @Override
  public Loss loss() {
    return profile.loss();
  }

  @Override
  public double criterion() {
    return profile.criterion();
  }

  @Override
  public double chance() {
    return profile.chance();
  }

  @Override
  public Batch draw(int trials, RandomStream random) {
    if (trials < 1) throw new IllegalArgumentException("a batch needs at least 1 trial, got " + trials);
    int periods = protocol.timeline().names().size();
    int[] lengths = drawLengths(trials, periods, random);
    Batch batch = emptyBatch(longest(lengths, periods), trials, namedPeriods(lengths, periods));
    TrialWriter writer = new TrialWriter(batch, periods);
    for (int b = 0; b < trials; b++) {
      writer.begin(b, lengths, b * periods);
      protocol.write(writer, random);
    }
    return batch;
  }

  /** Steps of each period, trials x periods. */
  private int[] drawLengths(int trials, int periods, RandomStream random) {
    int[] lengths = new int[trials * periods];
    int[] drawn = new int[periods];
    for (int b = 0; b < trials; b++) {
      if (b == 0 || perTrialTiming) protocol.time(random, drawn);
      System.arraycopy(drawn, 0, lengths, b * periods, periods);
    }
    return lengths;
  }

  private static int longest(int[] lengths, int periods) {
    int longest = 0;
    for (int first = 0; first < lengths.length; first += periods) {
      int steps = 0;
      for (int k = 0; k < periods; k++) steps += lengths[first + k];
      longest = Math.max(longest, steps);
    }
    return longest;
  }

  private List<Period> namedPeriods(int[] lengths, int periods) {
    List<Period> named = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < periods; k++) {
      if (lengths[k] > 0) named.add(new Period(protocol.timeline().names().get(k), from, from + lengths[k]));
      from += lengths[k];
    }
    return List.copyOf(named);
  }

  private Batch emptyBatch(int steps, int trials, List<Period> named) {
    long largest = (long) steps * trials * Math.max(inputs(), outputs());
    if (largest > LARGEST) {
      throw new IllegalArgumentException(
          "a batch of " + name() + " with " + steps + " steps x " + trials + " trials x "
              + Math.max(inputs(), outputs()) + " channels does not fit an array of " + LARGEST
              + " values; shorten the periods or the batch, or lengthen the step");
    }
    Batch batch = new Batch(
        steps, trials, inputs(), outputs(),
        new float[steps * trials * inputs()], new float[steps * trials * outputs()], new float[steps * trials],
        named, new Trial[trials], outputWeight);
    if (loss() == Loss.CROSS_ENTROPY) {
      for (int k = 0; k < batch.target().length; k += outputs()) batch.target()[k] = 1;
    }
    return batch;
  }

  @Override
  public Score score(Batch batch, float[] output) {
    int wanted = batch.steps() * batch.trials() * batch.outputs();
    if (output.length != wanted) {
      throw new IllegalArgumentException(
          "a score of " + name() + " needs " + wanted + " outputs (" + batch.steps() + " steps x " + batch.trials()
              + " trials x " + batch.outputs() + " channels), got " + output.length);
    }
    return scoring.score(batch, output);
  }

  @Override
  public String toString() {
    return "task " + name();
  }
}
