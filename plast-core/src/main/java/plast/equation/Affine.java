package plast.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Call;
import plast.equation.Expr.Name;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Unary;

/**
 * An expression as Σ coefficient·variable + constant; neither coefficients nor constant contain a variable.
 *
 * @param coefficients of every variable that occurs, simplified
 * @param constant     what is left, simplified
 */
record Affine(Map<String, Expr> coefficients, Expr constant) {

  Affine {
    coefficients = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
  }

  /**
   * The affine form of {@code e} in {@code variables}.
   *
   * @throws RefusedException naming the part that is not linear
   */
  static Affine of(Expr e, List<String> variables) {
    Affine raw = split(e, Set.copyOf(variables));
    Map<String, Expr> simple = new LinkedHashMap<>();
    raw.coefficients.forEach((name, coefficient) -> {
      Expr s = Simplification.of(coefficient);
      if (!s.equals(Trees.ZERO)) simple.put(name, s);
    });
    return new Affine(simple, Simplification.of(raw.constant));
  }

  Expr coefficient(String variable) {
    return coefficients.getOrDefault(variable, Trees.ZERO);
  }

  List<Expr> all() {
    List<Expr> all = new ArrayList<>(coefficients.values());
    all.add(constant);
    return all;
  }

  private static Affine split(Expr e, Set<String> variables) {
    if (!Trees.mentions(e, variables)) return new Affine(Map.of(), e);
    return switch (e) {
      case Name n -> new Affine(Map.of(n.text(), Trees.ONE), Trees.ZERO);
      case Unary u when u.operator() == Prefix.NEGATE -> split(u.operand(), variables).map(Trees::negate);
      case Binary b when b.operator() == Arithmetic.ADD || b.operator() == Arithmetic.SUBTRACT ->
          sum(b.operator(), split(b.left(), variables), split(b.right(), variables));
      case Binary b when b.operator() == Arithmetic.MULTIPLY && !Trees.mentions(b.left(), variables) ->
          split(b.right(), variables).map(part -> Trees.multiply(b.left(), part));
      case Binary b when b.operator() == Arithmetic.MULTIPLY && !Trees.mentions(b.right(), variables) ->
          split(b.left(), variables).map(part -> Trees.multiply(part, b.right()));
      case Binary b when b.operator() == Arithmetic.DIVIDE && !Trees.mentions(b.right(), variables) ->
          split(b.left(), variables).map(part -> Trees.divide(part, b.right()));
      case Call c when c.function().equals("where") && c.arguments().size() == 3
          && !Trees.mentions(c.arguments().getFirst(), variables) -> choice(c, variables);
      default -> throw new RefusedException(e, "not linear in " + String.join(", ", occurring(e, variables)));
    };
  }

  private static List<String> occurring(Expr e, Set<String> variables) {
    return Trees.names(e).stream().filter(variables::contains).toList();
  }

  private Affine map(java.util.function.UnaryOperator<Expr> change) {
    Map<String, Expr> changed = new LinkedHashMap<>();
    coefficients.forEach((name, coefficient) -> changed.put(name, change.apply(coefficient)));
    return new Affine(changed, constant.equals(Trees.ZERO) ? constant : change.apply(constant));
  }

  private static Affine sum(Arithmetic operator, Affine a, Affine b) {
    Map<String, Expr> sum = new LinkedHashMap<>(a.coefficients);
    b.coefficients.forEach((name, coefficient) -> sum.put(name,
        new Binary(operator, sum.getOrDefault(name, Trees.ZERO), coefficient, Span.NONE)));
    return new Affine(sum, new Binary(operator, a.constant, b.constant, Span.NONE));
  }

  private static Affine choice(Call c, Set<String> variables) {
    Affine a = split(c.arguments().get(1), variables);
    Affine b = split(c.arguments().get(2), variables);
    Expr condition = c.arguments().getFirst();
    Map<String, Expr> both = new LinkedHashMap<>();
    for (String name : variables) {
      if (!a.coefficients.containsKey(name) && !b.coefficients.containsKey(name)) continue;
      both.put(name, Trees.call("where", condition, a.coefficient(name), b.coefficient(name)));
    }
    return new Affine(both, Trees.call("where", condition, a.constant, b.constant));
  }
}
