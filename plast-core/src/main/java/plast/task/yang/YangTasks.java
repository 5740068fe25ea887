package plast.task.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plast.task.TaskFamily;
import plast.task.trial.Family;
import plast.task.trial.Family.About;
import plast.task.trial.OptionList;
import plast.task.trial.Profile;
import plast.task.trial.Protocol;
import plast.task.trial.Settings;
import plast.task.trial.TrialTask;

/**
 * The Yang battery. Inputs: 0 fixation, two rings of 32 channels, one channel per rule; outputs: 0 fixation, a ring of
 * 32.
 *
 * @see "Yang, Joglekar, Song, Newsome & Wang (2019), Nat. Neurosci. 22:297"
 */
public final class YangTasks {
  /** The rules in the order of their input channels. */
  static final List<String> RULES = List.of(
      "fdgo", "reactgo", "delaygo", "fdanti", "reactanti", "delayanti",
      "dm1", "dm2", "contextdm1", "contextdm2", "multidm",
      "delaydm1", "delaydm2", "contextdelaydm1", "contextdelaydm2", "multidelaydm",
      "dmsgo", "dmsnogo", "dmcgo", "dmcnogo");

  private static final String SOURCE = "Yang, Joglekar, Song, Newsome & Wang (2019)";
  /** A random direction lies within 0.2 π of the right one two times in ten. */
  private static final double RANDOM_DIRECTION = 0.2;
  /** A coin toss between two stimuli, or between acting and staying. */
  private static final double COIN = 0.5;

  private YangTasks() {}

  public static List<TaskFamily> all() {
    List<TaskFamily> families = new ArrayList<>();
    for (boolean anti : new boolean[] {false, true}) {
      String name = anti ? "anti" : "go", where = anti ? "opposite to the stimulus" : "to the stimulus";
      families.add(family("delay" + name, "respond " + where + " after a delay", GoRule.delayOptions(),
          RANDOM_DIRECTION, settings -> GoRule.delayed(settings, anti)));
      families.add(family("fd" + name, "respond " + where + " when the fixation point goes off",
          GoRule.fixedOptions(), RANDOM_DIRECTION, settings -> GoRule.fixed(settings, anti)));
      families.add(family("react" + name, "respond " + where + " as soon as it appears", GoRule.reactOptions(),
          RANDOM_DIRECTION, settings -> GoRule.reacting(settings, anti)));
    }
    for (Attention attention : Attention.values()) {
      families.add(family(attention.rule("dm"), "choose the stronger of two stimuli " + attention.where(),
          DecisionRule.options(), COIN, settings -> DecisionRule.of(settings, attention)));
      families.add(family(
          attention.rule("delaydm"), "choose the stronger of two successive stimuli " + attention.where(),
          DelayedDecisionRule.options(), COIN, settings -> DelayedDecisionRule.of(settings, attention)));
    }
    for (boolean actOnMatch : new boolean[] {true, false}) {
      String name = actOnMatch ? "go" : "nogo", when = actOnMatch ? "same" : "other";
      families.add(family("dms" + name, "respond to the second stimulus if it is at the " + when + " place",
          MatchRule.sampleOptions(), COIN, settings -> MatchRule.sample(settings, actOnMatch)));
      families.add(family("dmc" + name, "respond to the second stimulus if it is in the " + when + " half circle",
          MatchRule.categoryOptions(), COIN, settings -> MatchRule.category(settings, actOnMatch)));
    }
    return List.copyOf(families);
  }

  private static TaskFamily family(
      String rule, String title, OptionList options, double chance, Function<Settings, Protocol> protocol) {
    Layout.options(options).criterion(0.9).perTrialTiming(false);
    return new Family(
        new About("yang-" + rule, title, "yang19", SOURCE), 20, 100, options.list(),
        settings -> new TrialTask(
            Profile.regression(settings, Layout.INPUTS, Layout.OUTPUTS, chance), protocol.apply(settings),
            new DirectionScore(Layout.settle(settings)), settings.on("perTrialTiming"), Layout.outputWeight(settings)));
  }
}
