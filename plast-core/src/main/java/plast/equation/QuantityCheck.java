package plast.equation;

import static plast.equation.Quantity.PLAIN;
import static plast.equation.Quantity.UNKNOWN;

import java.util.List;
import java.util.Optional;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Compare;
import plast.equation.Expr.Logic;
import plast.equation.Expr.Name;
import plast.equation.Expr.Number;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Truth;
import plast.equation.Expr.Unary;
import plast.equation.Quantity.Kind;
import plast.equation.SourceText.Finding;

/** Finds the unit of an expression, and reports every name that means nothing and every unit that does not fit. */
final class QuantityCheck {
  private final Scope scope;
  private final Problems problems;
  private final Time time;

  /** Whether time is counted in seconds, or in plain numbers as everything else. */
  enum Time { SECONDS, PLAIN }

  QuantityCheck(Scope scope, Problems problems, Time time) {
    this.scope = scope;
    this.problems = problems;
    this.time = time;
  }

  Scope scope() {
    return scope;
  }

  Problems problems() {
    return problems;
  }

  Time time() {
    return time;
  }

  Quantity of(Expr e) {
    return switch (e) {
      case Number n -> n.value() == 0 ? Quantity.ZERO : n.value() == Math.rint(n.value()) ? Quantity.INTEGER : PLAIN;
      case Truth _ -> Quantity.BOOLEAN;
      case Name n -> name(n);
      case Unary u -> unary(u);
      case Binary b -> binary(b);
      case Compare c -> compare(c);
      case Logic l -> {
        condition(l.left(), l.operator().text());
        condition(l.right(), l.operator().text());
        yield Quantity.BOOLEAN;
      }
      case Call c -> new CallCheck(this).of(c);
    };
  }

  private Quantity name(Name n) {
    Optional<Resolution> found = Resolution.of(n.text(), scope);
    if (found.isEmpty()) {
      problems.error(n.span(), unknown(n.text()));
      return UNKNOWN;
    }
    Resolution resolution = found.get();
    if (!resolution.shadowed().isEmpty()) {
      String other = resolution.shadowed().getFirst().valueWords();
      problems.warning(n.span(), "'" + n.text() + "' has two meanings: " + resolution.symbol().valueWords() + " from "
          + resolution.level().words() + " is used, " + other + " is hidden", "rename one of them");
    }
    Quantity quantity = resolution.symbol().quantity();
    boolean timed = resolution.level() == Scope.Level.SPECIAL && time == Time.PLAIN && quantity.kind() == Kind.NUMBER;
    return timed ? PLAIN : quantity;
  }

  private Finding unknown(String name) {
    List<String> nearest = NearestNames.in(scope, name);
    Optional<Scope.Level> side = Resolution.side(name).filter(_ -> scope.owner() == Scope.Owner.RULE);
    if (side.isEmpty()) {
      return new Finding("'" + name + "' is not defined", unknownAdvice(name, scope.owner()), nearest);
    }
    String suffix = name.substring(name.lastIndexOf('_'));
    List<String> there = scope.at(side.get()).keySet().stream().map(parameter -> parameter + suffix).toList();
    return new Finding("'" + name + "' is no parameter of " + side.get().words(), (there.isEmpty() ? "it has none"
        : "it has " + String.join(", ", there)) + "; of its state a rule sees what it tells, "
        + suffix.substring(1), nearest);
  }

  private static String unknownAdvice(String name, Scope.Owner owner) {
    if (Builtin.find(name).isPresent()) return "'" + name + "' is a function: write " + name + "(...)";
    if (name.length() > 1 && name.startsWith("d") && !name.equals("dt")) {
      return "define it; a derivative stands only on the left, as in " + name + "/dt = ...";
    }
    if (owner == Scope.Owner.RULE) return "declare it above: " + name + " : 1 (constant), or (modulator)";
    return "define it in the model or in a namespace";
  }

  private Quantity unary(Unary u) {
    if (u.operator() == Prefix.NOT) {
      condition(u.operand(), "not");
      return Quantity.BOOLEAN;
    }
    return number(u.operand(), "-");
  }

  /** The quantity of an operand that must be a number. */
  Quantity number(Expr e, String operator) {
    Quantity quantity = of(e);
    if (!quantity.isBoolean()) return quantity;
    problems.error(e.span(), "'" + operator + "' needs a number, " + Printed.of(e) + " is a condition",
        "write int(" + Printed.of(e) + ") for 0 or 1, or where(" + Printed.of(e) + ", a, b)");
    return UNKNOWN;
  }

  void condition(Expr e, String operator) {
    Quantity quantity = of(e);
    if (quantity.isBoolean() || quantity.isUnknown()) return;
    problems.error(e.span(), "'" + operator + "' needs a condition, " + Printed.of(e) + " has unit " + quantity.words(),
        "write a comparison such as " + Printed.of(e) + " > 0");
  }

