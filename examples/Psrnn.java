import java.nio.file.Path;
import plast.analyse.Structure;
import plast.experiment.ConditionResult;
import plast.experiment.Experiment;
import plast.experiment.Run;
import plast.experiment.RunResult;
import plast.math.Matrix;

/** Trains psRNNs and their rivals from Java: ./plast exec examples/Psrnn.java */
void main() throws Exception {
  Experiment experiment = Experiment.named("psrnn-java")
      .seeds(4)
      .task("dms").taskOption("delay", 400, 600)
      .units(64)
      .condition("ps-sparse")
      .condition("bp-tuned")
      .condition("low-threshold", c -> c.preset("ps-sparse").set("plasticity.threshold.value", 0.1))
      .build();

  try (Run run = experiment.start(Path.of("runs"))) {
    RunResult result = run.await();
    for (ConditionResult condition : result.study().conditions()) {
      Matrix weights = result.weights(condition.condition().name(), 1);   // row = postsynaptic, column = presynaptic
      IO.println("%-14s %6.0f trials, effective rank %.1f".formatted(
          condition.condition().name(), condition.meanTrials().estimate(), Structure.of(weights, true).effectiveRank()));
    }
    IO.println(result.folder().path());
  }
}
