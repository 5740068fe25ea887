package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plast.learn.Condition;
import plast.learn.OptimiserSettings;
import plast.learn.OptimiserSettings.Moments;
import plast.learn.PlasticitySettings.Mode;
import plast.rate.model.BuiltInNetwork;
import plast.math.Activation;
import plast.rate.Initialisation;
import plast.rule.Threshold;
import plast.rule.WeakRule;
import plast.rule.WrittenRule;

class ExperimentFileTest {
  @TempDir
  Path folder;

  private Experiment read(String text, String... overrides) {
    return ExperimentFile.checkText("pilot.yaml", text, folder, List.of(overrides)).orThrow();
  }

  private Condition only(String text, String... overrides) {
    return read(text, overrides).conditions().getFirst();
  }

  @Test
  void fileWithATaskAloneIsTheSparsePsrnn() {
    Experiment experiment = read("task: dms");
    assertThat(experiment.name()).isEqualTo("pilot");
    assertThat(experiment.seeds()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    Condition condition = experiment.conditions().getFirst();
    assertThat(condition.network().units()).isEqualTo(64);
    assertThat(condition.network().dt()).isEqualTo(20);
    assertThat(condition.network().tau()).isEqualTo(100);
    assertThat(condition.network().initialisation()).isEqualTo(Initialisation.gaussian(0.8));
    assertThat(condition.plasticity().mode()).isEqualTo(Mode.PS);
    assertThat(condition.plasticity().rule()).isEqualTo(new WeakRule(WeakRule.Form.GROW_COV, 0.2));
    assertThat(condition.plasticity().threshold()).isEqualTo(Threshold.absolute(0.2));
    assertThat(condition.plasticity().projections()).isEqualTo(Set.of(BuiltInNetwork.RECURRENT));
    assertThat(condition.training().optimiser()).isEqualTo(OptimiserSettings.adam(0.01));
    assertThat(condition.training().trials()).isEqualTo(3200);
    assertThat(condition.training().evaluateEvery()).isEqualTo(4);
    assertThat(condition.training().evaluationTrials()).isEqualTo(132);
  }

  @Test
  void layersLieOverEachOther() {
    Experiment experiment = read("""
        task: dms
        preset: ps-unbounded
        network: {initialisation: {gain: 0.5}}
        conditions:
          base: {}
          tuned: {preset: bp-tuned}
          mine: {preset: bp-tuned, network: {initialisation: {gain: 1.1}}}
        """, "training.clip=2", "conditions.base.training.clip=3");
    List<Condition> conditions = experiment.conditions();
    assertThat(conditions).extracting(Condition::name).containsExactly("base", "tuned", "mine");
    assertThat(conditions).extracting(c -> c.network().initialisation().gain()).containsExactly(0.5, 1.6, 1.1);
    assertThat(conditions).extracting(c -> c.plasticity().mode()).containsExactly(Mode.PS, Mode.BP, Mode.BP);
    assertThat(conditions).extracting(c -> c.training().clip()).containsExactly(3.0, 2.0, 2.0);
  }

  @Test
  void optionsOfTheBaseTaskDoNotFollowIntoAnotherTask() {
    Experiment experiment = read("""
        task: {name: dms, delay: 500 ms}
        conditions:
          a: {}
          b: {task: cdm}
        """);
    assertThat(experiment.conditions().get(0).taskOptions().get("delay")).containsExactly(500, 500);
    assertThat(experiment.conditions().get(1).taskOptions()).isEmpty();
    assertThat(experiment.conditions().get(1).training().trials()).isEqualTo(1920);
  }

  @Test
  void downFollowsUpUnlessGiven() {
    assertThat(only("task: dms\nplasticity: {threshold: {up: 0.3}}").plasticity().threshold())
        .isEqualTo(Threshold.absolute(0.3));
    assertThat(only("task: dms\nplasticity: {threshold: {down: 0.1}}").plasticity().threshold())
        .isEqualTo(new Threshold(Threshold.Unit.ABSOLUTE, 0.2, 0.1));
    assertThat(only("task: dms\nplasticity: {threshold: 0}").plasticity().threshold())
        .isEqualTo(Threshold.absolute(0));
  }

  @Test
  void overridesBeatTheFileAndUnderstandShortForms() {
    Experiment experiment = read("task: dms\nnetwork: {units: 32}\nseeds: 3",
        "network.units=50", "task=cdm", "seeds=[4, 7]", "plasticity.rule=hebb", "name=other", "plasticity.projections=[input]");
    Condition condition = experiment.conditions().getFirst();
    assertThat(experiment.name()).isEqualTo("other");
    assertThat(experiment.seeds()).containsExactly(4, 7);
    assertThat(condition.network().units()).isEqualTo(50);
    assertThat(condition.task()).isEqualTo("cdm");
    assertThat(condition.plasticity().namedRule().form()).isEqualTo(WeakRule.Form.HEBB);
    assertThat(condition.plasticity().projections()).isEqualTo(Set.of(BuiltInNetwork.INPUT));
  }

  @Test
  void includedFileLiesBelowTheOneThatIncludesIt() throws Exception {
    Files.writeString(folder.resolve("base.yaml"), "task: dms\nseeds: 5\nnetwork: {units: 20, leak: rate}\n");
    Experiment experiment = read("include: base.yaml\nnetwork: {units: 30}");
    assertThat(experiment.seeds()).hasSize(5);
    assertThat(experiment.conditions().getFirst().network().units()).isEqualTo(30);
    assertThat(experiment.conditions().getFirst().network().leak()).isEqualTo(plast.rate.Leak.RATE);
  }

  @Test
  void rulesAreNamesOrEquations() {
    WrittenRule hebb = new WrittenRule("dw = 0.1*mean(pre*post)");
    String text = "task: dms\nplasticity: {rule: dw = 0.1*mean(pre*post), strong: dw = -0.01*adam(grad)}";
    Condition condition = only(text);
    assertThat(condition.plasticity().rule()).isEqualTo(hebb);
    assertThat(condition.plasticity().strongRule()).contains(new WrittenRule("dw = -0.01*adam(grad)"));
    assertThat(only(text, "plasticity.rule=cov", "plasticity.strong=").plasticity())
        .satisfies(p -> assertThat(p.namedRule().form()).isEqualTo(WeakRule.Form.COV))
        .satisfies(p -> assertThat(p.strongRule()).isEmpty());
    assertThat(only("task: dms", "plasticity.rule=lr = 0.1 : 1 (constant)\ndw = lr*mean(pre*post)").plasticity().rule())
        .isInstanceOf(WrittenRule.class);
    assertThat(read(ResolvedFile.text(read(text))).conditions()).isEqualTo(read(text).conditions());
  }

  @Test
  void equationsAreCheckedWithTheFile() {
    List<plast.io.Problem> problems = ExperimentFile.checkText("p.yaml", """
        task: dms
        plasticity:
          mode: accum
          parts: 2
          hebbianRate: 0.1
          rule: dw = 0.1*mean(pre*pots)
          strong: dw = -0.1*grad
        """, folder, List.of()).problems();
    assertThat(problems).extracting(plast.io.Problem::key).containsExactlyInAnyOrder(
        "plasticity.mode", "plasticity.hebbianRate", "plasticity.rule.equations");
    assertThat(problems).anySatisfy(p -> assertThat(p.message()).contains("'pots' is not defined").contains("^^^^"));
  }

  @Test
  void referencePresetsScaleWithTheNetwork() {
    Condition condition = only("task: dms\npreset: ps-sparse\nnetwork: {units: 256}");
    assertThat(condition.plasticity().threshold().up()).isCloseTo(0.1, within(1e-15));
    assertThat(condition.plasticity().namedRule().decay()).isCloseTo(0.4, within(1e-15));
    assertThat(condition.training().optimiser().learningRate()).isCloseTo(0.005, within(1e-15));
    assertThat(condition.plasticity().hebbianRate()).isEqualTo(0.3);
  }

  @Test
  void tunedBackpropagationDependsOnTheTask() {
    for (String line : List.of("dms 1.6 0.005", "cdm 1.3 0.002", "pwm 0.8 0.01", "ff3 0.8 0.01")) {
      String[] expected = line.split(" ");
      Condition condition = only("preset: bp-tuned\ntask: " + expected[0]);
      assertThat(condition.network().initialisation().gain()).isEqualTo(Double.parseDouble(expected[1]));
      assertThat(condition.training().optimiser().learningRate()).isEqualTo(Double.parseDouble(expected[2]));
    }
  }

  @Test
  void atlasPresetBringsItsRegime() {
    Condition condition = only("task: cdm\npreset: ps-atlas");
    assertThat(condition.network().units()).isEqualTo(100);
    assertThat(condition.network().activation()).isEqualTo(Activation.RELU);
    assertThat(condition.network().alpha()).isEqualTo(1);
    assertThat(condition.network().initialisation()).isEqualTo(Initialisation.uniform());
    assertThat(condition.plasticity().rule()).isEqualTo(new WeakRule(WeakRule.Form.ANTICOV, 0.1));
    assertThat(condition.plasticity().hebbianRate()).isEqualTo(0.1);
    assertThat(condition.plasticity().threshold()).isEqualTo(Threshold.initialSd(1.35));
    assertThat(condition.training().optimiser().moments()).isEqualTo(Moments.ZERO);
    assertThat(condition.training().optimiser().learningRate()).isEqualTo(1e-3);
    // 0.0779 at 100 units is what the atlas prints for 1.35 standard deviations.
    assertThat(1.35 * condition.network().initialisation().standardDeviation(100)).isCloseTo(0.0779, within(5e-5));
  }

  @Test
  void whatAPresetSuggestsYieldsToTheFile() {
    assertThat(only("task: cdm\npreset: ps-atlas\nnetwork: {units: 50}").network().units()).isEqualTo(50);
    assertThat(only("task: cdm\npreset: ps-atlas", "network.dt=50 ms").network().dt()).isEqualTo(50);
  }

  @Test
  void everyPresetLoadsForEveryCoreTask() {
    for (String preset : Presets.names()) {
      for (String task : List.of("dms", "cdm", "pwm", "ff3")) {
        assertThat(read("task: " + task + "\npreset: " + preset).conditions()).hasSize(1);
      }
      assertThat(Presets.named(preset).orElseThrow().description()).isNotBlank();
    }
  }

  @Test
  void resolvedFileReadsBackAsTheSameExperiment() {
    String text = """
        name: round-trip
        seed: 7
        seeds: [3, 9]
        threads: 2
        checkpoint: {every: 50 updates}
        task: {name: dms, delay: [300 ms, 0.5 s]}
        record: {weights: 2}
        conditions:
          ps-g1.3: {preset: ps-g1.3, plasticity: {projections: [input, recurrent], threshold: {down: 0.01}}}
          bp: {preset: bp-tuned-sgd, training: {clip: .inf, after: continue-factor}}
          other: {task: ff3, preset: frozen}
          quantile: {plasticity: {threshold: {unit: quantile, value: 0.3}, mode: preh, updates: 20}}
        tune:
          budget: 4
          space:
            training.optimiser.learningRate: {low: 1e-4, high: 0.1}
            training.optimiser.name: [adam, sgd]
        """;
    Experiment experiment = read(text);
    String resolved = ResolvedFile.text(experiment);
    assertThat(read(resolved)).usingRecursiveComparison().isEqualTo(experiment);
    assertThat(read(resolved)).satisfies(
        again -> assertThat(ResolvedFile.text(again)).isEqualTo(resolved));
  }

  @Test
  void fluentDescriptionEqualsTheFile() {
    Experiment fluent = Experiment.named("pilot").seed(3).seeds(4)
        .task("dms").units(32).activation(Activation.RELU)
        .condition("ps-sparse")
        .condition("slow", c -> c.preset("bp-tuned").optimiser(OptimiserSettings.adam(1e-3)))
        .build();
    assertThat(fluent).isEqualTo(read("""
        seed: 3
        seeds: 4
        task: dms
        network: {units: 32, activation: relu}
        conditions:
          ps-sparse: {preset: ps-sparse}
          slow: {preset: bp-tuned, training: {optimiser: {learningRate: 0.001}}}
        """));
  }

  @Test
  void lowGainBackpropagationIsNoticed() {
    assertThat(ExperimentFile.checkText("a.yaml", "task: dms\nplasticity: {mode: bp}", folder, List.of()).notices())
        .anySatisfy(notice -> assertThat(notice).contains("gain 0.8"));
  }
}
