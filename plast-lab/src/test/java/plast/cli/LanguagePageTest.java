package plast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plast.equation.Builtin;
import plast.equation.ModelCheck;
import plast.equation.NeuronCheck;
import plast.equation.NeuronText;
import plast.equation.PrintedRule;
import plast.equation.Result;
import plast.equation.Rule;
import plast.equation.RuleAnalysis;
import plast.equation.RuleCheck;
import plast.equation.RuleText;
import plast.equation.Scope;
import plast.experiment.ExperimentFile;
import plast.rule.WrittenRule;

/** docs/language.md says nothing that the checker does not. */
class LanguagePageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = ROOT.resolve("docs/language.md");
  private static final Pattern BLOCK = Pattern.compile(
      "(?ms)^```(rule|model|neurons)( wrong)?\\n(.*?)^```\\n(?:\\s*```text\\n(.*?)^```\\n)?");

  /** A fenced block; a wrong one with the message that follows it. */
  private record Example(String kind, boolean wrong, String text, String message) {
    Result<?> result() {
      return switch (kind) {
        case "rule" -> RuleCheck.parse("rule", text, RuleCheck.newScope());
        case "model" -> ModelCheck.parse("population 'units'", text,
            Scope.of(Scope.Owner.RATES).withProjections("recurrent", "stimulus"));
        default -> NeuronCheck.of(NeuronText.of("exc", text), Scope.of(Scope.Owner.NEURONS));
      };
    }

    @Override
    public String toString() {
      return kind + ": " + text.lines().findFirst().orElse("");
    }
  }

  private static List<Example> examples() throws IOException {
    return BLOCK.matcher(Files.readString(PAGE)).results().map(block -> new Example(block.group(1),
        block.group(2) != null, block.group(3), block.group(4) == null ? "" : block.group(4))).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleIsRightOrBringsTheQuotedMessage(Example example) {
    if (example.wrong()) {
      assertThat(example.result().text().stripTrailing()).isEqualTo(example.message().stripTrailing());
    } else {
      assertThat(example.result().problems()).isEmpty();
      assertThat(example.message()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void printedRuleReadsBack(Example example) {
    if (example.wrong() || !example.kind().equals("rule")) return;
    Rule rule = RuleText.parse("rule", example.text()).orThrow();
    Rule again = RuleText.parse("rule", PrintedRule.of(rule)).orThrow();
    assertThat(again.declarations()).isEqualTo(rule.declarations());
    assertThat(again.sections()).isEqualTo(rule.sections());
  }

  @Test
  void experimentsOfThePageAreRightAndMeanTheRuleBelowThem() throws IOException {
    String page = Files.readString(PAGE);
    List<String> files = Pattern.compile("(?ms)^```yaml\\n(.*?)^```").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(files).hasSizeGreaterThan(1);
    for (String file : files) {
      assertThat(ExperimentFile.checkText("page.yaml", file, Path.of(""), List.of()).problems()).as(file).isEmpty();
    }
    var together = Pattern.compile("(?ms)^### Rules put together.*?^```yaml\\n(.*?)^```.*?^```rule\\n(.*?)^```").matcher(page);
    assertThat(together.find()).isTrue();
    var experiment = ExperimentFile.checkText("page.yaml", together.group(1), Path.of(""), List.of()).experiment().orElseThrow();
    assertThat(experiment.conditions().getFirst().plasticity().rule())
        .isEqualTo(new WrittenRule(together.group(2)));
  }

  @Test
  void everyConstructHasAnExample() throws IOException {
    String rules = String.join("\n", examples().stream().filter(e -> !e.wrong()).map(Example::text).toList());
    assertThat(rules).contains("every step:", "every trial:", "every batch:", "when ", "(constant)", "(modulator)", "mean(",
        ", time)", "grad", "adam(", "previous(", "where(", "+=", "clip(", "input(", " and not ");
    assertThat(examples().stream().filter(Example::wrong)).hasSizeGreaterThan(5);
  }

  @Test
  void pageListsEveryFunction() throws IOException {
    String page = Files.readString(PAGE);
    String list = page.substring(page.indexOf("Functions: "), page.indexOf("previous adam`"));
    for (Builtin function : Builtin.values()) {
      if (function == Builtin.INPUT || function == Builtin.PREVIOUS || function == Builtin.ADAM) continue;
      assertThat(list).as("functions of the page").containsPattern("\\b" + function.text() + "\\b");
    }
  }

  @Test
  void ruleFilesOfTheExamplesAreRight() throws IOException {
    try (var files = Files.list(ROOT.resolve("examples"))) {
      List<Path> rules = files.filter(file -> file.toString().endsWith(".rule")).toList();
      assertThat(rules).isNotEmpty();
      for (Path rule : rules) {
        var checked = RuleCheck.parse("rule", Files.readString(rule), RuleCheck.newScope());
        assertThat(checked.problems()).as(rule.toString()).isEmpty();
        assertThat(RuleAnalysis.of(checked.orThrow()).isLocal()).isTrue();
      }
    }
  }

  @Test
  void picturesOfThePageExist() throws IOException {
    assertThat(Pattern.compile("!\\[.*?\\]\\((.*?)\\)").matcher(Files.readString(PAGE)).results()
        .map(picture -> PAGE.resolveSibling(picture.group(1)))).isNotEmpty().allMatch(Files::exists);
  }
}
