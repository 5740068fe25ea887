package plast.learn;

import java.util.Arrays;
import plast.math.Functions;
import plast.task.Batch;
import plast.task.Loss;

/**
 * The loss of a batch and its gradient with respect to the outputs.
 *
 * <pre>
 * cross-entropy        L = Σ m·(−Σ_o target_o·log softmax(y)_o) / Σ m      ∂L/∂y = m·(softmax(y) − target) / Σ m
 * mean squared error   L = Σ m·mean_o v_o (y − target)² / Σ m              ∂L/∂y = 2 m·v_o (y − target) / (O·Σ m)
 * </pre>
 * v: the batch's weight of each output.
 * Reuses its buffer from batch to batch.
 */
final class LossGradient {
  private final Loss loss;
  private double[] errors = {};

  LossGradient(Loss loss) {
    this.loss = loss;
  }

  /** ∂L/∂y of the latest {@link #evaluate}, steps x trials x outputs. */
  double[] errors() {
    return errors;
  }

  /** Returns L; 0 where the mask is zero throughout. */
  double evaluate(Batch batch, double[] y) {
    if (errors.length != y.length) errors = new double[y.length];
    double total = 0;
    for (float m : batch.mask()) total += m;
    if (total == 0) {
      Arrays.fill(errors, 0);
      return 0;
    }
    return switch (loss) {
      case CROSS_ENTROPY -> crossEntropy(batch, y, total);
      case MEAN_SQUARED_ERROR -> squaredError(batch, y, total);
    };
  }

  private double crossEntropy(Batch batch, double[] y, double total) {
    int outputs = batch.outputs();
    for (int k = 0; k < y.length; k += outputs) {
      double largest = y[k];
      for (int o = 1; o < outputs; o++) largest = Math.max(largest, y[k + o]);
      for (int o = 0; o < outputs; o++) errors[k + o] = y[k + o] - largest;
    }
    // The logits of the right answers are needed before the exponential overwrites them.
    double right = 0;
    for (int k = 0, row = 0; k < y.length; k += outputs, row++) {
      for (int o = 0; o < outputs; o++) right += batch.mask()[row] * batch.target()[k + o] * errors[k + o];
    }
    Functions.exp(errors, errors);
    double logarithms = 0;
    for (int k = 0, row = 0; k < y.length; k += outputs, row++) {
      double m = batch.mask()[row], sum = 0;
      for (int o = 0; o < outputs; o++) sum += errors[k + o];
      if (m != 0) logarithms += m * Math.log(sum);
      for (int o = 0; o < outputs; o++) errors[k + o] = m / total * (errors[k + o] / sum - batch.target()[k + o]);
    }
    return (logarithms - right) / total;
  }

  private double squaredError(Batch batch, double[] y, double total) {
    int outputs = batch.outputs();
    double sum = 0;
    for (int k = 0, row = 0; k < y.length; k += outputs, row++) {
      double m = batch.mask()[row] / (total * outputs);
      for (int o = 0; o < outputs; o++) {
        double difference = y[k + o] - batch.target()[k + o];
        double weighted = m * batch.outputWeight()[o] * difference;
        sum += weighted * difference;
        errors[k + o] = 2 * weighted;
      }
    }
    return sum;
  }
}
