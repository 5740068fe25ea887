package plast.equation;

import java.util.List;
import java.util.Optional;
import plast.equation.QuantityCheck.Time;
import plast.equation.Scope.Level;
import plast.equation.Scope.Owner;
import plast.equation.SourceText.Finding;
import plast.equation.Statement.Assign;
import plast.equation.Statement.Assignment;
import plast.equation.Statement.Change;
import plast.equation.Statement.When;
import plast.equation.Symbol.Role;

/** Checks statements in their order: targets that may be written, units, local variables. */
final class StatementCheck {
  private final Problems problems;
  private final Time time;
  private Scope scope;

  StatementCheck(Scope scope, Problems problems, Time time) {
    this.scope = scope;
    this.problems = problems;
    this.time = time;
  }

  void all(List<Statement> statements) {
    for (Statement statement : statements) one(statement);
  }

  private void one(Statement statement) {
    QuantityCheck check = new QuantityCheck(scope, problems, time);
    switch (statement) {
      case Assignment a -> assignment(a, check.of(a.value()));
      case Change c -> {
        Quantity quantity = check.of(c.value());
        target(c.target()).ifPresent(symbol ->
            Agreement.of(problems, "d" + symbol.name(), symbol.quantity(), c.value(), quantity));
      }
      case When w -> {
        check.condition(w.condition(), "when");
        all(w.body());
      }
    }
  }

  private void assignment(Assignment a, Quantity value) {
    String name = a.target().text();
    Optional<Resolution> found = Resolution.of(name, scope);
    if (found.isEmpty() && a.operator() == Assign.SET) {
      local(a, value);
      return;
    }
    Optional<Symbol> target = target(a.target());
    if (target.isEmpty()) return;
    boolean scales = a.operator() == Assign.MULTIPLY || a.operator() == Assign.DIVIDE;
    if (!scales) {
      Agreement.of(problems, name, target.get().quantity(), a.value(), value);
    } else if (!value.plain() || value.isBoolean()) {
      problems.error(a.value().span(), "'" + name + " " + a.operator().text()
          + "' needs a plain number, the right side has "
          + value.words(), "a factor has no unit");
    }
    found.ifPresent(resolution -> order(a, resolution));
  }

  private void local(Assignment a, Quantity value) {
    String name = a.target().text();
    Optional<String> reserved = SpecialNames.whyReserved(scope.owner(), name);
    if (reserved.isPresent()) {
      unknown(a.target(), reserved.get());
      return;
    }
    List<String> near = NearestNames.of(name, scope.at(Level.OWN).keySet());
    if (!near.isEmpty() && NearestNames.distance(name, near.getFirst()) == 1) {
      problems.add(Problem.Severity.WARNING, a.target().span(),
          new Finding("'" + name + "' is new here, a local variable",
          "did you mean " + near.getFirst() + "?", List.of()));
    }
    scope = scope.with(Level.OWN, Symbol.of(name, value, Role.LOCAL));
  }

  private void unknown(Expr.Name target, String why) {
    problems.error(target.span(), new Finding(why, "it cannot be set", NearestNames.in(scope, target.text())));
  }

  /** The variable that is written, if it may be. */
  private Optional<Symbol> target(Expr.Name target) {
    String name = target.text();
    Optional<Resolution> found = Resolution.of(name, scope);
    if (found.isEmpty()) {
      problems.error(target.span(), new Finding("'" + name + "' is not defined", "declare it, or set it with = before",
          NearestNames.in(scope, name)));
      return Optional.empty();
    }
    Symbol symbol = found.get().symbol();
    Optional<Finding> refused = refused(name, found.get());
    refused.ifPresent(finding -> problems.error(target.span(), finding));
    return refused.isPresent() ? Optional.empty() : Optional.of(symbol);
  }

  private Optional<Finding> refused(String name, Resolution found) {
    Symbol symbol = found.symbol();
    boolean otherSide = found.level() == Level.SOURCE || found.level() == Level.TARGET;
    if (scope.owner() == Owner.RULE && name.equals("w")) return Optional.empty();
    if (scope.owner() == Owner.RULE && otherSide) {
      return Optional.of(new Finding("'" + name + "' is a parameter of " + found.level().words() + ": a rule reads it",
          "declare a state variable of the rule, by another name"));
    }
    if (symbol.role() == Role.SUBEXPRESSION) {
      return Optional.of(new Finding("'" + name + "' is a subexpression: it is computed, not stored",
          "set a variable that it depends on"));
    }
    if (symbol.is(Flag.CONSTANT)) {
      return Optional.of(new Finding("'" + name + "' is constant", "remove the flag (constant) to write it"));
    }
    if (symbol.role() == Role.MODULATOR) {
      return Optional.of(new Finding("'" + name + "' is a modulator: the experiment sets it",
          "declare a state variable"));
    }
    if (otherSide && symbol.is(Flag.SHARED)) {
      return Optional.of(new Finding("'" + name + "' is shared by the whole other group",
          "write a variable that each neuron has"));
    }
    return switch (symbol.role()) {
      case STATE, PARAMETER, LOCAL -> Optional.empty();
      case SPECIAL -> Optional.of(new Finding("'" + name + "' is a reserved name", "it cannot be set"));
      case CONSTANT, UNIT, NAMESPACE, PROJECTION, SUBEXPRESSION, MODULATOR ->
          Optional.of(new Finding("'" + name + "' comes from " + found.level().words() + " and never changes",
              "declare a parameter of the model to write it"));
    };
  }

  /** Several synapses that set one variable of a neuron in one step leave what the last one wrote. */
  private void order(Assignment a, Resolution found) {
    boolean otherSide = found.level() == Level.SOURCE || found.level() == Level.TARGET;
    boolean adds = a.operator() == Assign.ADD || a.operator() == Assign.SUBTRACT;
    if (!otherSide || adds || scope.owner() != Owner.SYNAPSES) return;
    problems.warning(a.span(), "'" + a.target().text() + " " + a.operator().text()
        + "' from several synapses in one step depends "
        + "on their order", "use += or -=, which do not");
  }
}
