package plast.task.neurogym;

import plast.math.RandomStream;
import plast.task.Batch;
import plast.task.Batch.Trial;
import plast.task.Score;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.FirstAction;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Scoring;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialTask;
import plast.task.trial.TrialWriter;

/**
 * Dual delayed match to sample: two items, (cos, sin) of 0 or π/2, are shown together; a cue says which is tested
 * first, later the other one is cued and tested. Each of the two decisions of a trial is scored by its first action.
 *
 * <p>Inputs: 0 fixation, 1 and 2 first item, 3 and 4 second item, 5 and 6 cue. Outputs: 0 fixate, 1 match, 2 no match.
 */
record DualMatch(Timeline timeline, double weight, double noiseSd) implements Protocol {
  private static final int SAMPLE = 1, CUE1 = 3, TEST1 = 4, CUE2 = 6, TEST2 = 7;
  private static final int INPUTS = 7, OUTPUTS = 3, ITEM_CHANNELS = 4, CUE = 5;
  private static final String[] PERIODS = {"fixation", "sample", "delay1", "cue1", "test1", "delay2", "cue2", "test2"};

  static TaskFamily family() {
    OptionList options = new OptionList();
    for (String period : PERIODS) options.duration(period, 500, "duration of " + period);
    return NeurogymTasks.family(
        NeurogymTasks.about("dual-delay-match-sample", "two items, two cued matches", "Rose et al. (2016)"),
        100, NeurogymTasks.sigma(options, 1), DualMatch::design);
  }

  private static Task design(Settings settings) {
    settings.positive("test1");
    settings.positive("test2");
    DualMatch protocol = new DualMatch(
        Timeline.of(settings, PERIODS), Response.weight(settings), NeurogymTasks.noiseSd(settings));
    int firstTest = settings.steps(settings.number("test1"));
    return TrialTask.of(
        settings, Profile.choice(settings, INPUTS, OUTPUTS, 0.5), protocol, new TwoDecisions(firstTest));
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int[] angle = {random.nextInt(2), random.nextInt(2)};
    int cued = random.nextInt(2);
    trial.before(TEST1).input(0, 1);
    trial.window(trial.end(TEST1), trial.start(TEST2)).input(0, 1);
    trial.during(SAMPLE).input(1 + angle[0], 1).input(3 + angle[1], 1).noise(noiseSd, 1, ITEM_CHANNELS, random);
    int first = writeTest(trial, TEST1, angle[cued] + 2 * cued, random);
    int second = writeTest(trial, TEST2, angle[1 - cued] + 2 * (1 - cued), random);
    trial.during(CUE1).input(CUE + cued, 1);
    trial.during(CUE2).input(CUE + 1 - cued, 1);
    trial.answer(new Trial(OUTPUTS * first + second, trial.start(TEST1), trial.end(TEST2), trial.start(TEST2)));
  }

  /** Shows the item of {@code channel} or its partner, and returns the right answer. */
  private int writeTest(TrialWriter trial, int period, int channel, RandomStream random) {
    boolean match = random.nextBoolean();
    int answer = match ? 1 : 2;
    trial.during(period)
        .input(1 + (match ? channel : channel ^ 1), 1)
        .noise(noiseSd, 1, ITEM_CHANNELS, random)
        .choose(answer)
        .weight(weight);
    return answer;
  }

  /** Scores both decisions: the answer is 3 · first + second, the second test begins at the trial's value. */
  private record TwoDecisions(int firstTestSteps) implements Scoring {
    @Override
    public Score score(Batch batch, float[] output) {
      int correct = 0, strict = 0;
      for (int b = 0; b < batch.trials(); b++) {
        Trial trial = batch.trial()[b];
        int between = trial.from() + firstTestSteps, second = (int) trial.value();
        int right = decided(batch, output, b, new Trial(trial.answer() / OUTPUTS, trial.from(), between, 0))
            + decided(batch, output, b, new Trial(trial.answer() % OUTPUTS, second, trial.to(), 0));
        correct += right;
        boolean fixated = FirstAction.firstAction(batch, output, b, 0, trial.from()) == trial.from()
            && FirstAction.firstAction(batch, output, b, between, second) == second;
        if (fixated) strict += right;
      }
      return new Score(correct, strict, 2 * batch.trials());
    }

    private static int decided(Batch batch, float[] output, int b, Trial test) {
      int t = FirstAction.firstAction(batch, output, b, test.from(), test.to());
      return t < test.to() && FirstAction.action(batch, output, b, t) == test.answer() ? 1 : 0;
    }
  }
}
