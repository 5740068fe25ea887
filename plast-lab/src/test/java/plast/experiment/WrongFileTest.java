package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plast.io.Problem;

class WrongFileTest {
  private static final ExperimentFile.Machine SMALL = new ExperimentFile.Machine(2, 2_000_000_000);

  @TempDir
  Path folder;

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        arguments("task: dms\nnetwrk: {units: 64}", 2, "netwrk", "unknown key 'netwrk'", "network"),
        arguments("task: dms\nnetwork:\n  unitz: 64", 3, "network.unitz", "unknown key", "units"),
        arguments("task: dms\nbatch: 16", 2, "batch", "unknown key", "training.batch"),
        arguments("task: dms\nnetwork: {units: many}", 2, "network.units", "whole number, not 'many'", ""),
        arguments("task: dms\nnetwork: {units: 0}", 2, "network.units", "1 … 4096, not 0", ""),
        arguments("task: dms\nnetwork: {units: 5000}", 2, "network.units", "1 … 4096", ""),
        arguments("task: dms\nnetwork: {units: 63.5}", 2, "network.units", "whole number", ""),
        arguments("task: dms\nnetwork: {units: [64, 128]}", 2, "network.units", "not a list", ""),
        arguments("task: dms\nnetwork: 64", 2, "network", "group of keys", "units"),
        arguments("task: dms\nnetwork: {activation: tahn}", 2, "network.activation", "unknown activation 'tahn'", "tanh"),
        arguments("task: dms\nnetwork: {dt: -20 ms}", 2, "network.dt", "positive time, not -20 ms", ""),
        arguments("task: dms\nnetwork: {dt: 20 parsec}", 2, "network.dt", "a time such as 20 ms", ""),
        arguments("task: dms\nnetwork:\n  dt: 20 ms\n  tau: 10 ms", 4, "network.tau", "shorter than dt", "20 ms"),
        arguments("task: dms\nnetwork: {autapses: yes}", 2, "network.autapses", "true or false", "true"),
        arguments("task: dmz", 1, "task.name", "unknown task 'dmz'", "dms"),
        arguments("task: {name: dms, dealy: 500 ms}", 1, "task.dealy", "no option 'dealy'", "delay"),
        arguments("task: {name: dms, delay: [800 ms, 400 ms]}", 1, "task.delay", "two times", "[400 ms, 800 ms]"),
        arguments("task: {name: dms, sample: -5 ms}", 1, "task.sample", "at least 0 ms", "200 ms"),
        arguments("name: pilot", 1, "task", "no task is named", "task: dms"),
        arguments("task: dms\nplasticity: {rule: heb}", 2, "plasticity.rule.name", "unknown rule 'heb'", "hebb"),
        arguments("task: dms\nplasticity: {mode: hebball}", 2, "plasticity.mode", "unknown mode", "hebb_all"),
        arguments("task: dms\nplasticity:\n  threshold: {up: 0.1, down: 0.2}", 3, "plasticity.threshold.down",
            "θ↓ = 0.2 is above θ↑ = 0.1", "at most 0.1"),
        arguments("task: dms\nplasticity: {threshold: {value: 0.1, up: 0.2}}", 2, "plasticity.threshold.value",
            "both thresholds", "up and down"),
        arguments("task: dms\nplasticity: {threshold: {unit: quantile, value: 1.5}}", 2, "plasticity.threshold.up",
            "quantile lies in 0 … 1", ""),
        arguments("task: dms\nplasticity: {threshold: {unit: initial-sd}}", 2, "plasticity.threshold.unit",
            "unit without a threshold", "initial-sd"),
        arguments("task: dms\nplasticity: {mode: preh}", 2, "plasticity.mode", "needs plasticity.updates", "updates: 20"),
        arguments("task: dms\nplasticity: {mode: accum, parts: 64}", 2, "plasticity.parts", "64 parts", "at most 16"),
        arguments("task: dms\nplasticity: {projections: [recurent]}", 2, "plasticity.projections", "unknown projection 'recurent'",
            "recurrent"),
        arguments("task: dms\nplasticity: {hebbianRate: -1}", 2, "plasticity.hebbianRate", "at least 0", ""),
        arguments("task: dms\ntraining: {batch: 0}", 2, "training.batch", "1 … 65536", ""),
        arguments("task: dms\ntraining: {trials: 8}", 2, "training.trials", "below one batch", "at least 16"),
        arguments("task: dms\ntraining:\n  trials: 32\n  evaluate: {every: 4}", 4, "training.evaluate.every",
            "before the first evaluation", "at most 2"),
        arguments("task: dms\ntraining: {evaluate: {trials: 2}}", 2, "training.evaluate.batches", "cannot share", ""),
        arguments("task: dms\ntraining: {optimiser: adamm}", 2, "training.optimiser.name", "unknown optimiser", "adam"),
        arguments("task: dms\ntraining: {optimiser: {learningrate: 1}}", 2, "training.optimiser.learningrate",
            "unknown key", "learningRate"),
        arguments("task: dms\ntraining: {optimiser: {beta1: 1}}", 2, "training.optimiser.beta1", "at most", ""),
        arguments("task: dms\npreset: ps-spars", 2, "preset", "unknown preset", "ps-sparse"),
        arguments("task: dms\nconditions:\n  a: {preset: bp-tunned}", 3, "conditions.a.preset", "unknown preset", "bp-tuned"),
        arguments("task: dms\nconditions:\n  a: {network: {gain: 1}}", 3, "conditions.a.network.gain", "unknown key",
            "network.initialisation.gain"),
        arguments("task: dms\nconditions:\n  a: {}\n  A: {}", 4, "conditions.A", "in case alone", ""),
        arguments("task: dms\nconditions:\n  a: {}\n  a: {}", 4, "conditions.a", "twice", ""),
        arguments("task: dms\nconditions: [a, b]", 2, "conditions", "group of named conditions", ""),
        arguments("task: dms\nconditions:\n  a/b: {}", 3, "conditions.a/b", "cannot name a condition", ""),
        arguments("task: dms\nseeds: 0", 2, "seeds", "1 … 10000", ""),
        arguments("task: dms\nseeds: [1, 2, 1]", 2, "seeds", "seed 1 twice", ""),
        arguments("task: dms\nname: ../up", 2, "name", "a name for a folder", ""),
        arguments("task: dms\ncheckpoint: {every: soon}", 2, "checkpoint.every", "positive time or a number", "10 s"),
        arguments("task: dms\ninclude: missing.yaml", 2, "", "no such file", ""),
        arguments("task: dms\ntune: {seeds: [1, 20]}", 2, "tune.seeds", "seed 1 is a test seed", "seeds: 3"),
        arguments("task: dms\ntune: {space: {network.unitz: [1]}}", 2, "tune.space.network.unitz", "unknown key",
            "network.units"),
        arguments("task: dms\nnetwork: {initialisation: {kind: orthogonal, inhibitory: 0.2}}", 2,
            "network.initialisation.inhibitory", "cannot be orthogonal", ""),
        arguments("task: dms\nnetwork: {units: 4096}\ntraining: {batch: 65536, trials: 1e6}", 2, "network.units", "GB are needed",
            "fewer threads"));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void wrongFileGivesOneProblemWithItsPlaceAndWhatWouldBeRight(
      String text, int line, String key, String message, String suggestion) {
    List<Problem> problems = ExperimentFile.checkText(
        new ExperimentFile.Named("wrong.yaml", text), folder, SMALL, List.of()).problems();
    assertThat(problems).hasSize(1);
    Problem problem = problems.getFirst();
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.key()).isEqualTo(key);
    assertThat(problem.suggestion()).contains(suggestion);
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    List<Problem> problems = ExperimentFile.checkText("wrong.yaml",
        "task: dmz\nseeds: none\nnetwork: {units: -1, activation: tahn}\nfoo: 1", folder, List.of()).problems();
    assertThat(problems).extracting(Problem::line).containsExactly(1, 2, 3, 3, 4);
  }

  @Test
  void emptyFileAndMissingFileAreProblems() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.yaml"));
    assertThat(ExperimentFile.check(empty, List.of()).problems()).singleElement()
        .satisfies(p -> assertThat(p.message()).contains("empty"));
    assertThat(ExperimentFile.check(folder.resolve("emty.yaml"), List.of()).problems()).singleElement()
        .satisfies(p -> assertThat(p.message()).contains("no such file"))
        .satisfies(p -> assertThat(p.suggestion()).contains("empty.yaml"));
  }

  @Test
  void problemOfAnIncludedFileSaysWhereItIsIncluded() throws Exception {
    Files.writeString(folder.resolve("base.yaml"), "task: dms\nnetwork: {units: 0}\n");
    List<Problem> problems =
        ExperimentFile.checkText("main.yaml", "name: a\ninclude: base.yaml", folder, List.of()).problems();
    assertThat(problems).singleElement().satisfies(p -> {
      assertThat(p.line()).isEqualTo(2);
      assertThat(p.message()).contains("base.yaml:2:18");
    });
  }

  @Test
  void fileThatIncludesItselfIsAProblem() throws Exception {
    Path file = folder.resolve("loop.yaml");
    Files.writeString(file, "task: dms\ninclude: other.yaml");
    Files.writeString(folder.resolve("other.yaml"), "include: loop.yaml");
    assertThat(ExperimentFile.check(file, List.of()).problems()).singleElement()
        .satisfies(p -> assertThat(p.message()).contains("includes itself"));
  }

  @Test
  void wrongOverrideNamesTheCommandLine() {
    List<Problem> problems = ExperimentFile.checkText(
        "a.yaml", "task: dms", folder, List.of("network.units=0", "netwrk.units=3", "units")).problems();
    assertThat(problems).extracting(Problem::message)
        .anySatisfy(m -> assertThat(m).contains("1 … 4096").contains("command line"))
        .anySatisfy(m -> assertThat(m).contains("unknown key 'netwrk'").contains("command line"))
        .anySatisfy(m -> assertThat(m).contains("not key=value"));
  }
}
