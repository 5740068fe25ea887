package plast.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.DeclaredUnit;
import plast.equation.Definition.Parameter;
import plast.equation.EquationException;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Place;
import plast.equation.Problem;
import plast.equation.Rule;
import plast.equation.Section;
import plast.equation.Section.Every;
import plast.equation.Span;
import plast.equation.Statement;
import plast.equation.Trees;

/**
 * A switch with memory between two rules.
 *
 * @param state the name of the variable that is 1 where a synapse is strong
 * @param now   the name of the same in sections that do not remember it
 */
record Hysteresis(Expr on, Expr up, Expr down, String state, String now) {

  /** Whether both are numbers and {@code down} is the larger one. */
  static boolean isUpsideDown(Expr up, Expr down) {
    Optional<Double> above = constant(up), below = constant(down);
    return above.isPresent() && below.isPresent() && below.get() > above.get();
  }

  private static Optional<Double> constant(Expr e) {
    try {
      return Optional.of(Evaluation.of(e, java.util.Map.of()));
    } catch (EquationException varies) {
      return Optional.empty();
    }
  }

  static Problem upsideDown(String object, Combination.Switching switching) {
    String down = switching.down();
    Place place = new Place(object, 1, 1, Math.max(1, down.length()), down);
    return new Problem(Problem.Severity.ERROR, place, "down = " + down + " is above up = " + switching.up(),
        "at most " + switching.up(), List.of());
  }

  /** The rule that follows {@code weak} or {@code strong}, neither of which sets w. */
  Rule of(Rule weak, Rule strong) {
    Every rarest = rarest(weak, strong);
    Rule both = MergedRules.of(List.of(declaration()), List.of(
        ChangeOfWeight.guarded(weak, section -> is(Trees.ZERO, section.every() == rarest)),
        ChangeOfWeight.guarded(strong, section -> is(Trees.ONE, section.every() == rarest))));
    List<Section> sections = new ArrayList<>();
    boolean remembered = false;
    for (Section section : both.sections()) {
      boolean remembers = section.every() == rarest;
      boolean asks = remembers ? !remembered : ChangeOfWeight.isIn(section);
      sections.add(asks ? asking(section, remembers ? state : now) : section);
      remembered |= remembers;
    }
    return new Rule(both.source(), both.declarations(), sections);
  }

  private static Every rarest(Rule weak, Rule strong) {
    Every rarest = Every.STEP;
    for (Rule rule : List.of(weak, strong)) {
      for (Section section : rule.sections()) {
        if (ChangeOfWeight.isIn(section) && section.every().compareTo(rarest) > 0) rarest = section.every();
      }
    }
    return rarest;
  }

  private Parameter declaration() {
    return new Parameter(new Expr.Name(state, Span.NONE), Optional.of(Trees.ZERO), DeclaredUnit.absent(Span.NONE),
        List.of(), Span.NONE);
  }

  private Expr is(Expr side, boolean remembers) {
    return compare(Expr.Comparison.EQUAL, Trees.name(remembers ? state : now), side);
  }

  private static Expr compare(Expr.Comparison comparison, Expr a, Expr b) {
    return new Expr.Compare(comparison, a, b, Span.NONE);
  }

  private Section asking(Section section, String answer) {
    Expr stays = Trees.call("where", compare(Expr.Comparison.LESS, on, down), Trees.ZERO, Trees.name(state));
    Expr value = Trees.call("where", compare(Expr.Comparison.AT_LEAST, on, up), Trees.ONE, stays);
    List<Statement> statements = new ArrayList<>();
    statements.add(new Statement.Assignment(
        new Expr.Name(answer, Span.NONE), Statement.Assign.SET, value, Span.NONE));
    statements.addAll(section.statements());
    return new Section(section.every(), statements);
  }
}
