package plast.rate.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plast.math.Activation;
import plast.math.DoublePanels;
import plast.math.FloatPanels;
import plast.math.GaussianBlock;
import plast.math.Panels;
import plast.math.RandomStream;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Parameters;
import plast.rate.Precision;
import plast.rate.model.ProjectionActivity.Sides;
import plast.rule.Activity;

/**
 * The built-in network by hand, in plain loops over trials and units, to compare its equations with. Computes in double
 * precision, and rounds the rates to that of the network.
 *
 * <pre>
 * state leaks   x[t] = (1−α) x[t−1] + α d[t],   r[t] = φ(x[t])          d[t] = W r[t−1] + Win u[t] + b + √(2/α) σ ξ[t]
 * rate leaks    r[t] = (1−α) r[t−1] + α φ(d[t])                         y[t] = Wout r[t] + c
 *
 * backward, ε[t] = Woutᵀ ∂L/∂y[t] + Wᵀ δ[t+1],   ∂L/∂W = Σ δ[t] r[t−1]ᵀ,   ∂L/∂Win = Σ δ[t] u[t]ᵀ,   ∂L/∂b = Σ δ[t]
 * state leaks   δ[t] = (1−α) δ[t+1] + α φ'(x[t]) ∘ ε[t]
 * rate leaks    δ[t] = α φ'(d[t]) ∘ ρ[t],   ρ[t] = ε[t] + (1−α) ρ[t+1]
 * </pre>
 */
public final class HandWrittenNetwork {
  private final NetworkSettings network;
  private final int units;
  private final int inputs;
  private final int outputs;
  private final double alpha;
  private final boolean stateLeaks;

  private int steps;
  private int trials;
  private Panels stimulus; // (T·B, inputs)
  private Panels rates; // ((T+1)·B, units), first block r[0] = 0
  private Panels readout; // (T·B, outputs)
  private double[] values = {}; // φ, T x B x units
  private double[] output = {}; // T x B x outputs

  public HandWrittenNetwork(NetworkSettings network, int inputs, int outputs) {
    this.network = network;
    this.inputs = inputs;
    this.outputs = outputs;
    units = network.units();
    alpha = network.alpha();
    stateLeaks = network.leak() == Leak.STATE;
    stimulus = panels(0, inputs);
    rates = panels(0, units);
    readout = panels(0, outputs);
  }

  private Panels panels(int rows, int columns) {
    return network.precision() == Precision.DOUBLE ? new DoublePanels(rows, columns) : new FloatPanels(rows, columns);
  }

  /**
   * Runs the network.
   *
   * @param input u, steps x trials x inputs, row-major
   * @param noise where ξ comes from; not used when σ = 0
   */
  public void forward(Parameters p, float[] input, int steps, int trials, @Nullable RandomStream noise) {
    this.steps = steps;
    this.trials = trials;
    stimulus = panels(steps * trials, inputs);
    stimulus.write(0, steps * trials, input, inputs);
    rates = panels((steps + 1) * trials, units);
    readout = panels(steps * trials, outputs);
    values = new double[steps * trials * units];
    output = new double[steps * trials * outputs];
    double[] states = new double[trials * units];
    float[] normals = new float[trials * units]; // ξ of a step
    for (int t = 0; t < steps; t++) {
      if (noise != null && network.recurrentNoise() > 0) new GaussianBlock().fill(noise, normals, normals.length);
      for (int trial = 0; trial < trials; trial++) {
        for (int i = 0; i < units; i++) advance(p, t * trials + trial, i, trial * units + i, states, normals);
        read(p, t * trials + trial);
      }
    }
    readout.write(0, steps * trials, output, outputs);
  }

  /** @param row of a step and trial: r[t − 1] stands there, r[t] {@code trials} further */
  private void advance(Parameters p, int row, int i, int at, double[] states, float[] normals) {
    double drive = p.bias()[i] + Math.sqrt(2 / alpha) * network.recurrentNoise() * normals[at];
    for (int j = 0; j < units; j++) drive += p.recurrent().get(i, j) * rates.get(row, j);
    for (int c = 0; c < inputs; c++) drive += p.input().get(i, c) * stimulus.get(row, c);
    if (stateLeaks) states[at] = (1 - alpha) * states[at] + alpha * drive;
    double value = value(network.activation(), stateLeaks ? states[at] : drive);
    values[row * units + i] = value;
    rates.set(row + trials, i, stateLeaks ? value : (1 - alpha) * rates.get(row, i) + alpha * value);
  }

