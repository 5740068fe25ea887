package plast.equation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plast.equation.Definition.Differential;
import plast.equation.Definition.Subexpression;

/** Event-driven equations: solvable in closed form between events, and read by nothing that runs at every step. */
final class DriveCheck {
  /** Larger linear systems have no cheap propagator of the elapsed time. */
  private static final int MOST_COUPLED = 4;
  private static final String OFFER = "mark it (clock-driven): it is then advanced for every synapse at every step";

  private final CheckedModel model;
  private final Problems problems;
  private final Set<String> driven = new LinkedHashSet<>();

  private DriveCheck(CheckedModel model, Problems problems) {
    this.model = model;
    this.problems = problems;
  }

  static void of(CheckedModel model, Problems problems) {
    DriveCheck check = new DriveCheck(model, problems);
    for (Differential d : model.model().differentials()) if (d.is(Flag.EVENT_DRIVEN)) check.driven.add(d.variable());
    if (check.driven.isEmpty()) return;
    for (Definition d : model.model().definitions()) check.definition(d);
  }

  private void definition(Definition d) {
    try {
      if (d instanceof Differential x && x.is(Flag.EVENT_DRIVEN)) linear(x);
      else if (d instanceof Differential || d instanceof Subexpression && d.is(Flag.SUMMED)) unread(d);
    } catch (EquationException tooLarge) {
      problems.error(d.span(), String.valueOf(tooLarge.getMessage()), "write it shorter");
    }
  }

  private void linear(Differential d) {
    Expr right = model.substituted(d.derivative());
    Set<String> used = new LinkedHashSet<>(Trees.names(right));
    used.retainAll(driven);
    String name = "d" + d.variable() + "/dt";
    if (used.size() > MOST_COUPLED) {
      problems.error(d.derivative().span(), name + " couples " + used.size() + " event-driven variables, at most "
          + MOST_COUPLED
          + " can be solved", OFFER);
      return;
    }
    try {
      Affine affine = Affine.of(right, List.copyOf(driven));
      for (Expr coefficient : affine.all()) {
        Varying.first(coefficient, model).ifPresent(varying -> problems.error(d.derivative().span(), name
            + " is event-driven, and " + varying + " changes between events", OFFER));
      }
    } catch (RefusedException refused) {
      problems.error(d.derivative().span(), name + " is event-driven and not linear: " + refused.reason(), OFFER);
    }
  }

  private void unread(Definition d) {
    Expr right = model.substituted(d.right().orElse(Trees.ZERO));
    Trees.names(right).stream().filter(driven::contains).findFirst().ifPresent(name -> problems.error(d.span(),
        "'" + d.variable() + "' reads '" + name + "' at every step, which is event-driven and stale between events",
        "mark d" + name + "/dt (clock-driven)"));
  }
}
