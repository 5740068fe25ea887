package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plast.equation.Scope.Owner;

/** No text, however wrong, brings anything but a value or problems. */
class RobustnessTest {
  /** 200 000 in the long run: -Dplast.equation.inputs=200000. */
  private static final int INPUTS = Integer.getInteger("plast.equation.inputs", 12_000);

  private static final List<String> MODELS = Stream.concat(WrongTexts.all().stream().map(WrongTexts.Wrong::text),
      Stream.of("""
      dv/dt = (El - v + R*I)/tau + sigma*sqrt(2/tau)*xi : volt (unless refractory)
      I = g*(E - v) : amp
      g : siemens (shared)
      """, """
      lr = 0.001 : 1 (constant)
      theta = 1 : 1
      every batch:
        when abs(w) < 0.05:
          dw = lr*mean(pre*post*(post - theta))
        theta += 0.01*(mean(post**2) - theta)
      """)).toList();

  @Test
  void randomAndMutatedTextsBringProblemsAndNoForeignException() {
    SplittableRandom random = new SplittableRandom(7);
    RandomTexts texts = new RandomTexts(random);
    for (int k = 0; k < INPUTS; k++) {
      String text = k % 2 == 0 ? texts.soup() : texts.mutated(MODELS.get(random.nextInt(MODELS.size())));
      try {
        everything(text);
      } catch (EquationException known) {
        assertThat(known).hasMessageNotContaining("null");
      } catch (RuntimeException | StackOverflowError foreign) {
        throw new AssertionError("text " + k + ": " + text, foreign);
      }
    }
  }

  private static void everything(String text) {
    for (Owner owner : List.of(Owner.NEURONS, Owner.SYNAPSES, Owner.RATES)) {
      ModelCheck.parse("model", text, Scope.of(owner)).value().ifPresent(model -> {
        IntegratorChoice.of(model);
        for (Integrator integrator : Integrator.values()) IntegratorChoice.refusal(model, integrator);
        model.model().text();
      });
    }
    RuleCheck.parse("rule", text, RuleCheck.newScope()).value().ifPresent(RuleAnalysis::of);
    Statements.parse("block", text);
    Expressions.parse("expression", text).value().ifPresent(e -> {
      Derivative.of(e, "x").value().map(Latex::of);
      assertThat(Expressions.of(Printed.of(e))).isEqualTo(e);
      JavaSource.of(Simplification.of(e));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "not ", "f(", "1+(", "2**", "where(x, ", "((("})
  void deepNestingIsRefusedWithAReason(String opening) {
    Result<Expr> result = Expressions.parse("deep", opening.repeat(20_000) + "x");
    assertThat(result.problems()).singleElement().extracting(Problem::found).asString()
        .isEqualTo("nested more than " + ExpressionParser.DEEPEST_NESTING + " deep");
  }

  @Test
  void longSumsAreRefusedWithAReason() {
    Result<Expr> result = Expressions.parse("long", "x" + " + x".repeat(20_000));
    assertThat(result.problems()).singleElement().extracting(Problem::found).asString()
        .isEqualTo("more than 200 operators in one expression");
  }

  @Test
  void largestAllowedExpressionsCanBeWorkedOn() {
    for (String text : List.of("x" + " + x*y".repeat(95), "sin(".repeat(100) + "x" + ")".repeat(100), "x"
        + "*x".repeat(199),
        "x" + "/(y + x)".repeat(90), "x" + "**x".repeat(90), "1 + x*(".repeat(39) + "y" + ")".repeat(39))) {
      Expr e = Expressions.of(text);
      assertThat(Expressions.of(Printed.of(e))).isEqualTo(e);
      assertThat(Derivative.of(e, "x").value()).isPresent();
      assertThat(Latex.of(e)).isNotEmpty();
    }
  }

  @Test
  void subexpressionsThatDoubleAtEveryLineAreRefused() {
    StringBuilder text = new StringBuilder("dx0/dt = x39/second : 1\n");
    for (int k = 1; k < 40; k++) text.append("x%1$d = x%2$d + x%2$d : 1\n".formatted(k, k - 1));
    CheckedModel model = ModelCheck.parse("model", text.toString(), Scope.of(Owner.NEURONS)).orThrow();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> IntegratorChoice.of(model)))
        .isInstanceOf(EquationException.class).hasMessageContaining("the most allowed are 20000");
  }

  @Test
  void longTextsAreRefusedWithAReason() {
    assertThat(Equations.parse("model", "x : 1\n".repeat(50_000)).problems()).singleElement().extracting(Problem::found)
        .asString().isEqualTo("the text has 300000 characters, the longest allowed has 200000");
    assertThat(ModelCheck.parse("model", "x : 1\n".repeat(30_000),
        Scope.of(Owner.NEURONS)).problems()).hasSize(Problems.MOST);
  }
}
