package plast.equation;

import static plast.equation.Quantity.PLAIN;
import static plast.equation.Quantity.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.Expr.Call;
import plast.equation.Expr.Name;
import plast.equation.Scope.Level;
import plast.equation.Scope.Owner;
import plast.equation.SourceText.Finding;

/** The unit of a function's value: the function exists, has as many arguments as it takes, in units that fit. */
final class CallCheck {
  private static final Set<String> AXES = Set.of("batch", "time");

  private final QuantityCheck check;
  private final Scope scope;
  private final Problems problems;

  CallCheck(QuantityCheck check) {
    this.check = check;
    this.scope = check.scope();
    this.problems = check.problems();
  }

  Quantity of(Call c) {
    UserFunction own = scope.functions().get(c.function());
    if (own != null) return user(c, own);
    Optional<Builtin> builtin = Builtin.find(c.function()).filter(this::allowed);
    if (builtin.isEmpty()) return unknown(c);
    Builtin function = builtin.get();
    int given = c.arguments().size();
    if (given < function.fewestArguments() || given > function.mostArguments()) {
      problems.error(c.span(), "'" + c.function() + "' takes " + count(function) + ", " + given + " given",
          "write " + example(function));
      return UNKNOWN;
    }
    return quantity(c, function);
  }

  private boolean allowed(Builtin function) {
    if (Builtin.OF_RULES.contains(function.text())) return scope.owner() == Owner.RULE;
    return function != Builtin.INPUT || scope.owner() == Owner.RATES;
  }

  private Quantity unknown(Call c) {
    c.arguments().forEach(check::of);
    Optional<Builtin> elsewhere = Builtin.find(c.function());
    if (elsewhere.isPresent()) {
      String place = elsewhere.get() == Builtin.INPUT ? "models of rate networks" : "rules of rate networks";
      problems.error(c.span(), "'" + c.function() + "' belongs to " + place, "remove it here");
      return UNKNOWN;
    }
    List<String> known = new ArrayList<>(Builtin.known());
    known.addAll(scope.functions().keySet());
    List<String> nearest = NearestNames.of(c.function(), known).stream().map(name -> name + " (function)").toList();
    boolean variable = Resolution.of(c.function(), scope).isPresent();
    String advice = variable ? "it is a variable: multiplication is written *"
        : "define it as a function of the experiment";
    problems.error(c.span(), new Finding("there is no function '" + c.function() + "'", advice, nearest));
    return UNKNOWN;
  }

  private static String count(Builtin function) {
    int fewest = function.fewestArguments();
    int most = function.mostArguments();
    if (fewest != most) return fewest + " to " + most + " arguments";
    return fewest == 0 ? "no arguments" : fewest == 1 ? "1 argument" : fewest + " arguments";
  }

  private static String example(Builtin function) {
    return switch (function) {
      case CLIP -> "clip(x, lowest, highest)";
      case WHERE -> "where(condition, a, b)";
      case MIN -> "min(a, b)";
      case MAX -> "max(a, b)";
      case HASH01 -> "hash01(i, j, salt)";
      case TIMESTEP -> "timestep(x, dt)";
      case INPUT -> "input(projection)";
      case MEAN -> "mean(x), mean(x, time) or mean(x, batch)";
      case RAND, RANDN -> function.text() + "()";
      default -> function.text() + "(x)";
    };
  }

  private Quantity quantity(Call c, Builtin function) {
    List<Expr> arguments = c.arguments();
    return switch (function.passing()) {
      case PLAIN -> {
        for (Expr argument : arguments) plain(c, argument);
        yield function == Builtin.POISSON || function == Builtin.FLOOR || function == Builtin.CEIL
            ? Quantity.INTEGER : PLAIN;
      }
      case SAME -> check.allAgree(c.function(), arguments);
      case PLAIN_RESULT -> {
        check.number(arguments.getFirst(), c.function());
        yield PLAIN;
      }
      case ROOT -> root(c);
      case WHOLE -> {
        Quantity argument = check.of(arguments.getFirst());
        if (!argument.isBoolean()) requirePlain(c, arguments.getFirst(), argument);
        yield Quantity.INTEGER;
      }
      case CHOICE -> choice(c);
      case TIMES -> times(c);
      case INPUT -> input(c);
      case MEAN -> mean(c);
    };
  }

  private void plain(Call c, Expr argument) {
    requirePlain(c, argument, check.number(argument, c.function()));
  }

  private void requirePlain(Call c, Expr argument, Quantity quantity) {
    if (quantity.plain()) return;
    problems.error(argument.span(), "the argument of " + c.function() + " must be a plain number, "
        + QuantityCheck.shown(argument, quantity), "Divide it by " + DimensionNames.quantity(quantity.dimension())
            + "?");
  }

