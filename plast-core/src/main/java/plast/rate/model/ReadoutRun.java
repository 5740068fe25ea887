package plast.rate.model;

import java.util.Arrays;
import plast.math.Matrix;
import plast.math.Panels;

/** One readout in a run: y[t] = W v[t] + c, and its way back. */
final class ReadoutRun {
  private final String name;
  private final int outputs;
  private final SignalRun source;
  private final Numbers numbers;
  private final Panels weights; // (outputs, units)
  private final Panels gradient;
  private Panels errors; // (steps·trials, outputs)
  private double[] output = {};

  ReadoutRun(Readout readout, SignalRun source, Numbers numbers) {
    name = readout.name();
    outputs = readout.bias().length;
    this.source = source;
    this.numbers = numbers;
    int units = readout.weights().columns();
    weights = numbers.panels(outputs, units);
    gradient = numbers.product(outputs, units);
    errors = numbers.panels(0, outputs);
  }

  String name() {
    return name;
  }

  SignalRun source() {
    return source;
  }

  double[] output() {
    return output;
  }

  void allocate(int steps, int trials) {
    errors = numbers.panels(steps * trials, outputs);
  }

  void start(ModelParameters parameters, int steps, int trials) {
    int size = steps * trials * outputs;
    if (output.length != size) output = new double[size];
    weights.copyFrom(matrix(parameters), false, 1);
    bias(parameters);
  }

  private Matrix matrix(ModelParameters parameters) {
    Matrix given = parameters.weights().get(name);
    if (given == null || given.rows() != outputs || given.columns() != weights.columns()) {
      throw new IllegalArgumentException("the weights of '" + name + "' must be " + outputs + " x "
          + weights.columns() + ", got " + given);
    }
    return given;
  }

  private double[] bias(ModelParameters parameters) {
    double[] given = parameters.biases().get(name);
    if (given == null || given.length != outputs) {
      throw new IllegalArgumentException("readout '" + name + "' needs " + outputs + " biases");
    }
    return given;
  }

  void read(int t, int trials) {
    source.trajectory().dotRows(t * trials, trials, weights, output, (t - 1) * trials * outputs);
  }

  /** When all steps are read. */
  void addBias(ModelParameters parameters) {
    double[] c = bias(parameters);
    for (int k = 0; k < output.length; k += outputs) {
      for (int o = 0; o < outputs; o++) output[k + o] += c[o];
    }
  }

  /** Takes ∂L/∂y. */
  void startBack(double[] outputErrors, int steps, int trials) {
    if (outputErrors.length != output.length) {
      throw new IllegalArgumentException("the errors of '" + name + "' have " + outputErrors.length
          + " entries, the output has " + output.length);
    }
    errors.write(0, steps * trials, outputErrors, outputs);
    gradient.clear(0, gradient.rows());
  }

  /** ∂L/∂y, step t from row (t − 1)·trials on. */
  Panels errors() {
    return errors;
  }

  Panels weights() {
    return weights;
  }

  /** Adds the steps after {@code from} up to {@code to} to the gradient. */
  void addGradient(int from, int to, int trials) {
    gradient.addGram(errors, from * trials, source.trajectory(), (from + 1) * trials, (to - from) * trials);
  }

  void collect(double[] outputErrors, ModelParameters into) {
    gradient.copyTo(matrix(into), 1);
    double[] c = bias(into);
    Arrays.fill(c, 0);
    for (int k = 0; k < outputErrors.length; k++) c[k % outputs] += outputErrors[k];
  }
}
