package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.experiment.TuneSettings.Range;
import plast.io.RunFolder;
import plast.io.RunState;
import plast.learn.Condition;
import plast.math.Seed;

class TunerTest {
  @TempDir
  Path runs;

  private static final Experiment EXPERIMENT = ExperimentFile.checkText("tiny.yaml", """
      task: dms
      seeds: 2
      network: {units: 8}
      training: {batch: 4, trials: 32, evaluate: {every: 4, trials: 12, batches: 2}}
      conditions: {ps: {preset: ps-sparse}, bp: {preset: bp-tuned}}
      tune: {budget: 3, seeds: 2}
      """, Path.of(""), List.of()).orThrow();

  @Test
  void everyConditionGetsTheSameBudgetOnSeedsOfItsOwn() throws IOException {
    RunFolder folder = ExperimentRun.prepare(EXPERIMENT, RunStart.java(runs));
    TuneResult result = Tuner.go(folder, Clock.systemUTC(), new Interruption(), Progress.NOBODY);
    assertThat(result.state()).isEqualTo(RunState.DONE);
    assertThat(result.study().conditions()).hasSize(6).allSatisfy(c -> assertThat(c.seeds()).hasSize(2));
    assertThat(result.tune().seeds()).doesNotContainAnyElementsOf(EXPERIMENT.seeds());
    assertThat(folder.path().resolve("tuning.csv")).content().contains("training.optimiser.learningRate");
    Experiment tuned = ExperimentFile.read(result.tunedFile(), List.of());
    assertThat(tuned.name()).isEqualTo("tiny-tuned");
    assertThat(tuned.conditions()).extracting(Condition::name).containsExactly("ps", "bp");
    assertThat(tuned.conditions().getFirst().training().optimiser())
        .isEqualTo(result.winners().getFirst().best().training().optimiser());
  }

  @Test
  void configurationsAreTheConditionItselfAndDrawsInsideTheSpace() {
    TuneSettings tune = new TuneSettings(50, List.of(9), Map.of(
        "training.optimiser.learningRate", new Range.Logarithmic(1e-4, 1e-1),
        "network.activation", new Range.Choice(List.of("tanh", "relu")),
        "plasticity.threshold.value", new Range.Linear(0.1, 0.2)));
    Condition condition = EXPERIMENT.conditions().getFirst();
    List<Configurations.Configuration> all = Configurations.of(condition, tune, new Seed(1));
    assertThat(all.getFirst().changes()).isEmpty();
    assertThat(all.getFirst().condition().network()).isEqualTo(condition.network());
    assertThat(all.subList(1, 50)).allSatisfy(one -> {
      assertThat(one.condition().training().optimiser().learningRate()).isBetween(1e-4, 1e-1);
      assertThat(one.condition().plasticity().threshold().up()).isBetween(0.1, 0.2)
          .isEqualTo(one.condition().plasticity().threshold().down());
    });
    assertThat(all.stream().map(one -> one.condition().network().activation()).distinct()).hasSize(2);
  }

  @Test
  void backpropagationIsNotSearchedOverTheWeakRule() {
    TuneSettings tune = Tuner.searchable(EXPERIMENT).tune().orElseThrow();
    assertThat(Configurations.space(EXPERIMENT.conditions().get(1), tune).keySet()).containsExactly(
        "training.optimiser.learningRate", "network.initialisation.gain", "training.optimiser.name");
    assertThat(Configurations.space(EXPERIMENT.conditions().getFirst(), tune)).containsKeys(
        "plasticity.threshold.value", "plasticity.hebbianRate", "plasticity.rule.decay");
  }
}
