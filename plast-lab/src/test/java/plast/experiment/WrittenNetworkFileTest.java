package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plast.equation.Integrator;
import plast.io.Problem;
import plast.learn.Condition;
import plast.learn.Outcome;
import plast.learn.Trainer;
import plast.math.Seed;
import plast.rate.WrittenNetwork;
import plast.rate.WrittenNetwork.Sign;
import plast.task.Tasks;

/** Networks of equations in experiment files. */
class WrittenNetworkFileTest {
  private static final String NETWORK = """
      task: dms
      training: { trials: 160 }
      conditions:
        preset: { preset: ps-sparse, network: { precision: double } }
        texts:
          preset: ps-sparse
          network:
            precision: double
            populations:
              units:
                size: 64
                equations: |
                  dx/dt = (-x + input(recurrent) + input(input) + b)/tau : 1
                  r = tanh(x) : 1
                  b : 1
                  tau : second (shared)
                values: { b: 0, tau: 100*ms }
                trained: [b]
                integrator: euler
            projections:
              recurrent: { from: units, to: units, weights: 0.8*randn()/sqrt(N_pre) }
              input: { from: stimulus, to: units }
      """;

  private static ExperimentFile.Checked check(String text) {
    return ExperimentFile.checkText("test.yaml", text, Path.of(""), List.of());
  }

  private static Outcome train(Condition condition) {
    var task = Tasks.named(condition.task()).with(condition.taskOptions(), condition.network().dt(),
        condition.network().tau());
    Trainer trainer = Trainer.start(condition, task, new Seed(4));
    while (!trainer.finished()) trainer.step();
    return trainer.outcome();
  }

  @Test
  void thePresetsNetworkWrittenOutLearnsAlike() {
    Experiment experiment = check(NETWORK).orThrow();
    Outcome preset = train(experiment.conditions().get(0)), texts = train(experiment.conditions().get(1));
    assertThat(texts.evaluations()).hasSameSizeAs(preset.evaluations());
    for (int k = 0; k < texts.evaluations().size(); k++) {
      assertThat(texts.evaluations().get(k).performance()).isEqualTo(preset.evaluations().get(k).performance());
      assertThat(texts.evaluations().get(k).strongFraction()).isEqualTo(preset.evaluations().get(k).strongFraction());
    }
  }

  @Test
  void aResolvedFileReadsBackAsTheSameNetwork() {
    Experiment experiment = check(NETWORK).orThrow();
    Experiment again = check(ResolvedFile.text(experiment)).orThrow();
    assertThat(again.conditions()).isEqualTo(experiment.conditions());
  }

  @Test
  void everyKeySurvivesBeingWritten() {
    WrittenNetwork network = new WrittenNetwork(
        Map.of("u", new WrittenNetwork.Population(3, "dx/dt = -x + input(drive) : 1\nk : 1",
            Optional.of(Integrator.HEUN), "tanh(x)", "0.1*x**2", Map.of("k", "i/N"), List.of("k", "x"))),
        Map.of("p", new WrittenNetwork.Projection("u", "u", "x", "drive", "rand()", "i != j", 0.25, Sign.INHIBITORY, false)),
        new WrittenNetwork.Readout("u", "x", "0.5"), Optional.of(plast.equation.Surrogate.TRIANGLE));
    Experiment made = new ExperimentBuilder("made").task("dms").network(network).build();
    assertThat(made.conditions().getFirst().network().written()).contains(network);
    assertThat(check(ResolvedFile.text(made)).orThrow().conditions()).isEqualTo(made.conditions());
  }

  @Test
  void allProjectionsBetweenUnitsSwitchUnlessOthersAreNamed() {
    Condition texts = check(NETWORK).orThrow().conditions().get(1);
    assertThat(texts.plasticity().projections()).containsExactly("recurrent");
    Condition named = check(NETWORK.replace("preset: ps-sparse\n", "preset: ps-sparse\n    plasticity: {projections: [input]}\n"))
        .orThrow().conditions().get(1);
    assertThat(named.plasticity().projections()).containsExactly("input");
  }

  @Test
  void saysWhatIsWrongWhereItStands() {
    List<Problem> problems = check("""
        task: dms
        network:
          populations:
            exc:
              size: 20
              equations: "dx/dt = (-x + input(recurent))/tau : 1"
            2nd: { size: 3, equations: "dx/dt = -x : 1", rate: x }
            inh: { equations: "dx/dt = -x : 1", rate: x }
          projections:
            recurrent: { from: exc, to: exc, probability: 2 }
            cue: { from: stimulus }
          units: 3
        """).problems();
    assertThat(problems).extracting(Problem::key).containsExactlyInAnyOrder("network.populations.2nd",
        "network.populations.inh.size", "network.projections.recurrent.probability", "network.projections.cue.to",
        "network.units");
    assertThat(problems).extracting(Problem::line).contains(7, 8, 10, 11, 12);
  }

  @Test
  void saysWhatIsWrongWithTheWhole() {
    List<Problem> problems = check("""
        task: dms
        network:
          populations:
            exc:
              size: 20
              equations: |
                dx/dt = (-x + input(recurent))/tau : 1
                tau : second
              rate: x
            inh: { size: 4, equations: "dx/dt = -x/(3*ms) : 1", rate: y }
          projections:
            recurrent: { from: exc, to: exc }
            back: { from: inhi, to: exc }
          readout: { from: exc }
        plasticity: { projections: [recurent] }
        """).problems();
    assertThat(problems).extracting(Problem::key).containsExactlyInAnyOrder("network.populations.exc.equations",
        "network.populations.inh.rate", "network.projections.back.from", "plasticity.projections");
    assertThat(problems).filteredOn(p -> p.key().equals("network.projections.back.from"))
        .allMatch(p -> p.line() == 13 && p.suggestion().contains("inh"));
    assertThat(problems).filteredOn(p -> p.key().equals("network.populations.exc.equations"))
        .allMatch(p -> p.message().contains("input(recurent)") && p.message().contains("^"));
  }
}
