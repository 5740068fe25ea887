package plast.task.neurogym;

import java.util.List;
import plast.math.RandomStream;
import plast.task.Batch.Trial;
import plast.task.Task;
import plast.task.TaskFamily;
import plast.task.trial.Duration;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Response;
import plast.task.trial.Settings;
import plast.task.trial.Timeline;
import plast.task.trial.TrialTask;
import plast.task.trial.TrialWriter;

/**
 * Ready, set, go: measure the interval between two pulses and act gain times that interval after its end. The interval
 * begins with the ready pulse and ends with the onset of the set pulse; the action is wanted in one step, the
 * production period lasts twice the wanted interval.
 *
 * <p>Inputs: 0 fixation, 1 ready, 2 set. Outputs: 0 wait, 1 go. Chance is that of an action at a random time of the
 * production period. A network that has learned the mean interval only is right more often: two times in three with the
 * default options.
 */
record ReadySetGo(Timeline timeline, int ready, double gain, double weight, double noiseSd) implements Protocol {
  private static final int MEASURE = 1, SET = 2, PRODUCTION = 3;

  static TaskFamily family() {
    OptionList options = new OptionList()
        .duration("fixation", 100, "before the ready pulse")
        .duration("ready", 83, "ready pulse, the beginning of the interval")
        .range("measure", 800, 1500, "interval to measure, uniform between the two bounds")
        .duration("set", 83, "set pulse, after the interval")
        .number("gain", 1, "interval to produce / interval measured")
        .number("margin", 0.2, "tolerated error as a fraction of the interval to produce")
        .duration("slack", 25, "tolerated error besides the margin");
    return NeurogymTasks.family(
        NeurogymTasks.about("ready-set-go", "measure an interval and produce it", "Remington et al. (2018)"),
        80, NeurogymTasks.sigma(options, 0), ReadySetGo::design);
  }

  private static Task design(Settings settings) {
    double gain = settings.number("gain"), margin = settings.atLeast("margin", 0), slack = settings.number("slack");
    if (gain <= 0) throw settings.wrong("gain", "positive");
    Duration measure = settings.positive("measure"), set = settings.duration("set");
    int setSteps = settings.steps(set.longest());
    if (Math.round(gain * settings.steps(measure.shortest())) < setSteps) {
      throw settings.wrong("set", "no longer than the shortest interval to produce");
    }
    Timeline timeline = new Timeline(
        List.of("fixation", "measure", "set", "production"),
        List.of(settings.duration("fixation"), measure, set), settings.dt());
    int ready = settings.steps(settings.positive("ready").longest());
    ReadySetGo protocol =
        new ReadySetGo(timeline, ready, gain, Response.weight(settings), NeurogymTasks.noiseSd(settings));
    double usual = gain * 0.5 * (measure.shortest() + measure.longest());
    double chance = Math.min(1, margin + slack / usual);
    return TrialTask.of(
        settings, Profile.choice(settings, 3, 2, chance), protocol,
        new ProducedInterval(setSteps, settings.dt(), margin, slack));
  }

  @Override
  public void time(RandomStream random, int[] lengths) {
    timeline.draw(random, lengths);
    lengths[PRODUCTION] = Math.max(1, (int) Math.round(2 * gain * lengths[MEASURE]));
  }

  @Override
  public void write(TrialWriter trial, RandomStream random) {
    int begin = trial.start(MEASURE), end = trial.end(MEASURE);
    double go = end + gain * (end - begin);
    trial.before(PRODUCTION).input(0, 1);
    trial.window(begin, begin + ready).input(1, 1).noise(noiseSd, 1, 2, random);
    trial.during(SET).input(2, 1).noise(noiseSd, 1, 2, random);
    trial.during(PRODUCTION).weight(weight);
    int goStep = (int) Math.round(go);
    trial.window(goStep, goStep + 1).choose(1);
    trial.answer(new Trial(1, trial.start(PRODUCTION), trial.end(PRODUCTION), go));
  }
}