  private Quantity root(Call c) {
    Quantity argument = check.number(c.arguments().getFirst(), c.function());
    if (argument.isUnknown()) return UNKNOWN;
    Dimension half = argument.dimension().power(Rational.of(1, 2));
    return argument.plain() ? PLAIN : half.reasonable() ? Quantity.number(half) : UNKNOWN;
  }

  private Quantity choice(Call c) {
    check.condition(c.arguments().get(0), "where");
    Quantity a = check.of(c.arguments().get(1));
    Quantity b = check.of(c.arguments().get(2));
    if (a.isUnknown() || b.isUnknown()) return UNKNOWN;
    if (a.isBoolean() == b.isBoolean() && a.fits(b)) return QuantityCheck.common(a, b);
    problems.error(c.arguments().get(2).span(), "where mixes " + QuantityCheck.shown(c.arguments().get(1), a) + " and "
        + QuantityCheck.shown(c.arguments().get(2), b), "give both the same unit");
    return UNKNOWN;
  }

  private Quantity times(Call c) {
    Quantity all = check.allAgree(c.function(), c.arguments());
    boolean time = all.isUnknown() || all.any() == Quantity.Fit.ANY_DIMENSION
        || all.dimension().equals(Dimension.SECOND)
        || check.time() == QuantityCheck.Time.PLAIN && all.plain();
    if (!time) problems.error(c.span(), "timestep needs two times, these have unit " + all.words(),
        "write timestep(x, dt)");
    return Quantity.INTEGER;
  }

  private Quantity input(Call c) {
    Expr argument = c.arguments().getFirst();
    if (!(argument instanceof Name n)) {
      problems.error(argument.span(), "input takes the name of a projection, this is " + Printed.of(argument),
          "write input(projection): it is the sum of w*rate over the projection's synapses");
      return UNKNOWN;
    }
    Optional<Symbol> projection = scope.find(Level.PROJECTIONS, n.text());
    if (projection.isPresent()) return projection.get().quantity();
    List<String> known = List.copyOf(scope.at(Level.PROJECTIONS).keySet());
    List<String> nearest = NearestNames.of(n.text(), known).stream().map(name -> name + " (projection)").toList();
    problems.error(n.span(), new Finding("there is no projection '" + n.text() + "' to this population",
        known.isEmpty() ? "add it to the experiment" : "the projections are " + String.join(", ", known), nearest));
    return UNKNOWN;
  }

  private Quantity mean(Call c) {
    if (c.arguments().size() == 2) {
      Expr axis = c.arguments().get(1);
      boolean known = axis instanceof Name n && AXES.contains(n.text());
      if (!known) problems.error(axis.span(), "mean goes over time or batch, not " + Printed.of(axis),
          "write mean(x), mean(x, time) or mean(x, batch)");
    }
    return check.number(c.arguments().getFirst(), "mean");
  }

  private Quantity user(Call c, UserFunction function) {
    if (c.arguments().size() != function.arity()) {
      problems.error(c.span(), "'" + c.function() + "' takes " + function.arity()
          + (function.arity() == 1 ? " argument, " : " arguments, ") + c.arguments().size() + " given",
              "match its definition");
      return UNKNOWN;
    }
    return switch (function) {
      case UserFunction.Formula formula -> formula(c, formula);
      case UserFunction.Timed timed -> {
        check.of(c.arguments().getFirst());
        if (!(c.arguments().getFirst() instanceof Name n && n.text().equals("t"))) {
          problems.error(c.span(), "'" + c.function() + "' holds values over time", "call it as " + c.function()
              + "(t)");
        }
        yield timed.quantity();
      }
    };
  }

  /** Its body with the units of the arguments for its parameters; errors in it are shown at the call. */
  private Quantity formula(Call c, UserFunction.Formula formula) {
    List<Symbol> parameters = new ArrayList<>();
    for (int k = 0; k < formula.arity(); k++) {
      parameters.add(Symbol.of(formula.parameters().get(k), check.of(c.arguments().get(k)), Symbol.Role.LOCAL));
    }
    Problems inside = new Problems(new SourceText("function '" + c.function() + "'", Printed.of(formula.body())));
    Scope inner = new Scope(scope.owner(), java.util.Map.of(), withoutItself(formula)).with(Level.OWN, parameters);
    Quantity quantity = new QuantityCheck(inner, inside, check.time()).of(formula.body());
    List<Problem> found = inside.list();
    if (found.isEmpty()) return quantity;
    problems.error(c.span(), "in function '" + c.function() + "': " + found.getFirst().found(),
        found.getFirst().advice());
    return UNKNOWN;
  }

  private java.util.Map<String, UserFunction> withoutItself(UserFunction.Formula formula) {
    java.util.Map<String, UserFunction> others = new java.util.HashMap<>(scope.functions());
    others.remove(formula.name());
    return others;
  }
}
