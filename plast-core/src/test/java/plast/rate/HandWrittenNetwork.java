package plast.rate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plast.math.DoublePanels;
import plast.math.FloatPanels;
import plast.math.GaussianBlock;
import plast.math.Matrix;
import plast.math.Panels;
import plast.math.RandomStream;
import plast.rule.Activity;

/**
 * The built-in network by hand, to compare its equations with: runs over batches of trials, forwards and backwards.
 * Holds the trajectory of the latest forward pass;
 * allocates only when a batch is larger than any before. For one thread at a time.
 *
 * <pre>
 * forward    x[t] = (1−α) x[t−1] + α (W r[t−1] + Win u[t] + b + √(2/α) σ ξ[t]),   r[t] = φ(x[t]),
 *            y[t] = Wout r[t] + c
 * backward   δ[t] = (1−α) δ[t+1] + φ'(x[t]) ∘ (Woutᵀ ∂L/∂y[t] + α Wᵀ δ[t+1]),     ∂L/∂W = α Σ δ[t] r[t−1]ᵀ
 * </pre>
 * With {@link Leak#RATE}: f[t] = φ(W r[t−1] + Win u[t] + b + √(2/α) σ ξ[t]), r[t] = (1−α) r[t−1] + α f[t].
 *
 * <p>Trials of one step are consecutive rows, so that row (t·trials + trial) of the rates is what the products of the
 * gradient and of the rules read, as it was written.
 */
public final class HandWrittenNetwork {
  /** Rows of activity and gradient that the second-level cache holds beside the weights. */
  private static final int STRETCH_ROWS = 128;

  private final NetworkSettings network;
  private final int units;
  private final int inputs;
  private final int outputs;
  private final double alpha;
  /** What a drive is multiplied with before it enters the state: α, or 1 when the rate leaks. */
  private final double driveScale;
  private final boolean stateLeaks;

  private final Panels zero; // an empty one that knows the precision
  private final Panels inputWeights; // (inputs + 1, units), bias last
  private final Panels recurrentWeights; // (pre, post), transposed
  private final Panels backwardWeights; // (post, pre)
  private final Panels readoutWeights; // (outputs, units)
  private final Panels recurrentGradient;
  private final Panels product; // Σ post pre
  private boolean productIsCurrent;
  private final Panels inputGradient; // (inputs + 1, units)
  private final Panels readoutGradient; // (outputs, units)

  private int trials;
  private int steps;
  private Panels stimulus; // (T·B, inputs + 1), last column 1
  private Panels rates; // ((T+1)·B, units), first block r[0] = 0
  private Panels values; // φ of the input; the rates themselves when the state leaks
  private Panels state; // (B, units)
  private Panels carry; // (B, units), gradient that arrives at the step's value
  private Panels.AdjointStep step;
  private Panels deltas; // two stretches of steps, in turns; (.., units), ∂L/∂(drive)
  private Panels readout; // (T·B, outputs)
  private Panels errors; // (T·B, outputs)
  private double[] output = {};
  private final GaussianBlock gaussian = new GaussianBlock();
  private float[] normals = {};
  private final ProjectionActivity recurrent;
  private final ProjectionActivity fromInput;
  private final ProjectionActivity toReadout;

  public HandWrittenNetwork(NetworkSettings network, int inputs, int outputs) {
    this.network = network;
    this.inputs = inputs;
    this.outputs = outputs;
    units = network.units();
    alpha = network.alpha();
    stateLeaks = network.leak() == Leak.STATE;
    driveScale = stateLeaks ? alpha : 1;
    zero = network.precision() == Precision.DOUBLE ? new DoublePanels(0, 0) : new FloatPanels(0, 0);
    inputWeights = zero.like(inputs + 1, units);
    recurrentWeights = zero.like(units, units);
    backwardWeights = zero.like(units, units);
    readoutWeights = zero.like(outputs, units);
    recurrentGradient = zero.like(roundUp(units), units);
    product = zero.like(roundUp(units), units);
    inputGradient = zero.like(roundUp(inputs + 1), units);
    readoutGradient = zero.like(roundUp(outputs), units);
    recurrent = new ProjectionActivity(units);
    fromInput = new ProjectionActivity(units);
    toReadout = new ProjectionActivity(outputs);
    allocate(0, 0);
  }

