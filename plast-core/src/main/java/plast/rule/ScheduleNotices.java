package plast.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import plast.equation.Averages;
import plast.equation.CheckedRule;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.Printed;
import plast.equation.Section.Every;
import plast.equation.SeparableTerm.Average;
import plast.equation.TrialChanges;
import plast.equation.Trees;

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
    notices.forgotten(all);
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

  /** State variables that trials write and read, and that have their start whenever they are read. */
  private void forgotten(List<String> all) {
    changes.trial().keySet().forEach(state -> {
      if (state.equals("w") || changes.step().containsKey(state) || !readAtTheEndOfATrial(state)) return;
      all.add("every trial: '" + state + "' begins each trial with its start, which is all that is read of it; what is"
          + " to live on is written under 'every batch:'");
    });
  }

  private boolean readAtTheEndOfATrial(String state) {
    Set<String> names = new HashSet<>();
    changes.trial().forEach((variable, change) -> {
      if (!variable.equals(state)) names.addAll(Trees.names(change));
    });
    Averages product = changes.products().get(Every.TRIAL);
    if (product != null) {
      names.addAll(Trees.names(product.elementwise()));
      product.averages().values().forEach(average -> names.addAll(Trees.names(average.expression())));
    }
    return names.contains(state);
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
