package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import plast.experiment.ConditionBuilder.Named;

/** Trials to criterion of the unbounded psRNN over pairs of hyperparameters, and of backpropagation over gain and rate. */
final class Maps {
  static final String TASK = "dms";
  static final int SEEDS = 4;
  static final double[] THETA = {0.05, 0.08, 0.125, 0.2, 0.3, 0.4};
  static final double[] ETA = {0.01, 0.03, 0.1, 0.3, 1, 3};
  static final double[] GAIN = {0.5, 0.8, 1.1, 1.3, 1.6, 2};
  static final double[] RATE = {0.002, 0.005, 0.01, 0.02, 0.04};

  private Maps() {}

  /** A grid of mean trials to criterion, rows of y with columns of x. */
  record Grid(double[] x, double[] y, double[][] trials) {
    double best() {
      return Arrays.stream(trials).flatMapToDouble(Arrays::stream).min().orElse(Double.NaN);
    }

    /** Cell by cell, this over other. */
    double[][] over(Grid other) {
      double[][] ratio = new double[y.length][x.length];
      for (int row = 0; row < y.length; row++) {
        for (int column = 0; column < x.length; column++) {
          ratio[row][column] = trials[row][column] / other.trials[row][column];
        }
      }
      return ratio;
    }
  }

  static List<Arm> arms() {
    List<Arm> arms = new ArrayList<>();
    for (double eta : ETA) {
      for (double theta : THETA) {
        arms.add(cell(switching(theta, eta), c -> c.preset(ReferenceConditions.UNBOUNDED)
            .set("plasticity.threshold.value", theta).set("plasticity.hebbianRate", eta)));
      }
    }
    for (double rate : RATE) {
      for (double gain : GAIN) {
        arms.add(cell(start("ps", gain, rate), c -> c.preset(ReferenceConditions.UNBOUNDED)
            .set("network.initialisation.gain", gain).set("training.optimiser.learningRate", rate)));
        arms.add(cell(start("bp", gain, rate), c -> c.preset(ReferenceConditions.BP_08)
            .set("network.initialisation.gain", gain).set("training.optimiser.learningRate", rate)));
      }
    }
    return arms;
  }

  private static Arm cell(String name, UnaryOperator<Named> settings) {
    return new Arm(name, name, Arm.Detail.MAP, settings);
  }

  private static String switching(double theta, double eta) {
    return String.format(Locale.ROOT, "map-theta%s-eta%s", theta, eta);
  }

  private static String start(String rule, double gain, double rate) {
    return String.format(Locale.ROOT, "map-%s-gain%s-lr%s", rule, gain, rate);
  }

  /** Over threshold (x) and Hebbian rate (y); empty when it was not trained. */
  static Optional<Grid> switching(Results results) {
    return grid(results, THETA, ETA, Maps::switching);
  }

  /** Over gain (x) and learning rate (y) of the psRNN. */
  static Optional<Grid> start(Results results) {
    return grid(results, GAIN, RATE, (gain, rate) -> start("ps", gain, rate));
  }

  /** The same of backpropagation. */
  static Optional<Grid> startOfBackpropagation(Results results) {
    return grid(results, GAIN, RATE, (gain, rate) -> start("bp", gain, rate));
  }

  private interface Naming {
    String name(double x, double y);
  }

  private static Optional<Grid> grid(Results results, double[] x, double[] y, Naming naming) {
    double[][] trials = new double[y.length][x.length];
    for (int row = 0; row < y.length; row++) {
      for (int column = 0; column < x.length; column++) {
        Optional<ArmResult> arm = results.arm(TASK, naming.name(x[column], y[row]));
        if (arm.isEmpty()) return Optional.empty();
        trials[row][column] = arm.get().meanTrials().estimate();
      }
    }
    return Optional.of(new Grid(x, y, trials));
  }
}
