package plast.task.yang;

import java.util.Arrays;
import plast.math.RandomStream;
import plast.task.Batch.Trial;
import plast.task.trial.OptionList;
import plast.task.trial.Response;
import plast.task.trial.Ring;
import plast.task.trial.Settings;
import plast.task.trial.TrialWriter;

/**
 * What all rules share: channels, bumps of activity, targets and cost.
 *
 * <p>A stimulus at an angle excites ring channel k by 0.8 · strength · exp(−(d_k / (π/8))² / 2), d_k its distance.
 * Targets: fixation 0.8 until the response, 0.05 after; ring 0.05, with a bump of height 0.8 on it while responding.
 * Mask: 0 at the start, 1 until the response, 0 in its first 100 ms, 5 in the rest; the fixation output weighs twice as
 * much as the others.
 *
 * @param ruleChannel input channel of the rule
 * @param noiseSd     input noise of every channel and step
 * @param settle      steps without weight at the start
 * @param response    grace time and weight of the response
 */
record Layout(int ruleChannel, double noiseSd, int settle, Response response) {
  static final int RING = 32, MODALITIES = 2;
  static final int INPUTS = 1 + MODALITIES * RING + YangTasks.RULES.size(), OUTPUTS = 1 + RING;

  private static final double HEIGHT = 0.8, REST = 0.05, WIDTH = Math.PI / 8;
  private static final Ring DIRECTIONS = new Ring(1, RING);

  /** Appends the options that all rules share. */
  static OptionList options(OptionList options) {
    return Response.options(options, 100, 5)
        .duration("settle", 100, "start of a trial that the loss does not look at")
        .number("fixationWeight", 2, "weight of the fixation output in the loss; 1 for the others. The original "
            + "squares the weights together with the error, responseWeight 25 and fixationWeight 4 do the same here")
        .number("sigma", 0.01, "input noise: sd sigma * sqrt(2 tau / dt) in every channel and step");
  }

  /** The layout of the settings' rule, whose response is {@code period}. */
  static Layout of(Settings settings, int period) {
    String rule = settings.task().substring("yang-".length());
    int channel = 1 + MODALITIES * RING + YangTasks.RULES.indexOf(rule);
    double noiseSd = settings.atLeast("sigma", 0) * Math.sqrt(2 * settings.tau() / settings.dt());
    return new Layout(channel, noiseSd, settle(settings), Response.of(settings, period, "response"));
  }

  static int settle(Settings settings) {
    return (int) Math.round(settings.number("settle") / settings.dt());
  }

  static float[] outputWeight(Settings settings) {
    float[] weight = new float[OUTPUTS];
    Arrays.fill(weight, 1);
    weight[0] = (float) settings.atLeast("fixationWeight", 0);
    return weight;
  }

  /** Input noise, the rule's channel, and targets of a trial that never leaves fixation. */
  void begin(TrialWriter trial, RandomStream random) {
    trial.throughout().noise(noiseSd, 0, INPUTS, random).input(ruleChannel, 1).target(0, HEIGHT);
    for (int k = 1; k < OUTPUTS; k++) trial.target(k, REST);
    trial.since(response.period()).weight(response.weight());
    trial.window(trial.start(response.period()), trial.start(response.period()) + response.grace()).weight(0);
    trial.window(0, settle).weight(0);
  }

  /** Shows a stimulus in the writer's window. */
  void show(TrialWriter trial, int modality, double angle, double strength) {
    if (strength == 0) return;
    for (int k = 0; k < RING; k++) trial.input(1 + modality * RING + k, strength * bump(k, angle));
  }

  /** Ends the trial with a response in a direction, radians. */
  void respond(TrialWriter trial, double angle) {
    trial.during(response.period()).target(0, REST);
    for (int k = 0; k < RING; k++) trial.target(1 + k, REST + bump(k, angle));
    trial.answer(new Trial(1, trial.start(response.period()), trial.steps(), angle));
  }

  /** Ends the trial without a response. */
  void stay(TrialWriter trial) {
    trial.answer(new Trial(0, trial.start(response.period()), trial.steps(), 0));
  }

  private static double bump(int k, double angle) {
    double d = Ring.distance(DIRECTIONS.angle(k), angle) / WIDTH;
    return HEIGHT * StrictMath.exp(-0.5 * d * d);
  }
}
