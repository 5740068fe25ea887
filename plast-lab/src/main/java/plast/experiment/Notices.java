package plast.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plast.learn.Condition;
import plast.learn.PlasticitySettings.Mode;
import plast.math.Seed;
import plast.rate.Initialisation;
import plast.rate.NetworkSettings;
import plast.rate.WrittenNetwork;
import plast.rate.model.Assembly;
import plast.rate.model.NetworkAssembly;
import plast.rule.WrittenRule;

/** What is allowed in an experiment but makes its comparisons say less than they seem to. */
final class Notices {
  private static final int FEWEST_SEEDS = 8;
  /** Below it, backpropagation pays for its start: tuned gains lie at 1.3 and above. */
  private static final double LOW_GAIN = 1;

  private Notices() {}

  static List<String> of(Experiment experiment) {
    List<String> notices = new ArrayList<>();
    if (experiment.conditions().size() > 1) {
      if (experiment.seeds().size() < FEWEST_SEEDS) {
        notices.add(experiment.seeds().size() + " seeds: a comparison should rest on at least " + FEWEST_SEEDS);
      }
      for (String path : List.of("network.units", "network.dt", "network.tau", "training.batch",
          "training.evaluate.every", "training.evaluate.trials")) {
        if (differs(experiment, path)) notices.add("conditions of one task differ in " + path);
      }
    }
    for (Condition condition : experiment.conditions()) {
      condition.network().written().ifPresent(written -> notices.addAll(ofTexts(condition, written)));
      if (condition.plasticity().mode() != Mode.BP) notices.addAll(ofRules(condition));
      Initialisation start = condition.network().initialisation();
      if (condition.plasticity().mode() == Mode.BP && start.kind() == Initialisation.Kind.GAUSSIAN
          && start.gain() < LOW_GAIN) {
        notices.add("condition '" + condition.name() + "' gives backpropagation a start of gain "
            + Numbers.format(start.gain()) + ", which handicaps it on most tasks; compare with preset bp-tuned too");
      }
    }
    return notices;
  }

  /** What was decided about a network of equations. */
  private static List<String> ofTexts(Condition condition, WrittenNetwork written) {
    Assembly.Frame frame = new Assembly.Frame(1, 1, condition.network().dt());
    String which = "condition '" + condition.name() + "': ";
    return NetworkAssembly.of(written, frame, new Seed(0)).notices().stream().map(which::concat).toList();
  }

  /** How rules that act within trials are computed; how long those are, the first trial of the task says. */
  private static List<String> ofRules(Condition condition) {
    Map<String, WrittenRule> rules = condition.plasticity().written();
    List<String> notices = new ArrayList<>();
    if (rules.values().stream().allMatch(rule -> rule.notices(1, 1).isEmpty())) return notices;
    NetworkSettings network = condition.network();
    int steps = TaskNames.find(condition.task()).orElseThrow()
        .with(condition.taskOptions(), network.dt(), network.tau()).draw(1, new Seed(0).stream("size")).steps();
    rules.forEach((name, rule) -> rule.notices(steps, condition.training().batch()).forEach(notice ->
        notices.add("condition '" + condition.name() + "': " + name + ": " + notice)));
    return notices;
  }

  private static boolean differs(Experiment experiment, String path) {
    Key key = ExperimentKeys.at(path).orElseThrow();
    for (Condition a : experiment.conditions()) {
      for (Condition b : experiment.conditions()) {
        if (a.task().equals(b.task()) && !Objects.equals(key.of().apply(a), key.of().apply(b))) return true;
      }
    }
    return false;
  }
}