  private void read(Parameters p, int row) {
    for (int o = 0; o < outputs; o++) {
      double y = p.outputBias()[o];
      for (int i = 0; i < units; i++) y += p.readout().get(o, i) * rates.get(row + trials, i);
      output[row * outputs + o] = y;
    }
  }

  private static double value(Activation phi, double x) {
    return switch (phi) {
      case TANH -> Math.tanh(x);
      case RELU -> Math.max(x, 0);
      case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case SIGMOID -> 1 / (1 + Math.exp(-x));
    };
  }

  /** φ' by the value of φ. */
  private static double slope(Activation phi, double value) {
    return switch (phi) {
      case TANH -> 1 - value * value;
      case RELU -> value > 0 ? 1 : 0;
      case SOFTPLUS -> -Math.expm1(-value);
      case SIGMOID -> value * (1 - value);
    };
  }

  /** y of the latest forward pass, steps x trials x outputs, row-major. */
  public double[] output() {
    return output;
  }

  /** r_i at step t = 0..T of a trial of the latest forward pass. */
  public double rate(int t, int trial, int unit) {
    return rates.get(t * trials + trial, unit);
  }

  /**
   * Backpropagation through time over the latest forward pass.
   *
   * @param outputErrors ∂L/∂y, steps x trials x outputs
   * @param gradient     ∂L/∂(each parameter), overwritten
   */
  public void backward(Parameters p, double[] outputErrors, Parameters gradient) {
    for (double[] g : List.of(gradient.recurrent().values(), gradient.input().values(), gradient.readout().values(),
        gradient.bias(), gradient.outputBias())) {
      Arrays.fill(g, 0);
    }
    for (int trial = 0; trial < trials; trial++) {
      double[] later = new double[units], rho = new double[units]; // δ[t + 1] and ρ[t + 1]
      for (int t = steps - 1; t >= 0; t--) {
        int row = t * trials + trial;
        double[] delta = new double[units];
        for (int i = 0; i < units; i++) {
          double epsilon = epsilon(p, outputErrors, row, i, later);
          double slope = alpha * slope(network.activation(), values[row * units + i]);
          rho[i] = epsilon + (1 - alpha) * rho[i];
          delta[i] = stateLeaks ? (1 - alpha) * later[i] + slope * epsilon : slope * rho[i];
        }
        add(gradient, outputErrors, row, delta);
        later = delta;
      }
    }
  }

  private double epsilon(Parameters p, double[] outputErrors, int row, int i, double[] later) {
    double sum = 0;
    for (int o = 0; o < outputs; o++) sum += p.readout().get(o, i) * outputErrors[row * outputs + o];
    for (int k = 0; k < units; k++) sum += p.recurrent().get(k, i) * later[k];
    return sum;
  }

  private void add(Parameters gradient, double[] outputErrors, int row, double[] delta) {
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) gradient.recurrent().values()[i * units + j] += delta[i] * rates.get(row, j);
      for (int c = 0; c < inputs; c++) gradient.input().values()[i * inputs + c] += delta[i] * stimulus.get(row, c);
      gradient.bias()[i] += delta[i];
    }
    for (int o = 0; o < outputs; o++) {
      double error = outputErrors[row * outputs + o];
      for (int i = 0; i < units; i++) gradient.readout().values()[o * units + i] += error * rates.get(row + trials, i);
      gradient.outputBias()[o] += error;
    }
  }

  /** What the units did in the latest forward pass, pre acting on post a step later. */
  public Activity recurrentActivity() {
    return show(rates, rates, Sides.UNITS_TO_UNITS);
  }

  /** What inputs (pre) and units (post) did. */
  public Activity inputActivity() {
    return show(rates, stimulus, Sides.STIMULUS_TO_UNITS);
  }

  /** What units (pre) and outputs (post) did. */
  public Activity readoutActivity() {
    return show(readout, rates, Sides.UNITS_TO_READOUT);
  }

  private Activity show(Panels post, Panels pre, Sides sides) {
    return new ProjectionActivity(post, pre, sides).show(new ModelNetwork.Extent(steps, trials), null);
  }
}
