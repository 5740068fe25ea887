package plast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plast.io.Json;

class ExplainCommandTest {
  private static final String OJA = "dw = lr*(pre*post - w*post**2)";
  private static final String BCM = """
      lr = 0.001 : 1 (constant)
      tau = 20*ms : second (constant)
      theta = 0.4 : 1
      reward : 1 (modulator)
      every batch:
        when abs(w) < 0.5:
          dw = lr*mean(reward*pre*post*(post - theta))
        theta += 0.01*(mean(post**2) - theta)
      """;

  @TempDir
  Path folder;

  private record Call(int code, String out, String err) {
    Map<String, Object> json() {
      assertThat(out.strip().lines()).as("one line of JSON").hasSize(1);
      return Json.parse(out);
    }
  }

  private Call explain(String... arguments) {
    StringWriter out = new StringWriter(), err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, folder, Clock.systemUTC());
    int code = Main.run(console, Stream.concat(Stream.of("rules", "explain"), Stream.of(arguments)).toArray(String[]::new));
    return new Call(code, out.toString(), err.toString());
  }

  @Test
  void aSlipInOneLineIsNotHiddenBehindTheMissingSchedule() {
    Call call = explain("dw = lr*pre*pots");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("'pots' is not defined").contains("2 problems")
        .doesNotContain("has one value for each");
  }

  @Test
  void codeShowsTheAveragesAndTheKernelOverSynapses() {
    Call call = explain("dw = sign(w)*abs(mean(post*pre) - mean(post)*mean(pre)) - 0.2*w", "--show-code");
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(call.out()).contains("Code, every batch:\n  _mean0 = mean(post*pre)   (matrix product)\n"
        + "  _mean1 = mean(post)   (sum over one side)\n").contains("# sign(w[i])").contains("dw[i] = v");
    assertThat(explain(BCM, "--show-code", "--json").json().get("code")).asInstanceOf(
        org.assertj.core.api.InstanceOfAssertFactories.LIST).first().isEqualTo("Code, every batch:");
  }

  @Test
  void codeThatCannotBeMadeSaysWhy() {
    assertThat(explain("dw = rand()*pre", "--show-code").out()).contains("none: 'rand' draws random numbers");
    assertThat(explain("dw = mean(tanh(pre*post))", "--show-code").out())
        .contains("none: rule: tanh(pre*post): it does not factorise");
  }

  @Test
  void oneLineIsExplainedWithWhatHadToBeAssumed() {
    Call call = explain(OJA);
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(call.out()).contains("every step:\n  dw = lr*(pre*post - w*post**2)")
        .contains("Assumed, as the text does not say so: lr : 1 (constant)")
        .contains("Assumed, as the text does not say so: every step\n")
        .contains("Δw = lr*(pre*post - w*post**2)")
        .contains("\\Delta w = \\mathrm{lr} \\, \\left(\\mathrm{pre} \\, \\mathrm{post} - w \\, \\mathrm{post}^{2}\\right)")
        .contains("Separable: yes, 1 product of a post and a pre vector per step")
        .contains("Fixed points in w: w = pre/post")
        .contains("Local: yes").contains("Differentiable: yes, with respect to lr, pre, post, w");
  }

  @Test
  void wholeRuleIsExplained() {
    Call call = explain(BCM);
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(call.out()).doesNotContain("Assumed")
        .containsPattern("lr +parameter +0.001 +1 +projection")
        .containsPattern("tau +parameter +20\\*ms +second +projection")
        .containsPattern("theta +state variable +0.4 +1 +postsynaptic neuron")
        .containsPattern("reward +modulator +from the experiment +1 +step and trial")
        .contains("Separable: yes, 1 product instead of an outer update for each step and trial");
  }

  @Test
  void reasonsSayWhyNot() {
    assertThat(explain("dw = mean(tanh(pre*post)) - 0.1*sign(w)").out())
        .contains("Separable: no; tanh(pre*post)").contains("Differentiable: no; with respect to w:");
    assertThat(explain("dw = -0.1*grad").out())
        .contains("Local: no; grad: the gradient of the loss comes from the whole network");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      dw = lr*mean(pre*post - w*post**2)                          | w = mean(pre*post)/mean(post**2)
      dw = 0.1*(mean(pre*post) - mean(pre)*mean(post)) - 0.01*w   | w = 10*(mean(pre*post) - mean(pre)*mean(post))
      dw = lr*w*(1 - w)                                           | w = 0, w = 1
      dw = lr*mean(pre*post)                                      | none; Δw does not depend on w
      dw = lr*(mean(pre) - tanh(w))                               | no closed form
      """)
  void fixedPointsReadLikeAPaper(String rule, String points) {
    assertThat(explain(rule).out()).contains("Fixed points in w: " + points + "\n");
  }

  @Test
  void ruleWithoutAnyChangeOfTheWeightIsSaidToHaveNone() {
    Call call = explain("theta = 0 : 1\ntheta += 0.1*(mean(post) - theta)");
    assertThat(call.code()).isZero();
    assertThat(call.err()).contains("warning: the rule never changes w");
    assertThat(call.out()).contains("Δw = 0").doesNotContain("Differentiable");
  }

  @Test
  void latexAloneIsPrinted() {
    assertThat(explain("dw = eta*mean(pre*post)", "--latex").out().strip())
        .isEqualTo("\\Delta w = \\eta \\, \\left\\langle \\mathrm{pre} \\, \\mathrm{post} \\right\\rangle");
    assertThat(explain("every step: dw = 0.1*pre\nevery batch: dw = -0.1*w", "--latex").out())
        .contains("% every step\n").contains("% every batch\n");
  }

  @Test
  void jsonHasTheKeysThatOthersRelyOn() {
    Map<String, Object> json = explain(BCM, "--json").json();
    assertThat(json.keySet()).containsExactly("ok", "problems", "text", "assumptions", "parameters", "state", "modulators",
        "changes", "local", "reasonsNotLocal", "differentiable", "reasonsNotDifferentiable", "derivatives");
    assertThat(json).containsEntry("ok", true).containsEntry("local", true).containsEntry("text", BCM.strip());
    assertThat((List<?>) json.get("parameters")).element(1)
        .isEqualTo(Map.of("name", "tau", "unit", "second", "value", 0.02, "each", "projection"));
    assertThat((List<?>) json.get("modulators")).singleElement()
        .isEqualTo(Map.of("name", "reward", "unit", "1", "each", "step and trial"));
    Map<?, ?> change = (Map<?, ?>) ((List<?>) json.get("changes")).getFirst();
    assertThat(change.keySet().stream().map(Object::toString)).containsExactly("every", "expression", "latex", "separable",
        "products", "terms", "reasonNotSeparable", "fixedPoints");
    assertThat(change.get("products")).isEqualTo(1L);
  }

  @Test
  void derivativesAreShown() {
    assertThat(explain("theta = 0.4 : 1\nw += mean(previous(pre)) - theta*sign(w)\ndtheta = mean(post) - theta").out())
        .contains("Derivatives, every batch:\n").contains("  ∂(Δw)/∂previous(pre) = 1\n").contains("  ∂(Δw)/∂theta = -sign(w)\n")
        .contains("  ∂(Δw)/∂w = none; sign(w) has no derivative").contains("  ∂(next theta)/∂post = 1\n");
    assertThat((List<?>) explain("dw = 0.1*grad*w", "--json").json().get("derivatives")).element(0).isEqualTo(Map.of(
        "every", "batch", "of", "w", "withRespectTo", "grad", "expression", "0.1*w", "latex", "0.1 \\, w", "reasonNone", ""));
  }

  @Test
  void wrongTextShowsEveryProblemWithItsCaret() {
    Call call = explain("lr = 1*mV : 1 (constant)\ndw = lr*mean(pre*pots)");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).contains("rule, line 1: lr = 1*mV : 1 (constant)\n                   ^^^^\n")
        .contains("'lr' must have unit 1, the right side has volt")
        .contains("'pots' is not defined: nearest names: post").contains("2 problems").doesNotContain("\tat ");
  }

  @Test
  void nearlyKnownNameIsAMistakeAndNoParameter() {
    Call call = explain("dw = lr*mean(pre*pots)", "--json");
    assertThat(call.code()).isEqualTo(2);
    Map<String, Object> json = call.json();
    assertThat(json).containsEntry("ok", false);
    assertThat((List<?>) json.get("problems")).hasSize(2).element(1).isEqualTo(Map.of("severity", "error", "line", 1L,
        "column", 18L, "message", "'pots' is not defined", "suggestion", "post"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dw = tanh(pre", "dw == pre", "every hour:\n  dw = pre", "w : 1", "dw = 2*", "((((", "dw = pre post",
      "when w:\n  dw = mean(pre)", "lr : mV (constant)\ndw = lr*mean(pre)", "x = 1 : 1 (summed)\ndw = mean(pre)*x", "dw = π"})
  void wrongTextsAreRefusedWithAMessage(String text) {
    Call call = explain(text);
    assertThat(call.code()).as(text).isEqualTo(2);
    assertThat(call.err()).contains("rule, line ").contains("^").containsPattern("\\d+ problems?");
  }

  @Test
  void fileIsReadAndNamed() throws IOException {
    Files.writeString(folder.resolve("bcm.rule"), BCM);
    assertThat(explain("bcm.rule").out()).isEqualTo(explain(BCM).out());
    Files.writeString(folder.resolve("windows.rule"), "\uFEFF" + BCM.replace("\n", "\r\n"));
    assertThat(explain("windows.rule").out()).isEqualTo(explain(BCM).out());
    Files.writeString(folder.resolve("bad.rule"), "dw = \n");
    assertThat(explain("bad.rule").err()).contains("rule 'bad.rule', line 1: dw =");
    assertThat(explain("bmc.rule")).satisfies(call -> {
      assertThat(call.code()).isEqualTo(2);
      assertThat(call.err()).contains("no such file: bmc.rule (try: bcm.rule)");
    });
    assertThat(explain(".").err()).contains("folder");
    assertThat(explain("").err()).contains("the rule is empty");
    Files.write(folder.resolve("binary.rule"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    assertThat(explain("binary.rule").err()).contains("not UTF-8");
  }

  @Test
  void standardInputIsRead() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(BCM.getBytes(StandardCharsets.UTF_8)));
      assertThat(explain("-").out()).isEqualTo(explain(BCM).out());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void figureIsDrawn() throws IOException {
    Call call = explain(OJA, "--figure", "oja.svg", "--set", "lr=0.01", "--w", "0.5", "--rates", "-1,1");
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(folder.resolve("oja.svg")).content().contains("<svg").contains("w = 0.5, lr = 0.01")
        .contains("Presynaptic rate").contains("Postsynaptic rate").contains("Δw = 0").contains("Δw per step");
    assertThat(explain(BCM, "--figure", "bcm.png").code()).isZero();
    assertThat(ImageIO.read(folder.resolve("bcm.png").toFile()).getWidth()).isGreaterThan(900);
    assertThat(explain(BCM, "--figure", "Bcm.csv", "--json").json()).containsEntry("ok", true);
    assertThat(folder.resolve("Bcm.csv")).content().containsPattern("\\(10⁻⁴, dimensionless\\)\",1,1,(6|5\\.999)");
  }

  @Test
  void figureSaysWhatItLacks() {
    assertThat(explain(OJA, "--figure", "a.svg")).satisfies(call -> {
      assertThat(call.code()).isEqualTo(2);
      assertThat(call.err()).contains("no figure: no value for lr (give: --set lr=...)");
    });
    assertThat(explain(OJA, "--figure", "a.svg", "--set", "rl=1").err()).contains("try: lr");
    String ofUnits = "every step: dw = 0.1*place_pre*pre*post";
    assertThat(explain(ofUnits, "--figure", "a.svg").err()).contains("no value for place_pre");
    assertThat(explain(ofUnits, "--figure", "units.svg", "--set", "place_pre=0.5").out())
        .contains("units.svg");
    assertThat(explain(OJA, "--figure", "a.svg", "--set", "lr=x").err()).contains("'x' has no value");
    assertThat(explain(OJA, "--figure", "a.svg", "--set", "lr=(").err()).contains("--set lr=(");
    assertThat(explain("dw = randn()", "--figure", "a.svg").err()).contains("'randn' has no value outside a run");
    assertThat(explain("dw = pre/0", "--figure", "a.svg").err()).contains("no finite value");
    assertThat(explain(OJA, "--figure", "a.bmp").err()).contains("must end in .svg, .png or .csv");
    assertThat(explain(OJA, "--rates", "1").err()).contains("--rates 0,1");
    assertThat(folder.resolve("a.svg")).doesNotExist();
  }

  @Test
  void covarianceOfConstantRatesIsZeroAndTheFigureSaysSo() {
    Call call = explain("dw = mean(pre*post) - mean(pre)*mean(post)", "--figure", "cov.svg");
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(folder.resolve("cov.svg")).content().contains("so Δw = 0 everywhere");
  }

  @Test
  void textBehindTheWrongVerbIsSentHere() {
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, folder, Clock.systemUTC());
    assertThat(Main.run(console, "rules", OJA)).isEqualTo(2);
    assertThat(err.toString()).contains("plast rules explain TEXT");
  }
}
