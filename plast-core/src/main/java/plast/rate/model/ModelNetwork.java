package plast.rate.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.equation.Derivative;
import plast.kernel.Precision;
import plast.math.Matrix;
import plast.math.Panels;
import plast.math.RandomStream;
import plast.rule.Activity;

/**
 * A rate network whose units are equation texts, forwards and exactly backwards. Holds the trajectory of the latest
 * forward pass; allocates only when a batch is larger than any before. For one thread at a time.
 *
 * <pre>
 * forward    x[t] = Φ(x[t−1], input[t], θ, ξ[t]),   input[t] = Σ_projections v s[t−1]   (stimulus: v s[t])
 *            s[t] = g(x[t], θ),                     y[t] = W s[t] + c
 * backward   γ[t] = Wᵀ ∂L/∂y[t] + Σ vᵀ δ[t+1],      λ[t] = (∂Φ/∂x)ᵀ λ[t+1] + (∂g/∂x)ᵀ γ[t]
 *            δ[t] = (∂Φ/∂input)ᵀ λ[t],              ∂L/∂v = Σ δ[t] s[t−1]ᵀ
 *            ∂L/∂θ = Σ (∂Φ/∂θ)ᵀ λ[t] + (∂g/∂θ)ᵀ γ[t]
 * </pre>
 * Φ is the step of the population's integrator, which sees the input of a step as constant; all derivatives are those
 * of the discrete steps, by symbol. x[0] are the initial values. t of the equations is that of the step's start.
 *
 * @see "Werbos (1990), Proc. IEEE 78:1550"
 */
public final class ModelNetwork {
  private final NetworkDescription description;
  private final Numbers numbers;
  private final PopulationRuns populations;
  private final ReadoutRun[] readouts;
  private ProjectionRun[] projections = {};
  private Panels stimulus; // (steps·trials, inputs + 1), the last column 1, for biases
  private Extent extent = new Extent(1, 1); // of the latest pass
  private boolean unfolded; // whether all steps of all state variables are known
  private int mostSteps;
  private int mostTrials;
  private final Backpropagation backpropagation;
  private final ActivityOfPass activity = new ActivityOfPass(this);

  /**
   * Compiles {@code description}.
   *
   * @param rules what to do where a function has no derivative: refuse, or a named surrogate
   * @throws plast.equation.EquationException with the compiler's reason where a step or a derivative is refused
   * @throws IllegalArgumentException         naming what does not fit together
   */
  public ModelNetwork(NetworkDescription description, Precision precision, Derivative.Rules rules) {
    this.description = description;
    numbers = new Numbers(precision);
    populations = new PopulationRuns(description, numbers, precision, rules);
    readouts = description.readouts().stream()
        .map(r -> new ReadoutRun(r, populations.signal(r.name(), r.from(), r.read()), numbers))
        .toArray(ReadoutRun[]::new);
    stimulus = numbers.panels(0, description.inputs() + 1);
    backpropagation = new Backpropagation(
        Arrays.stream(populations.all()).map(PopulationRun::adjoint).toArray(PopulationAdjoint[]::new), readouts);
    fit(extent);
  }

  /** {@code expression} of a population, or its rate where that is empty: step t from row t·trials on. */
  Panels trajectory(String population, String expression) {
    return populations.signal("rate", population, expression).trajectory();
  }

  /** Of the latest pass. */
  Extent extent() {
    return extent;
  }

  /** The values that training starts from. */
  public ModelParameters parameters() {
    return ModelParameters.of(description);
  }

  /** Whether a forward pass draws numbers. */
  public boolean noisy() {
    for (PopulationRun p : populations.all()) if (p.noisy()) return true;
    return false;
  }

  private void fit(Extent batch) {
    extent = batch;
    if (batch.steps() <= mostSteps && batch.trials() <= mostTrials) return;
    mostSteps = Math.max(batch.steps(), mostSteps);
    mostTrials = Math.max(batch.trials(), mostTrials);
    stimulus = numbers.panels(mostSteps * mostTrials, description.inputs() + 1);
    for (int k = 0; k < stimulus.rows(); k++) stimulus.set(k, description.inputs(), 1);
    for (PopulationRun p : populations.all()) {
      p.allocate(mostSteps, mostTrials, Backpropagation.rows(mostTrials));
    }
    for (ReadoutRun r : readouts) r.allocate(mostSteps, mostTrials);
    projections = Connections.connect(description, populations, readouts, stimulus, numbers);
    activity.connect(description, numbers, projections);
    backpropagation.connect(projections);
  }

