package plast.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plast.equation.Averages;
import plast.equation.CheckedRule;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Printed;
import plast.equation.Section.Every;
import plast.equation.SeparableTerm.Average;
import plast.equation.TrialChanges;

/** How sections of steps and trials are computed, in words. */
final class ScheduleNotices {
  private final TrialChanges changes;
  private final long steps;
  private final long trials;

  private ScheduleNotices(TrialChanges changes, int steps, int trials) {
    this.changes = changes;
    this.steps = steps;
    this.trials = trials;
  }

  /** For batches of {@code trials} of {@code steps}. */
  static List<String> of(CheckedRule rule, int steps, int trials) {
    ScheduleNotices notices = new ScheduleNotices(TrialChanges.of(rule), steps, trials);
    List<String> all = new ArrayList<>();
    notices.changes.products().forEach((every, product) -> all.add(notices.product(every, product)));
    notices.elementwise(Every.STEP, notices.changes.step(), steps * (long) trials, all);
    notices.elementwise(Every.TRIAL, notices.changes.trial(), trials, all);
    return all;
  }

  private String product(Every every, Averages product) {
    long products = product.averages().values().stream().filter(Average::isProduct).count();
    boolean ofSteps = every == Every.STEP || product.averages().values().stream()
        .anyMatch(average -> Printed.of(average.expression()).matches(".*\\b(pre|post)\\b.*"));
    long updates = ofSteps ? steps * trials : trials;
    String what = products == 0 ? "averages of one side" : products == 1 ? "1 product" : products + " products";
    return "every " + every.text() + ": " + what + " instead of " + number(updates) + " outer updates per batch of "
        + size();
  }

  private void elementwise(Every every, Map<String, Expr> own, long runs, List<String> all) {
    String reason = changes.unseparable().get(every);
    if (reason == null) {
      reason = own.keySet().stream().filter(this::isOfSynapses).filter(name -> !name.startsWith("_")).findFirst()
          .map(state -> "'" + state + "' has a value for each synapse").orElse(null);
    }
    if (reason == null) return;
    all.add("every " + every.text() + ": computed for every synapse " + number(runs) + " times per batch of " + size()
        + ", because " + reason);
  }

  private boolean isOfSynapses(String variable) {
    return changes.placements().getOrDefault(variable, Placement.PROJECTION) == Placement.SYNAPSE;
  }

  private String size() {
    return number(trials) + " trials of " + number(steps) + " steps";
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }
}