  /** Products of transposed rows are written in tiles of eight rows. */
  private static int roundUp(int rows) {
    return (rows + 7) / 8 * 8;
  }

  private void allocate(int steps, int trials) {
    int rows = steps * trials;
    stimulus = zero.like(rows, inputs + 1);
    for (int k = 0; k < rows; k++) stimulus.set(k, inputs, 1);
    rates = zero.like(rows + trials, units);
    values = stateLeaks ? rates : zero.like(rows + trials, units);
    deltas = zero.like(2 * Math.max(STRETCH_ROWS, trials), units);
    state = zero.like(trials, units);
    carry = zero.like(trials, units);
    step = new Panels.AdjointStep(
        carry, stateLeaks ? 1 : alpha, stateLeaks ? 1 - alpha : 0, stateLeaks ? 0 : 1 - alpha);
    readout = zero.like(rows, outputs);
    errors = zero.like(rows, outputs);
  }

  private void fit(int steps, int trials) {
    if ((steps + 1) * trials > rates.rows() || trials > state.rows()) {
      allocate(Math.max(steps, (rates.rows() + trials - 1) / trials), Math.max(trials, state.rows()));
    }
    if (output.length != steps * trials * outputs) output = new double[steps * trials * outputs];
    productIsCurrent = false;
    this.steps = steps;
    this.trials = trials;
  }

  /**
   * Runs the network.
   *
   * @param parameters weights, not modified
   * @param input      u, steps x trials x inputs, row-major, not modified
   * @param noise      where ξ comes from; not used when σ = 0
   */
  public void forward(Parameters parameters, float[] input, int steps, int trials, @Nullable RandomStream noise) {
    fit(steps, trials);
    stimulus.write(0, steps * trials, input, inputs);
    inputWeights.copyFrom(parameters.input(), true, driveScale);
    for (int i = 0; i < units; i++) inputWeights.set(inputs, i, driveScale * parameters.bias()[i]);
    recurrentWeights.copyFrom(parameters.recurrent(), true, driveScale);
    readoutWeights.copyFrom(parameters.readout(), false, 1);

    rates.clear(0, trials);
    state.clear(0, trials);
    for (int t = 1; t <= steps; t++) {
      if (network.recurrentNoise() > 0) addNoise(noise);
      int before = (t - 1) * trials;
      for (int panel = 0; panel < state.panels(); panel++) { // panel by panel: each stays in the first-level cache
        state.addProduct(panel, 0, stimulus, before, trials, inputWeights);
        state.addProduct(panel, 0, rates, before, trials, recurrentWeights);
        state.activate(panel, network.activation(), 0, trials, values, before + trials, stateLeaks ? 1 - alpha : 0);
      }
      if (!stateLeaks) {
        rates.blend(t * trials, trials, rates, (t - 1) * trials, 1 - alpha, values, t * trials, alpha);
      }
      rates.dotRows(t * trials, trials, readoutWeights, output, (t - 1) * trials * outputs);
    }
    addBias(parameters.outputBias());
  }

  private void addNoise(@Nullable RandomStream noise) {
    if (noise == null) throw new IllegalArgumentException("a network with recurrent noise needs a random stream");
    if (normals.length < trials * units) normals = new float[trials * units];
    gaussian.fill(noise, normals, trials * units);
    state.add(0, trials, normals, driveScale * Math.sqrt(2 / alpha) * network.recurrentNoise());
  }

