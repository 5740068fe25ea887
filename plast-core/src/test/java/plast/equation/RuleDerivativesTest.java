package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plast.equation.RuleDerivatives.Partial;

/** Derivatives by symbol against central differences of the interpreted rule. */
class RuleDerivativesTest {
  private static final String COVARIANCE = "(mean(pre*post) - mean(post)*mean(pre))";
  private static final double STEP = 1e-5;

  private static CheckedRule rule(String text) {
    return RuleCheck.parse("rule", text, RuleCheck.newScope()).orThrow();
  }

  private static RuleDerivatives derivatives(String text) {
    return RuleDerivatives.of(rule(text), Optional.empty());
  }

  /** Where each variable of a rule is, and rates of other steps. */
  private static Map<String, Double> point(CheckedRule rule) {
    Map<String, Double> point = new HashMap<>(Map.of("pre", 0.8, "post", 0.55, "w", 0.37, "grad", -0.6, "dt", 0.02,
        "previous(pre)", 0.25, "previous(post)", 0.9, "now(pre)", 0.66));
    for (Definition.Parameter p : rule.rule().declarations()) {
      point.put(p.variable(), p.start().map(e -> Evaluation.of(e, Map.of())).filter(v -> v != 0).orElse(0.31));
    }
    return point;
  }

  /** What a section makes of {@code variable}, statement by statement. */
  private static double interpreted(Section section, String variable, Map<String, Double> before) {
    Map<String, Double> values = new HashMap<>(before);
    double change = run(section.statements(), variable, values);
    double set = values.get(variable) + change;
    return variable.equals("w") ? set - before.get("w") : set;
  }

