package plast.rate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.equation.Derivative;
import plast.kernel.Kernels;
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
  /** Rows of activity and gradient that the second-level cache holds beside the weights. */
  private static final int STRETCH_ROWS = 128;

  private final NetworkDescription description;
  private final Numbers numbers;
  private final PopulationRun[] populations;
  private final Map<String, PopulationRun> byName = new LinkedHashMap<>();
  private final ReadoutRun[] readouts;
  private ProjectionRun[] projections = {};
  private Panels stimulus; // (steps·trials, inputs + 1), the last column 1, for biases
  private int steps;
  private int trials;
  private boolean unfolded; // whether all steps of all state variables are known
  private int mostSteps;
  private int mostTrials;
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
    Kernels kernels = new Kernels();
    for (Population p : description.populations()) {
      PopulationSources sources = PopulationSources.of(p, description, precision, rules);
      byName.put(p.name(), new PopulationRun(sources, numbers, kernels, description.dt(),
          description.noises().stream().filter(n -> n.to().equals(p.name())).toList()));
    }
    populations = byName.values().toArray(PopulationRun[]::new);
    readouts = description.readouts().stream()
        .map(r -> new ReadoutRun(r, signal(r.name(), r.from(), r.read()), numbers)).toArray(ReadoutRun[]::new);
    stimulus = numbers.panels(0, description.inputs() + 1);
    fit(1, 1);
  }

  /** {@code expression} of a population, or its rate where that is empty: step t from row t·trials on. */
  Panels trajectory(String population, String expression) {
    return signal("rate", population, expression).trajectory();
  }

  /** Step t from row (t − 1)·trials on. */
  Panels stimulus() {
    return stimulus;
  }

  int steps() {
    return steps;
  }

  int trials() {
    return trials;
  }

  private SignalRun signal(String reader, String from, String text) {
    Population p = NetworkDescription.find(description.populations(), reader, from);
    return run(from).signal(PopulationSources.signal(reader, p, p.orRate(text)));
  }

  private PopulationRun run(String population) {
    PopulationRun found = byName.get(population);
    if (found != null) return found;
    throw new IllegalArgumentException("no population '" + population + "', there are " + byName.keySet());
  }

  /** The values that training starts from. */
  public ModelParameters parameters() {
    return ModelParameters.of(description);
  }

  /** Whether a forward pass draws numbers. */
  public boolean noisy() {
    for (PopulationRun p : populations) if (p.noisy()) return true;
    return false;
  }

  private void fit(int steps, int trials) {
    this.steps = steps;
    this.trials = trials;
    if (steps <= mostSteps && trials <= mostTrials) return;
    mostSteps = Math.max(steps, mostSteps);
    mostTrials = Math.max(trials, mostTrials);
    stimulus = numbers.panels(mostSteps * mostTrials, description.inputs() + 1);
    for (int k = 0; k < stimulus.rows(); k++) stimulus.set(k, description.inputs(), 1);
    int rows = 2 * Math.max(STRETCH_ROWS, mostTrials);
    for (PopulationRun p : populations) p.allocate(mostSteps, mostTrials, rows);
    for (ReadoutRun r : readouts) r.allocate(mostSteps, mostTrials);
    connect();
  }

  /** Projections hold the panels that they read. */
  private void connect() {
    Map<SignalRun, List<ProjectionRun>> reading = new LinkedHashMap<>();
    List<ProjectionRun> all = new ArrayList<>();
    Set<DriveRun> biased = new HashSet<>();
    for (Projection q : description.projections()) {
      PopulationRun target = run(q.to());
      DriveRun drive = target.drive(q.input());
      boolean brings = q.isStimulus() && biased.add(drive); // the first one brings the biases
      Quantity[] biases = brings
          ? drive.drive().biases().stream().map(target::quantity).toArray(Quantity[]::new) : new Quantity[0];
      SignalRun signal = q.isStimulus() ? null : signal(q.name(), q.from(), q.sent());
      Panels post = target.hasRate() ? trajectory(q.to(), "") : null;
      ProjectionRun run = new ProjectionRun(q, drive, signal == null ? stimulus : signal.trajectory(), post, biases,
          numbers);
      all.add(run);
      if (signal != null) reading.computeIfAbsent(signal, _ -> new ArrayList<>()).add(run);
    }
    projections = all.toArray(ProjectionRun[]::new);
    activity.connect(description, numbers, projections);
    for (PopulationRun p : populations) {
      for (DriveRun d : p.drives()) d.connect(all.stream().filter(q -> q.target() == d).toList());
      for (SignalRun s : p.signals()) {
        s.connect(Arrays.stream(readouts).filter(r -> r.source() == s).toList(), reading.getOrDefault(s, List.of()));
      }
    }
  }

  /**
   * Runs the network.
   *
   * @param parameters not modified
   * @param input      steps x trials x inputs, row-major, not modified
   * @param noise      where ξ comes from; not used without noise in the equations
   */
  public void forward(ModelParameters parameters, float[] input, Extent extent, @Nullable RandomStream noise) {
    if (input.length != extent.steps() * extent.trials() * description.inputs()) {
      throw new IllegalArgumentException("the stimulus has " + input.length + " entries, not " + extent.steps()
          + " steps x " + extent.trials() + " trials x " + description.inputs() + " inputs");
    }
    fit(extent.steps(), extent.trials());
    unfolded = false;
    stimulus.write(0, steps * trials, input, description.inputs());
    for (ProjectionRun q : projections) q.start(parameters);
    for (ReadoutRun r : readouts) r.start(parameters, steps, trials);
    for (PopulationRun p : populations) p.start(parameters, trials);
    for (int t = 1; t <= steps; t++) {
      for (PopulationRun p : populations) {
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
    Objects.checkIndex(point.step, steps + 1);
    Objects.checkIndex(point.trial, trials);
    unfold();
    return run(population).value(variable, point.step, point.trial, point.unit);
  }

  private void unfold() {
    if (!unfolded) for (PopulationRun p : populations) p.unfold(steps);
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
    for (int k = 0; k < readouts.length; k++) readouts[k].startBack(outputErrors[k], steps, trials);
    for (ProjectionRun q : projections) q.startBack(products.contains(q.name()));
    for (PopulationRun p : populations) p.startBack();
    int stretch = Math.max(1, STRETCH_ROWS / trials);
    for (int from = (steps - 1) / stretch * stretch; from >= 0; from -= stretch) {
      int to = Math.min(steps, from + stretch);
      for (int t = to; t > from; t--) {
        int later = t < steps ? block(t + 1, stretch) * trials : -1;
        for (PopulationRun p : populations) p.back(t, block(t, stretch), later);
      }
      for (ProjectionRun q : projections) {
        q.addGradient(block(from + 1, stretch) * trials, from * trials, (to - from) * trials, trials);
      }
      for (ReadoutRun r : readouts) r.addGradient(from, to, trials);
    }
    for (PopulationRun p : populations) p.back(0, 0, block(1, stretch) * trials);
    for (ProjectionRun q : projections) q.collect(parameters, gradient);
    for (int k = 0; k < readouts.length; k++) readouts[k].collect(outputErrors[k], gradient);
    for (PopulationRun p : populations) p.collect(gradient);
  }

  /** Where δ of step t stands: in one half those of a stretch, in the other those of the stretch after it. */
  private static int block(int t, int stretch) {
    return (t - 1) % (2 * stretch);
  }

  /** A state variable that became NaN or infinite. */
  public record NotFinite(String population, String variable, Point point) {}

  /** Where the latest forward pass first left the finite numbers. */
  public Optional<NotFinite> firstNotFinite() {
    unfold();
    for (int t = 0; t <= steps; t++) {
      for (PopulationRun p : populations) {
        Optional<NotFinite> found = p.firstNotFinite(t);
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
    signal("rate", population, p.rate()).trajectory().read(step * trials, trials, values);
  }

  /** The weights that act in a projection, mask and signs applied, of the latest forward pass; do not write. */
  public Matrix acting(String projection) {
    for (int k = 0; k < projections.length; k++) {
      if (description.projections().get(k).name().equals(projection)) return projections[k].acting();
    }
    throw new IllegalArgumentException("no projection '" + projection + "'");
  }
}
