package plast.equation;

import static plast.equation.Trees.ONE;

import java.util.LinkedHashMap;
import java.util.Map;
import plast.equation.Expr.Arithmetic;
import plast.equation.Expr.Binary;
import plast.equation.Expr.Prefix;
import plast.equation.Expr.Unary;

/** A sum as terms with coefficients, equal terms together, in the order of their first appearance. */
final class Terms {
  private final Map<Object, Double> coefficients = new LinkedHashMap<>();
  private final Map<Object, Expr> terms = new LinkedHashMap<>();

  /** Terms that occurred once, as they were, so that x/3 does not become 0.333…·x. */
  private final Map<Object, Expr> single = new LinkedHashMap<>();
  private final Expr original;

  private Terms(Expr original) {
    this.original = original;
  }

  /** The terms of {@code sum}, whose parts are simple already. */
  static Terms of(Expr sum) {
    Terms terms = new Terms(sum);
    terms.add(sum, 1);
    return terms;
  }

  private void add(Expr e, double sign) {
    switch (e) {
      case Binary b when b.operator() == Arithmetic.ADD -> {
        add(b.left(), sign);
        add(b.right(), sign);
      }
      case Binary b when b.operator() == Arithmetic.SUBTRACT -> {
        add(b.left(), sign);
        add(b.right(), -sign);
      }
      case Unary u when u.operator() == Prefix.NEGATE -> add(u.operand(), -sign);
      default -> {
        Factors factors = Factors.of(e);
        if (factors.isFinite()) {
          put(factors.key(), factors.withoutCoefficient(), sign * factors.coefficient(), factors.magnitude());
        } else {
          put(e, e, sign, e);
        }
      }
    }
  }

  private void put(Object likeness, Expr term, double coefficient, Expr magnitude) {
    Object key = Simplification.isPure(term) ? likeness : new Object();
    if (coefficients.containsKey(key)) single.remove(key);
    else single.put(key, magnitude);
    coefficients.merge(key, coefficient, Double::sum);
    terms.putIfAbsent(key, term);
  }

  /** Positive terms before negative ones only where the first would be negative. */
  Expr expression() {
    if (coefficients.values().stream().anyMatch(c -> Math.abs(c) > 1e290)) return original;
    Expr sum = null;
    Object first = coefficients.keySet().stream().filter(key -> coefficients.getOrDefault(key, 0.0) > 0).findFirst()
        .orElse(null);
    if (first != null) sum = append(sum, first);
    for (Object key : coefficients.keySet()) if (!key.equals(first)) sum = append(sum, key);
    return sum == null ? Trees.ZERO : sum;
  }

  private @org.jspecify.annotations.Nullable Expr append(@org.jspecify.annotations.Nullable Expr sum, Object key) {
    double coefficient = coefficients.getOrDefault(key, 0.0);
    Expr term = terms.getOrDefault(key, ONE);
    if (coefficient == 0) return sum;
    Expr alone = single.get(key);
    Expr size = alone != null ? alone : Factors.scaled(Math.abs(coefficient), term);
    if (sum == null) return coefficient < 0 ? Factors.negated(size) : size;
    return coefficient < 0 ? Trees.subtract(sum, size) : Trees.add(sum, size);
  }
}