  private static double run(List<Statement> statements, String variable, Map<String, Double> values) {
    double change = 0;
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Change c -> change += c.target().text().equals(variable) ? value(c.value(), values) : 0;
        case Statement.When w -> change += value(w.condition(), values) != 0 ? run(w.body(), variable, values) : 0;
        case Statement.Assignment a -> {
          double old = values.getOrDefault(a.target().text(), Double.NaN), right = value(a.value(), values);
          values.put(a.target().text(), switch (a.operator()) {
            case SET -> right;
            case ADD -> old + right;
            case SUBTRACT -> old - right;
            case MULTIPLY -> old * right;
            case DIVIDE -> old / right;
          });
        }
      }
    }
    return change;
  }

  private static double value(Expr e, Map<String, Double> values) {
    return Evaluation.of(named(e), values);
  }

  /** Rates of other steps as values of their own. */
  private static Expr named(Expr e) {
    boolean other = e instanceof Expr.Call c && (c.function().equals("now") || c.function().equals("previous"));
    return other ? Trees.name(Printed.of(e)) : Trees.map(e, RuleDerivativesTest::named);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "oja            | lr = 0.02 : 1 (constant);dw = lr*(mean(pre*post) - mean(post**2)*w)| 4",
      "bcm            | theta = 0.4 : 1;lr = 0.2 : 1 (constant);dw = lr*mean(pre*post*(post - theta));"
          + "theta += 0.05*(mean(post**2) - theta)| 4",
      "covariance     | dw = 0.1*" + COVARIANCE + "| 2",
      "soft bounds    | a = 0.1 : 1 (constant);b = 0.06 : 1 (constant);"
          + "every step: dw = a*(1 - w)**1.5*pre*post - b*w**1.5*(1 - pre)*post| 5",
      "triplet        | tau = 20*ms : second (constant);slow = 100*ms : second (constant);r1 = 0.2 : 1;o1 = 0.3 : 1;"
          + "o2 = 0.15 : 1;every step:;  dr1 = dt/tau*(pre - r1);  do1 = dt/tau*(post - o1);"
          + "  do2 = dt/slow*(post - o2);"
          + "  dw = 0.1*post*r1*(1 + 3*o2) - 0.07*pre*o1| 5",
      "exponentiated  | dw = w*(exp(-0.5*sign(w)*grad) - 1)| 1",
      "grow-cov       | dw = 0.3*(sign(w)*abs" + COVARIANCE + " - 0.2*w)| 2",
      "mag-cov        | dw = 0.3*(sign(w)*" + COVARIANCE + " - 0.2*w)| 2",
      "timing         | dw = 0.01*(mean(previous(pre)*post) - mean(now(pre)*previous(post)))| 4",
      "three factors  | reward : 1 (modulator);c = 0.2 : 1;every step:;"
          + "  dc = 0.1*(pre*tanh(post) - c);  dw = reward*c| 2",
      "homeostasis    | k = 0.1 : 1 (constant);x = log(mean(post)/0.3);when abs(w) < 2:;  dw = -k*w*x**2;w *= 0.9;"
          + "dw = exp(-w)| 3",
      "bounded        | dw = clip(0.3*mean(pre)*w, -1, 1) + max(w, mean(post)) + where(w > 0, w**3, w)| 2",
      "switching      | strong = 0 : 1;lr = 0.1 : 1 (constant);strong = "
          + "where(abs(w) >= 0.5, 1, where(abs(w) < 0.3, 0, strong));"
          + "when strong == 1:;  dw = -lr*grad*w;when not strong == 1:;  dw = lr*mean(pre*post) - lr*w| 5",
      "saturating     | g = 2 : 1 (constant);"
          + "every step: dw = sigmoid(g*(pre - 0.4))*post/(1 + softplus(w)) - erf(w)*pre"
          + "| 4"})
  void derivativesAreThoseOfCentralDifferences(String name, String text, int leastOfWeight) {
    CheckedRule rule = rule(text.replace(';', '\n'));
    Map<String, Double> point = point(rule);
    RuleDerivatives derivatives = RuleDerivatives.of(rule, Optional.empty());
    assertThat(derivatives.of("w")).hasSizeGreaterThanOrEqualTo(leastOfWeight);
    Section section = rule.rule().sections().getFirst();
    for (Partial partial : derivatives.all()) {
      if (partial.expression().isEmpty()) {
        assertThat(partial.refused()).contains("sign(w)");
        continue;
      }
      String variable = Printed.of(partial.withRespectTo());
      double x = point.get(variable);
      double up = interpreted(section, partial.of(), with(point, variable, x + STEP));
      double down = interpreted(section, partial.of(), with(point, variable, x - STEP));
      double difference = (up - down) / (2 * STEP), exact = value(partial.expression().get(), point);
      assertThat(exact).as("%s: d%s/d%s", name, partial.of(), variable)
          .isCloseTo(difference, within(1e-6 * Math.max(1e-3, Math.abs(difference))));
    }
  }

  private static Map<String, Double> with(Map<String, Double> point, String variable, double value) {
    Map<String, Double> moved = new HashMap<>(point);
    moved.put(variable, value);
    return moved;
  }

  private static Map<String, String> written(RuleDerivatives derivatives, String of) {
    Map<String, String> written = new HashMap<>();
    derivatives.of(of).forEach(p -> written.put(Printed.of(p.withRespectTo()),
        p.expression().map(Printed::of).orElse(p.refused())));
    return written;
  }

  @Test
  void ratesOfOtherStepsAreVariablesOfTheirOwn() {
    assertThat(written(derivatives("dw = mean(previous(pre)*post) - mean(now(pre)*previous(post))"), "w"))
        .isEqualTo(Map.of("previous(pre)", "mean(post)", "post", "mean(previous(pre))",
            "now(pre)", "-mean(previous(post))", "previous(post)", "-mean(now(pre))"));
  }

  @Test
  void theNextValueOfAStateHasDerivatives() {
    RuleDerivatives bcm = derivatives("theta = 1 : 1\nk = 0.1 : 1 (constant)\n"
        + "dw = mean(pre*post*(post - theta))\ndtheta = k*(mean(post**2) - theta)");
    assertThat(written(bcm, "theta")).isEqualTo(Map.of("theta", "1 - k", "post", "k*mean(2*post)",
        "k", "mean(post**2) - theta"));
    assertThat(written(bcm, "w")).containsEntry("theta", "mean(-pre*post)");
  }

  @Test
  void whatHasNoSlopeIsRefusedOrReplacedByASurrogate() {
    String text = "dw = heaviside(w) - 0.1*adam(grad)";
    assertThat(written(derivatives(text), "w").get("w")).contains("heaviside(w) has no derivative: it is constant");
    assertThat(written(derivatives(text), "w").get("grad")).contains("adam(grad) has no derivative: it has a memory");
    RuleDerivatives smoothed = RuleDerivatives.of(rule(text), Optional.of(Surrogate.ARCTAN));
    assertThat(written(smoothed, "w")).containsEntry("w", "1/(1 + (pi*w)**2)");
  }
}
