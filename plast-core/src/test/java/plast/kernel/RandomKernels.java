package plast.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random kernels of every function from a seed, and numbers to run them on, awkward ones among them. */
final class RandomKernels {
  static final List<String> ONE = List.of("abs", "sign", "sqrt", "exp", "expm1", "exprel", "log", "log10", "log1p",
      "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "sigmoid", "softplus", "erf", "floor",
      "ceil", "heaviside", "int");
  private static final List<String> ARITHMETIC = List.of("+", "+", "-", "*", "*", "/", "//", "%", "**");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
  private static final List<String> ARRAYS = List.of("x", "y", "z", "w"), SCALARS = List.of("a", "b");
  private static final double[] AWKWARD = {0, -0.0, 1, -1, 0.5, 2, Double.NaN, Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, 1e-40, 709.5, -745, 88.5, -104,
      1e15, 0x1p52, 0x1p53 + 2, -0.5, 1.5, 2.5, 1e-300, 3};

  private final RandomGenerator random;
  private final String second;

  RandomKernels(RandomGenerator random) {
    this(random, "");
  }

  /** @param second what a number is multiplied by to be a time, as in {@code *second} */
  RandomKernels(RandomGenerator random, String second) {
    this.random = random;
    this.second = second;
  }

  KernelSource source(Precision precision, int depth) {
    int count = 1 + random.nextInt(6);
    String[] lines = new String[count];
    List<String> names = new ArrayList<>(ARRAYS);
    names.addAll(SCALARS);
    for (int k = 0; k < count; k++) {
      boolean local = k < count - 1 && random.nextInt(3) == 0;
      String target = local ? "local" + k : pick(ARRAYS);
      lines[k] = target + " = " + number(names, depth);
      if (local) names.add(target);
    }
    return KernelSource.of(precision, ARRAYS, SCALARS, lines);
  }

  double value() {
    return switch (random.nextInt(4)) {
      case 0 -> AWKWARD[random.nextInt(AWKWARD.length)];
      case 1 -> random.nextGaussian() * 100;
      default -> random.nextGaussian();
    };
  }

  /** A number made of {@code names}, {@code a} and {@code b}, within parentheses or a function of its own. */
  String number(List<String> names, int depth) {
    if (depth == 0) return leaf(names);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> "(" + number(names, depth - 1) + " " + pick(ARITHMETIC) + " " + number(names, depth - 1) + ")";
      case 3 -> "(-" + number(names, depth - 1) + ")";
      case 4 -> "where(" + condition(names, depth - 1) + ", " + number(names, depth - 1) + ", "
          + number(names, depth - 1) + ")";
      case 5 -> (random.nextBoolean() ? "min(" : "max(") + number(names, depth - 1) + ", " + number(names, depth - 1)
          + ")";
      case 6 -> random.nextBoolean() ? "clip(" + number(names, depth - 1) + ", -1, a)"
          : "timestep(" + number(names, depth - 1) + second + ", b" + second + ")";
      default -> pick(ONE) + "(" + number(names, depth - 1) + ")";
    };
  }

  private String condition(List<String> names, int depth) {
    if (depth == 0 || random.nextInt(3) > 0) {
      int below = Math.max(0, depth - 1);
      return "(" + number(names, below) + " " + pick(COMPARISONS) + " " + number(names, below) + ")";
    }
    return switch (random.nextInt(5)) {
      case 0 -> "(not " + condition(names, depth - 1) + ")";
      case 1 -> "(" + condition(names, depth - 1) + " and " + condition(names, depth - 1) + ")";
      case 2 -> "(" + condition(names, depth - 1) + " or " + condition(names, depth - 1) + ")";
      case 3 -> "where(" + condition(names, depth - 1) + ", " + condition(names, depth - 1) + ", "
          + condition(names, depth - 1) + ")";
      default -> random.nextBoolean() ? "True" : "False";
    };
  }

  private String leaf(List<String> names) {
    return random.nextInt(4) == 0 ? String.valueOf(random.nextInt(40) / 8.0) : pick(names);
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