  private void addBias(double[] bias) {
    for (int k = 0; k < output.length; k += outputs) {
      for (int o = 0; o < outputs; o++) output[k + o] += bias[o];
    }
  }

  /** y of the latest forward pass, steps x trials x outputs, row-major. Overwritten by the next one. */
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
   * <p>Works in stretches of a few steps: what a stretch's products read is still in the cache.
   *
   * @param parameters   the weights of that pass, not modified
   * @param outputErrors ∂L/∂y, steps x trials x outputs, not modified
   * @param gradient     ∂L/∂(each parameter), overwritten
   * @param coactivity   whether the product of {@link #recurrentActivity} will be asked for: it shares an operand with
   *                     the gradient's and costs less here
   */
  public void backward(Parameters parameters, double[] outputErrors, Parameters gradient, boolean coactivity) {
    errors.write(0, steps * trials, outputErrors, outputs);
    backwardWeights.copyFrom(parameters.recurrent(), false, driveScale);
    recurrentGradient.clear(0, recurrentGradient.rows());
    inputGradient.clear(0, inputGradient.rows());
    readoutGradient.clear(0, readoutGradient.rows());
    if (coactivity) product.clear(0, product.rows());
    productIsCurrent = coactivity;

    carry.clear(0, trials);
    int half = deltas.rows() / 2, base = 0, next = half;
    deltas.clear(next, trials); // δ[T + 1]
    int stretch = stretch(trials);
    for (int to = steps; to > 0; to -= stretch) {
      int from = Math.max(0, to - stretch), rows = (to - from) * trials;
      for (int t = to; t > from; t--) {
        int row = base + (t - 1 - from) * trials;
        for (int panel = 0; panel < carry.panels(); panel++) {
          carry.addProduct(panel, 0, errors, (t - 1) * trials, trials, readoutWeights);
          carry.addProduct(panel, 0, deltas, next, trials, backwardWeights);
          deltas.adjoint(panel, network.activation(), row, trials, values, t * trials, next, step);
        }
        next = row;
      }
      recurrentGradient.addGram(deltas, base, rates, from * trials, rows);
      if (coactivity) product.addGram(rates, (from + 1) * trials, rates, from * trials, rows);
      inputGradient.addGram(stimulus, from * trials, deltas, base, rows);
      readoutGradient.addGram(errors, from * trials, rates, (from + 1) * trials, rows);
      base = half - base; // the other half: its first step reads the last of this one
    }
    collect(outputErrors, gradient);
  }

  private static int stretch(int trials) {
    return Math.max(1, STRETCH_ROWS / Math.max(1, trials));
  }

  private void collect(double[] outputErrors, Parameters gradient) {
    recurrentGradient.copyTo(gradient.recurrent(), driveScale);
    for (int i = 0; i < units; i++) {
      for (int c = 0; c < inputs; c++) gradient.input().set(i, c, driveScale * inputGradient.get(c, i));
      gradient.bias()[i] = driveScale * inputGradient.get(inputs, i);
    }
    readoutGradient.copyTo(gradient.readout(), 1);
    Arrays.fill(gradient.outputBias(), 0);
    for (int row = 0, k = 0; row < steps * trials; row++) {
      for (int o = 0; o < outputs; o++, k++) gradient.outputBias()[o] += outputErrors[k];
    }
  }

  /** What the units did in the latest forward pass, pre acting on post a step later. */
  public Activity recurrentActivity() {
    Panels known = productIsCurrent ? product : null;
    return recurrent.at(trials, 0, trials).show(rates, rates, steps, trials, known);
  }

  /** What inputs (pre) and units (post) did. */
  public Activity inputActivity() {
    return fromInput.at(trials, 0, 0).show(rates, stimulus, steps, trials, null);
  }

  /** What units (pre) and outputs (post) did. */
  public Activity readoutActivity() {
    readout.write(0, steps * trials, output, outputs);
    return toReadout.at(0, trials, trials).show(readout, rates, steps, trials, null);
  }
}
