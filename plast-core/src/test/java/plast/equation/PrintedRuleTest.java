package plast.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedRuleTest {

  private static Rule rule(String text) {
    return RuleText.parse("rule", text).orThrow();
  }

  private static void assertReadsBack(Rule rule) {
    Rule again = rule(PrintedRule.of(rule));
    assertThat(again.declarations()).isEqualTo(rule.declarations());
    assertThat(again.sections()).isEqualTo(rule.sections());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "dw = 1",
    "tau = 20*ms : second (constant)\nreward : 1 (shared, modulator)\nx : volt/second**0.5\nk = 1 : integer\n"
        + "b : boolean\nevery step:\n  y = -pre**-2\n  y *= 2\n  when b and not (y > 0 or k == 2):\n"
        + "    x -= y*volt\n    when True:\n"
        + "      dx = 1e-7*x\n  dw = 1e300*dt/tau\nevery trial: w += mean(pre, time)\nw = clip(w, 0, inf)",
    "every batch:\n  when w > 0: dw = 1\nevery batch:\n  dw = 2; w /= 3",
  })
  void printedRuleReadsBack(String text) {
    assertReadsBack(rule(text));
  }

  @Test
  void textInTheFormOfThePrinterStaysAsItIs() {
    String text = """
        lr = 0.001 : 1 (constant)
        theta = 1 : 1
        every batch:
          when abs(w) < 0.05:
            dw = lr*mean(pre*post*(post - theta))
          theta += 0.01*(mean(post**2) - theta)""";
    assertThat(PrintedRule.of(rule(text))).isEqualTo(text);
  }

  @Test
  void randomExpressionsReadBack() {
    RandomTexts random = new RandomTexts(new Random(3));
    for (int k = 0; k < 200; k++) {
      Rule rule = rule("x : 1\nwhen " + Printed.of(random.any(4)) + ":\n  dx = " + Printed.of(random.number(4)));
      assertReadsBack(rule);
    }
  }
}