  private Quantity binary(Binary b) {
    String operator = b.operator().text();
    Quantity left = number(b.left(), operator);
    Quantity right = number(b.right(), operator);
    return switch (b.operator()) {
      case ADD -> agree(b, "add", left, right);
      case SUBTRACT -> agree(b, "subtract", left, right);
      case MODULO -> agree(b, "take the remainder of", left, right);
      case MULTIPLY -> left.kind() == Kind.INTEGER && right.kind() == Kind.INTEGER ? Quantity.INTEGER
          : scaled(b, left, right, left.dimension().times(right.dimension()));
      case DIVIDE, FLOOR_DIVIDE -> scaled(b, left, right, left.dimension().per(right.dimension()));
      case POWER -> power(b, left, right);
    };
  }

  private Quantity scaled(Expr e, Quantity left, Quantity right, Dimension dimension) {
    if (left.isUnknown() || right.isUnknown()) return UNKNOWN;
    if (dimension.reasonable()) return Quantity.number(dimension);
    problems.error(e.span(), "the unit has an exponent beyond " + Rational.LARGEST, "check the powers");
    return UNKNOWN;
  }

  private Quantity agree(Binary b, String verb, Quantity left, Quantity right) {
    if (left.fits(right)) return common(left, right);
    String connective = b.operator() == Expr.Arithmetic.SUBTRACT ? " from " : " and ";
    Expr first = b.operator() == Expr.Arithmetic.SUBTRACT ? b.right() : b.left();
    Expr second = b.operator() == Expr.Arithmetic.SUBTRACT ? b.left() : b.right();
    Quantity one = first == b.left() ? left : right;
    Quantity two = first == b.left() ? right : left;
    problems.error(b.span(), "cannot " + verb + " " + shown(first, one) + connective + shown(second, two),
        factor(b, left, right));
    return UNKNOWN;
  }

  private static String factor(Binary b, Quantity left, Quantity right) {
    return DimensionNames.remedy(Printed.of(b.right()), left.dimension().per(right.dimension()));
  }

  static String shown(Expr e, Quantity quantity) {
    return Printed.of(e) + " [" + quantity.words() + "]";
  }

  static Quantity common(Quantity a, Quantity b) {
    if (a.isUnknown() || b.isUnknown()) return UNKNOWN;
    if (a.any() == Quantity.Fit.ANY_DIMENSION) return b;
    return a.kind() == Kind.INTEGER ? b.any() == Quantity.Fit.ANY_DIMENSION ? a : b : a;
  }

  private Quantity compare(Compare c) {
    Quantity left = of(c.left());
    Quantity right = of(c.right());
    boolean conditions = left.isBoolean() && right.isBoolean();
    if (conditions || left.isUnknown() || right.isUnknown()) return Quantity.BOOLEAN;
    if (left.isBoolean() || right.isBoolean()) {
      problems.error(c.span(), "cannot compare " + shown(c.left(), left) + " and " + shown(c.right(), right),
          "a condition stands alone: write 'x' or 'not x'");
    } else if (!left.fits(right)) {
      problems.error(c.span(), "cannot compare " + shown(c.left(), left) + " and " + shown(c.right(), right),
          "write both sides in the same unit");
    }
    return Quantity.BOOLEAN;
  }

  private Quantity power(Binary b, Quantity left, Quantity right) {
    if (left.isUnknown() || right.isUnknown()) return UNKNOWN;
    if (!right.plain()) {
      problems.error(b.right().span(), "the exponent " + shown(b.right(), right) + " is not a plain number",
          "divide it by " + right.words() + "?");
      return UNKNOWN;
    }
    if (left.plain()) return PLAIN;
    Optional<Rational> exponent = constant(b.right());
    if (exponent.isEmpty()) {
      problems.error(b.right().span(), "the base " + shown(b.left(), left) + " has a unit, and the exponent "
          + Printed.of(b.right()) + " is not a constant fraction", "divide the base by a constant in " + left.words()
              + "?");
      return UNKNOWN;
    }
    return scaled(b, left, right, left.dimension().power(exponent.get()));
  }

  private static Optional<Rational> constant(Expr exponent) {
    boolean free = Trees.any(exponent, part -> part instanceof Name || part instanceof Call);
    return free ? Optional.empty() : Rational.of(Evaluation.of(exponent, java.util.Map.of()));
  }

  /** The units of {@code arguments}, which must be one; its own name in {@code function}. */
  Quantity allAgree(String function, List<Expr> arguments) {
    Quantity first = number(arguments.getFirst(), function);
    Quantity all = first;
    for (Expr argument : arguments.subList(1, arguments.size())) {
      Quantity next = number(argument, function);
      if (!all.fits(next)) {
        problems.error(argument.span(), function + " mixes " + shown(arguments.getFirst(), first) + " and "
            + shown(argument, next), "give all of them the same unit");
        return UNKNOWN;
      }
      all = common(all, next);
    }
    return all;
  }
}