  /**
   * Runs the network.
   *
   * @param parameters not modified
   * @param input      steps x trials x inputs, row-major, not modified
   * @param noise      where ξ comes from; not used without noise in the equations
   */
  public void forward(ModelParameters parameters, float[] input, Extent batch, @Nullable RandomStream noise) {
    int steps = batch.steps(), trials = batch.trials();
    if (input.length != steps * trials * description.inputs()) {
      throw new IllegalArgumentException("the stimulus has " + input.length + " entries, not " + steps
          + " steps x " + trials + " trials x " + description.inputs() + " inputs");
    }
    fit(batch);
    unfolded = false;
    stimulus.write(0, steps * trials, input, description.inputs());
    for (ProjectionRun q : projections) q.start(parameters);
    for (ReadoutRun r : readouts) r.start(parameters, steps, trials);
    for (PopulationRun p : populations.all()) p.start(parameters, trials);
    for (int t = 1; t <= steps; t++) {
      for (PopulationRun p : populations.all()) {
        p.draw(t, noise);
        p.advance(t);
      }
      for (ReadoutRun r : readouts) r.read(t, trials);
    }
    for (ReadoutRun r : readouts) r.addBias(parameters);
  }

  /** How long and how wide a batch is, both at least 1. */
  public record Extent(int steps, int trials) {
    public Extent {
      if (steps < 1 || trials < 1) {
        throw new IllegalArgumentException("a batch of " + trials + " trials of " + steps + " steps");
      }
    }
  }

  /** y of a readout in the latest forward pass, steps x trials x outputs, row-major. Overwritten by the next one. */
  public double[] output(String readout) {
    for (ReadoutRun r : readouts) if (r.name().equals(readout)) return r.output();
    throw new IllegalArgumentException("no readout '" + readout + "', there are "
        + description.readouts().stream().map(Readout::name).toList());
  }

  /** Where in a trajectory: step 0 is the start. */
  public record Point(int step, int trial, int unit) {}

  /** The value of a state variable in the latest forward pass. */
  public double value(String population, String variable, Point point) {
    Objects.checkIndex(point.step, extent.steps() + 1);
    Objects.checkIndex(point.trial, extent.trials());
    unfold();
    return populations.of(population).states().value(variable, point.step, point.trial, point.unit);
  }

  private void unfold() {
    if (!unfolded) for (PopulationRun p : populations.all()) p.unfold(extent.steps());
    unfolded = true;
  }

  /**
   * Backpropagation through time over the latest forward pass.
   *
   * @param parameters   those of that pass, not modified
   * @param outputErrors ∂L/∂y of each readout in the order of the description, steps x trials x outputs, not modified
   * @param gradient     ∂L/∂(each parameter), overwritten
   */
  public void backward(ModelParameters parameters, double[][] outputErrors, ModelParameters gradient) {
    backward(parameters, outputErrors, gradient, Set.of());
  }

  /**
   * As {@link #backward(ModelParameters, double[][], ModelParameters)}.
   *
   * @param products projections whose product of both sides {@link #activity} will be asked for: it shares an operand
   *                 with the gradient's and costs less here
   */
  public void backward(ModelParameters parameters, double[][] outputErrors, ModelParameters gradient,
      Set<String> products) {
    if (outputErrors.length != readouts.length) {
      throw new IllegalArgumentException(outputErrors.length + " arrays of errors for " + readouts.length
          + " readouts");
    }
    backpropagation.run(extent, parameters, outputErrors, gradient, products);
  }

  /** A state variable that became NaN or infinite. */
  public record NotFinite(String population, String variable, Point point) {}

  /** Where the latest forward pass first left the finite numbers. */
  public Optional<NotFinite> firstNotFinite() {
    unfold();
    for (int t = 0; t <= extent.steps(); t++) {
      for (PopulationRun p : populations.all()) {
        Optional<NotFinite> found = p.states().firstNotFinite(t);
        if (found.isPresent()) return found;
      }
    }
    return Optional.empty();
  }

  /**
   * What the two sides of a projection or readout did in the latest forward pass; overwritten by the next. Pre is what
   * it sends, post the rate of its target population, or the output.
   *
   * @throws IllegalArgumentException if there is no {@code name}, or the target population has no rate
   */
  public Activity activity(String name) {
    return activity.of(name);
  }

  /**
   * What the units of a population that has a rate told others at a step of the latest forward pass, 0 the start.
   *
   * @param values trials x units, written
   */
  public void rates(String population, int step, double[] values) {
    Population p = NetworkDescription.find(description.populations(), "rate", population);
    int trials = extent.trials();
    populations.signal("rate", population, p.rate()).trajectory().read(step * trials, trials, values);
  }

  /** The weights that act in a projection, mask and signs applied, of the latest forward pass; do not write. */
  public Matrix acting(String projection) {
    for (int k = 0; k < projections.length; k++) {
      if (description.projections().get(k).name().equals(projection)) return projections[k].acting();
    }
    throw new IllegalArgumentException("no projection '" + projection + "'");
  }
}
