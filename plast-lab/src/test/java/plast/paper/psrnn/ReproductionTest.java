package plast.paper.psrnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.experiment.Interruption;
import plast.experiment.RunStart;
import plast.io.RunFolder;
import plast.io.RunState;
import plast.io.Versions;

/** The whole way from conditions to report, with two networks per condition that train for eight updates. */
class ReproductionTest {
  private static final Versions VERSIONS = new Versions("test", Optional.empty(), false, "25", "cpu", 512);

  @TempDir
  static Path runs;

  private static Reproduction.Result result;
  private static String html;

  @BeforeAll
  static void reproduce() throws IOException {
    Request request = new Request(
        EnumSet.allOf(Part.class), true, Optional.empty(), OptionalInt.of(2), OptionalInt.of(128));
    result = Reproduction.go(prepare(request), request, conduct(new Interruption()));
    html = Files.readString(result.report().orElseThrow());
  }

  private static RunFolder prepare(Request request) throws IOException {
    return Reproduction.prepare(request, 2, new RunStart(
        runs, Reproduction.KIND, request.words(), List.of(), VERSIONS, Clock.systemUTC()));
  }

  private static Reproduction.Conduct conduct(Interruption interruption) {
    return new Reproduction.Conduct(
        2, Optional.empty(), Clock.systemUTC(), interruption, Reproduction.Watcher.NOBODY);
  }

  @Test
  void reportHasAllBlocks() {
    assertThat(html).contains(
        "Verdicts", "Trials to criterion", "Reference targets", "Figures", "Structure of the recurrent weights",
        "All settings of the claims", "Methods, settings, budgets", "Tuning budgets", "Settings of dms",
        "Only abstracts of that work are public", "anti-Hebbian", "synthetic mixture", "not corrected");
  }

  @Test
  void everyFigureIsWrittenThreeTimes() {
    Path figures = result.folder().figures();
    for (String name : List.of("learning", "trials", "switching", "controls", "weights", "spectra", "antisymmetry",
        "feedforward", "eigenvalues", "mechanisms", "atlas-trials", "atlas-structure", "psrnn")) {
      assertThat(figures.resolve(name + ".svg")).isNotEmptyFile();
      assertThat(figures.resolve(name + ".csv")).isNotEmptyFile();
    }
  }

  @Test
  void jsonHasTheKeysThatOthersRelyOn() {
    Map<String, Object> json = Reproduction.json(result);
    assertThat(json.keySet()).containsExactly(
        "conditions", "comparisons", "claims", "report", "runFolder", "seconds");
    assertThat(first(json, "conditions").keySet()).containsExactly(
        "name", "task", "seeds", "solved", "trialsToCriterion", "strongFraction");
    assertThat(((Map<?, ?>) first(json, "conditions").get("trialsToCriterion")).keySet().stream().map(String.class::cast))
        .containsExactly("mean", "ciHalfWidth", "median", "values");
    assertThat(first(json, "comparisons").keySet()).containsExactly("task", "a", "b", "ratio", "ciLow", "ciHigh", "p");
    assertThat(first(json, "claims").keySet()).containsExactly("id", "verdict", "effect", "ciLow", "ciHigh", "setting");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(Map<String, Object> json, String key) {
    return ((List<Map<String, Object>>) json.get(key)).getFirst();
  }

  @Test
  void everyClaimHasAVerdictOfTheFour() {
    List<Claim> claims = result.findings().orElseThrow().claims();
    assertThat(claims).extracting(Claim::id).contains("C1", "C2", "C3", "C4", "C5", "C6", "C7a", "C7b", "C7c");
    assertThat(claims).extracting(c -> c.verdict().words())
        .isSubsetOf("reproduced", "not reproduced", "opposite", "inconclusive");
  }

  @Test
  void nothingIsReproducedWhereNothingWasLearned() {
    for (Claim claim : result.findings().orElseThrow().claims()) {
      boolean learned = !claim.remark().contains("by either");
      if (!learned) assertThat(claim.verdict().words()).isEqualTo("inconclusive");
    }
  }

  @Test
  void aStoppedStudyIsTakenUpAgainWithTheSameNumbers() throws IOException {
    Request request = new Request(Set.of(Part.REFERENCE), true, Optional.empty(), OptionalInt.of(2), OptionalInt.of(128));
    RunFolder folder = prepare(request);
    Interruption interruption = new Interruption();
    interruption.request();
    Reproduction.Result stopped = Reproduction.go(folder, request, conduct(interruption));
    assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
    assertThat(Reproduction.requestOf(folder.record())).isEqualTo(request);
    Reproduction.Result ended = Reproduction.go(folder, request, conduct(new Interruption()));
    assertThat(ended.state()).isEqualTo(RunState.DONE);
    assertThat(trials(ended)).isEqualTo(trials(result).subList(0, trials(ended).size()));
  }

  private static List<List<Double>> trials(Reproduction.Result result) {
    return result.findings().orElseThrow().results().listed().stream()
        .map(arm -> Arrays.stream(arm.trials()).boxed().toList()).toList();
  }
}
