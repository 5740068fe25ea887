package plast.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.Section.Every;

/**
 * What can be said of a rule from its equations alone.
 *
 * @param changes           Δw of each section that changes w, as one expression of the values before it
 * @param notLocal          what it reads beyond one synapse's world; empty: it is local
 * @param notDifferentiable which derivatives of Δw do not exist and why; empty: all exist
 * @param placements        where each state variable lives
 */
public record RuleAnalysis(List<Change> changes, List<String> notLocal, List<String> notDifferentiable,
    Map<String, Placement> placements) {

  /**
   * Δw of one section.
   *
   * @param terms        the terms that factorise, none if it does not
   * @param notSeparable why it does not factorise, empty if it does
   * @param fixedPoints  w at which Δw = 0, where Δw is affine or quadratic in w
   */
  public record Change(Every every, Expr expression, List<SeparableTerm> terms, String notSeparable,
      List<Expr> fixedPoints) {
    public Change {
      terms = List.copyOf(terms);
      fixedPoints = List.copyOf(fixedPoints);
    }

    public boolean isSeparable() {
      return notSeparable.isEmpty();
    }
  }

  public RuleAnalysis {
    changes = List.copyOf(changes);
    notLocal = List.copyOf(notLocal);
    notDifferentiable = List.copyOf(notDifferentiable);
    placements = Map.copyOf(placements);
  }

  /**
   * The analysis of {@code checked}.
   *
   * @throws EquationException if Δw written out is too large
   */
  public static RuleAnalysis of(CheckedRule checked) {
    Rule rule = checked.rule();
    Placements placements = Placements.of(rule);
    Set<String> modulators = varyingModulators(checked);
    List<Change> changes = new ArrayList<>();
    for (Section section : rule.sections()) {
      Expr change = change(section);
      if (!change.equals(Trees.ZERO)) changes.add(change(section.every(), change, placements, modulators));
    }
    Map<String, Placement> states = new LinkedHashMap<>();
    for (String state : rule.states()) states.put(state, placements.of(state));
    return new RuleAnalysis(changes, notLocal(rule), notDifferentiable(changes, checked), states);
  }

  /** The modulators that have a value of their own at each step and trial. */
  static Set<String> varyingModulators(CheckedRule checked) {
    Set<String> modulators = new LinkedHashSet<>();
    checked.scope().symbols().values().forEach(level -> level.values().stream()
        .filter(symbol -> symbol.role() == Symbol.Role.MODULATOR && !symbol.is(Flag.SHARED))
        .forEach(s -> modulators.add(s.name())));
    return modulators;
  }

  private static Expr change(Section section) {
    try {
      return WeightChange.of(section);
    } catch (RefusedException refused) {
      throw new EquationException(refused.reason());
    }
  }

  private static Change change(Every every, Expr change, Placements placements, Set<String> modulators) {
    List<Expr> fixed = Trees.calls(change, Builtin.RANDOM) ? List.of() : FixedPoints.of(change, "w");
    try {
      return new Change(every, change, Separation.of(change, placements, modulators), "", fixed);
    } catch (RefusedException refused) {
      return new Change(every, change, List.of(), refused.reason(), fixed);
    }
  }

  private static List<String> notLocal(Rule rule) {
    List<String> reasons = new ArrayList<>();
    for (Section section : rule.sections()) {
      for (Statement statement : section.statements()) notLocal(statement, reasons);
    }
    return reasons.stream().distinct().toList();
  }

  private static void notLocal(Statement statement, List<String> reasons) {
    Expr read = switch (statement) {
      case Statement.Assignment a -> a.value();
      case Statement.Change c -> c.value();
      case Statement.When w -> {
        w.body().forEach(inner -> notLocal(inner, reasons));
        yield w.condition();
      }
    };
    if (Trees.mentions(read,
        Set.of("grad"))) reasons.add("grad: the gradient of the loss comes from the whole network");
  }

  private static List<String> notDifferentiable(List<Change> changes, CheckedRule checked) {
    List<String> reasons = new ArrayList<>();
    Derivative.Rules rules = new Derivative.Rules(checked.scope().functions(), java.util.Optional.empty());
    for (Change change : changes) {
      for (String name : Trees.names(change.expression())) {
        if (Units.find(name).isPresent() || Set.of("time", "batch", "pi", "e", "inf").contains(name)) continue;
        Derivative.of(change.expression(), Trees.name(name), rules).problems().forEach(p -> reasons.add(
            "with respect to " + name + ": " + p.found()));
      }
    }
    return reasons;
  }

  public boolean isLocal() {
    return notLocal.isEmpty();
  }

  public boolean isDifferentiable() {
    return notDifferentiable.isEmpty();
  }

  public boolean isSeparable() {
    return changes.stream().allMatch(Change::isSeparable);
  }
}
