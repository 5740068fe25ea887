package plast.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import plast.equation.CheckedModel;
import plast.equation.Dimension;
import plast.equation.ModelCheck;
import plast.equation.Scope;
import plast.equation.Symbol;

/**
 * Random models of up to six equations: every function, and every flag that the model of a unit may carry. Those are
 * constant, shared and linked for parameters, shared and constant over dt for subexpressions, and unless refractory for
 * equations of spiking neurons, which every third model is; the flags event-driven, clock-driven and summed belong to
 * synapses and modulator to rules, which are no models of units. Random numbers may stand in what is constant over dt.
 */
final class RandomModels {
  private static final String PARAMETERS = """
      a : 1 (constant, shared)
      b : 1 (shared)
      c : 1 (constant)
      d : 1 (linked)
      p : 1
      both = exp(-abs(b)) - a : 1 (shared)
      """;
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "p", "both", "held", "drawn", "sub", "k",
      "N", "i", "t_in_timesteps", "pi", "e");

  private final RandomGenerator random;
  private final boolean spiking;
  private final RandomKernels expressions;

  RandomModels(RandomGenerator random) {
    this.random = random;
    this.spiking = random.nextInt(3) == 0;
    this.expressions = new RandomKernels(random, spiking ? "*second" : "");
  }

  CheckedModel model() {
    Scope scope = Scope.of(spiking ? Scope.Owner.NEURONS : Scope.Owner.RATES)
        .with(Scope.Level.NAMESPACE, Symbol.constant("k", Dimension.NONE, 0.75));
    return ModelCheck.parse("m", text(), spiking ? scope : scope.withProjections("rec", "in")).orThrow();
  }

  private String text() {
    int equations = 1 + random.nextInt(6);
    List<String> names = new ArrayList<>(NAMES);
    names.addAll(spiking ? List.of("(t/second)", "(dt/second)", "int(not_refractory)")
        : List.of("t", "dt", "input(rec)", "input(in)"));
    for (int k = 0; k < equations; k++) names.add("x" + k);
    StringBuilder text = new StringBuilder(PARAMETERS);
    text.append("held = ").append(expressions.number(List.of("b", "p", "x0"), 2)).append(" : 1 (constant over dt)\n");
    text.append("drawn = a*rand() : 1 (constant over dt, shared)\n");
    List<String> known = names.stream().filter(name -> !name.equals("sub")).toList();
    text.append("sub = ").append(expressions.number(known, 1 + random.nextInt(3))).append(" : 1\n");
    Form form = Form.values()[random.nextInt(Form.values().length)];
    for (int k = 0; k < equations; k++) text.append(equation(form, k, names));
    return text.toString();
  }

  private String equation(Form form, int k, List<String> names) {
    String x = "x" + k;
    List<String> others = names.stream().filter(name -> !name.equals(x) && !name.equals("sub")).toList();
    String right = switch (form) {
      case CONSTANT_COEFFICIENTS -> "-c*" + x + " + p" + (k > 0 && random.nextBoolean() ? " - a*x" + (k - 1) : "");
      case OWN_COEFFICIENTS -> expressions.number(others, 2) + "*" + x + " + " + expressions.number(others, 2);
      case ANY -> expressions.number(names, 1 + random.nextInt(4));
      case NOISE_ADDED -> expressions.number(names, 2) + noise("b", "xi");
      case NOISE_MULTIPLIED -> expressions.number(names, 2) + noise("(a + b*" + x + ")", "xi_" + x);
      case NOISE_OF_ANY_FACTOR -> expressions.number(names, 2) + noise(expressions.number(names, 2), "xi_" + x);
      case NOISE_SHARED -> expressions.number(names, 2) + noise("tanh(" + x + ")",
          random.nextBoolean() ? "xi" : "xi_a");
    };
    String slope = spiking ? "(" + right + ")/second" : right;
    return "d" + x + "/dt = " + slope + " : 1" + (spiking && random.nextBoolean() ? " (unless refractory)\n" : "\n");
  }

  private String noise(String factor, String xi) {
    return " + " + factor + "*" + xi + (spiking ? "*second**0.5" : "");
  }

  /** What the right sides look like: for each integrator there are some that it can advance. */
  private enum Form {
    CONSTANT_COEFFICIENTS, OWN_COEFFICIENTS, ANY, NOISE_ADDED, NOISE_MULTIPLIED, NOISE_OF_ANY_FACTOR, NOISE_SHARED
  }
}
