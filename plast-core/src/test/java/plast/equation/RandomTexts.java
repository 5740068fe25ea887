package plast.equation;

import static plast.equation.Span.NONE;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random expressions and texts from a seed. */
final class RandomTexts {
  private static final List<String> SMOOTH = List.of("sin", "cos", "tanh", "exp", "sigmoid", "softplus", "arctan",
      "erf");
  private static final List<String> PIECES = List.of("dv/dt", "=", ":", "volt", "1", "(", ")", "+", "-", "*", "/",
      "**", "//",
      "%", "x", "y", "tau", "w", "pre", "post", "mean", "where", "input", "exp", "rand", "not", "and", "or", "<", "==",
          "\n",
      "\n  ", "every", "batch", "step", "when", "(constant)", "(event-driven)", "(shared)", "2.5", "1e9", ",", ";",
          "#", "^",
      "xi", "mV", "True", "grad", "é", "\t", "1e999", "\ud83d", "_q", "integer", "boolean", "'", "d", "second", "0",
          "inf");

  private final RandomGenerator random;

  RandomTexts(RandomGenerator random) {
    this.random = random;
  }

  /** An expression in x, y, z; numbers are small. */
  Expr number(int depth) {
    if (depth == 0) return leaf();
    return switch (random.nextInt(11)) {
      case 0, 1 -> binary(Expr.Arithmetic.ADD, depth);
      case 2 -> binary(Expr.Arithmetic.SUBTRACT, depth);
      case 3, 4 -> binary(Expr.Arithmetic.MULTIPLY, depth);
      case 5 -> binary(Expr.Arithmetic.DIVIDE, depth);
      case 6 -> Trees.negate(number(depth - 1));
      case 7 -> Trees.power(number(depth - 1), random.nextBoolean() ? Trees.number(random.nextInt(4))
          : Trees.negate(Trees.number(1 + random.nextInt(2))));
      case 8 -> Trees.call(SMOOTH.get(random.nextInt(SMOOTH.size())), number(depth - 1));
      case 9 -> Trees.call("where", condition(depth - 1), number(depth - 1), number(depth - 1));
      default -> leaf();
    };
  }

  /** Any expression of the grammar. */
  Expr any(int depth) {
    if (depth == 0) return leaf();
    return switch (random.nextInt(6)) {
      case 0 -> condition(depth);
      case 1 -> binary(Expr.Arithmetic.values()[random.nextInt(7)], depth);
      case 2 -> new Expr.Unary(Expr.Prefix.values()[random.nextInt(2)], any(depth - 1), NONE);
      case 3 -> new Expr.Binary(Expr.Arithmetic.values()[random.nextInt(7)], any(depth - 1), any(depth - 1), NONE);
      case 4 -> Trees.call("f", any(depth - 1), any(depth - 1));
      default -> number(depth);
    };
  }

  private Expr condition(int depth) {
    if (depth == 0 || random.nextInt(3) > 0) {
      return new Expr.Compare(Expr.Comparison.values()[random.nextInt(6)], number(Math.max(0, depth - 1)),
          number(Math.max(0, depth - 1)), NONE);
    }
    if (random.nextInt(3) == 0) return new Expr.Unary(Expr.Prefix.NOT, condition(depth - 1), NONE);
    return new Expr.Logic(Expr.Connective.values()[random.nextInt(2)], condition(depth - 1), condition(depth - 1),
        NONE);
  }

  private Expr binary(Expr.Arithmetic operator, int depth) {
    return new Expr.Binary(operator, number(depth - 1), number(depth - 1), NONE);
  }

  private Expr leaf() {
    return switch (random.nextInt(5)) {
      case 0 -> Trees.number(random.nextInt(4));
      case 1 -> Trees.number(random.nextInt(-20, 40) / 8.0);
      default -> Trees.name(List.of("x", "y", "z").get(random.nextInt(3)));
    };
  }

  /** Words of the language in any order. */
  String soup() {
    StringBuilder text = new StringBuilder();
    int words = random.nextInt(40);
    for (int k = 0; k < words; k++) {
      text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  /** {@code text} with a few characters dropped, doubled, swapped or replaced. */
  String mutated(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int k = 1 + random.nextInt(4); k > 0 && !changed.isEmpty(); k--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> changed.setCharAt(at, (char) random.nextInt(32, 127));
        default -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + random.nextInt(30))));
      }
    }
    return changed.toString();
  }
}
