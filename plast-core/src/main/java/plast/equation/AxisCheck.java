package plast.equation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plast.equation.Axes.Axis;
import plast.equation.Expr.Call;
import plast.equation.Expr.Name;
import plast.equation.Section.Every;
import plast.equation.Statement.Assignment;
import plast.equation.Statement.Change;
import plast.equation.Statement.When;

/** Whether every statement of a rule says how values of many steps and trials become one. */
final class AxisCheck {
  private final Axes axes;
  private final Every every;
  private final Problems problems;

  AxisCheck(Axes axes, Every every, Problems problems) {
    this.axes = axes;
    this.every = every;
    this.problems = problems;
  }

  void all(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Assignment a -> assignment(a);
        case Change c -> reduced(c.value());
        case When w -> {
          reduced(w.condition());
          all(w.body());
        }
      }
    }
  }

  private void assignment(Assignment a) {
    String name = a.target().text();
    boolean state = name.equals("w") || Resolution.of(name, axes.scope()).isPresent();
    calls(a.value());
    if (state) varying(a.value());
    else axes.local(name, axes.of(a.value()));
  }

  private void reduced(Expr e) {
    calls(e);
    varying(e);
  }

  private void varying(Expr e) {
    Set<Axis> left = new HashSet<>(axes.of(e));
    left.retainAll(Axes.open(every));
    if (left.isEmpty()) return;
    Expr part = culprit(e, left);
    problems.error(part.span(), "'" + Printed.of(part) + "' has one value for each " + Axes.words(left)
        + ", and 'every "
        + every.text() + "' sees them all", "average them: mean(...)");
  }

  /** The first name outside a mean that varies. */
  private Expr culprit(Expr e, Set<Axis> left) {
    for (Expr part : Trees.children(e)) {
      Set<Axis> both = new HashSet<>(axes.of(part));
      both.retainAll(left);
      if (!both.isEmpty()) return part instanceof Name ? part : culprit(part, left);
    }
    return e;
  }

  private void calls(Expr e) {
    if (e instanceof Name n && n.text().equals("grad") && every != Every.BATCH) {
      problems.error(n.span(), "'grad' is known once per batch, not every " + every.text(),
          "put the statement under 'every batch:'");
    }
    if (e instanceof Call c) call(c);
    for (Expr part : Trees.children(e)) calls(part);
  }

  private void call(Call c) {
    if (c.arguments().isEmpty()) return;
    Expr x = c.arguments().getFirst();
    if (c.function().equals("adam") && every != Every.BATCH) {
      problems.error(c.span(), "'adam' takes one step per batch", "put the statement under 'every batch:'");
    }
    if (c.function().equals("now") || c.function().equals("previous")) {
      boolean rate = x instanceof Name n && (n.text().equals("pre") || n.text().equals("post"));
      if (!rate) problems.error(x.span(), "'" + c.function() + "' takes pre or post, this is " + Printed.of(x),
          "write " + c.function() + "(pre) or " + c.function() + "(post)");
    }
    if (!c.function().equals("mean")) return;
    if (axes.averaged(c).isEmpty()) {
      problems.error(c.span(), "'every step' sees one step of one trial, there is nothing to average over",
          "remove mean(...), or write mean(x, batch)");
    } else if (axes.of(x).stream().noneMatch(axes.averaged(c)::contains)) {
      problems.warning(c.span(), Printed.of(x) + " does not vary over " + (c.arguments().size() > 1
          ? Printed.of(c.arguments().get(1)) : "steps or trials"), "remove mean(...)");
    }
  }
}
