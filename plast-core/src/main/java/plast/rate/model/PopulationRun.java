package plast.rate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plast.equation.Definition;
import plast.equation.Expr;
import plast.equation.StepAdjoint;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.StepSource;
import plast.math.RandomStream;

/**
 * One population in a run: the trajectory of its state variables, inputs and noise, and its way back.
 *
 * <p>Arrays hold trials x units of one step; panels hold the trials of step t from row t·trials on.
 */
final class PopulationRun {
  private final Population population;
  private final PopulationSources sources;
  private final Numbers numbers;
  private final double dt;
  private final FixedScalars fixed;
  private final BoundKernel step;
  private final BoundKernel stepAdjoint;
  private final @Nullable BoundKernel signal;
  private final @Nullable BoundKernel signalAdjoint;
  private final List<BoundKernel> kernels = new ArrayList<>();
  private final String[] states;
  private final String[] noise;
  private final Quantity[] quantities; // parameters and state variables
  private final InputRun[] inputs;
  private final SignalRun[] signals;
  private final Map<String, Object> arrays = new HashMap<>(); // those that all steps share
  private Object[][] trajectory = {}; // by step and state variable
  private Object[][] drawn = {}; // by step and noise
  private int trials;

  /** A parameter or state variable: where its value and its gradient stand. */
  private record Quantity(String name, double[] value, String key, boolean trained, boolean state, String backwards) {
    double[] value(ModelParameters parameters) {
      double[] given = trained ? parameters.trained().get(key) : value;
      if (given == null || given.length != value.length) {
        throw new IllegalArgumentException("the parameters have no '" + key + "' of " + value.length + " values");
      }
      return given;
    }
  }

  PopulationRun(PopulationSources sources, Numbers numbers, Kernels compiler, double dt) {
    this.sources = sources;
    this.numbers = numbers;
    this.dt = dt;
    population = sources.population();
    fixed = FixedScalars.of(sources, dt);
    step = bound(sources.step(), compiler);
    stepAdjoint = bound(sources.stepAdjoint(), compiler);
    signal = sources.signal().isPresent() ? bound(sources.signal().get(), compiler) : null;
    signalAdjoint = sources.signalAdjoint().isPresent() ? bound(sources.signalAdjoint().get(), compiler) : null;
    states = population.states().toArray(String[]::new);
    noise = sources.integration().noise().toArray(String[]::new);
    quantities = population.model().model().definitions().stream()
        .filter(d -> !(d instanceof Definition.Subexpression)).map(this::quantity).toArray(Quantity[]::new);
    inputs = sources.inputs().stream().map(name -> new InputRun(name, population.size(), numbers))
        .toArray(InputRun[]::new);
    signals = sources.signals().stream().map(e -> new SignalRun(e, population.size(), numbers))
        .toArray(SignalRun[]::new);
  }

  private BoundKernel bound(KernelSource source, Kernels compiler) {
    BoundKernel kernel = new BoundKernel(source, compiler);
    kernels.add(kernel);
    return kernel;
  }

  private Quantity quantity(Definition d) {
    String name = d.variable();
    boolean state = d instanceof Definition.Differential;
    return new Quantity(name, population.value(name), population.key(name), population.trained().contains(name), state,
        state ? StepAdjoint.adjoint(name) : AdjointSource.gradient(name));
  }

  boolean noisy() {
    return noise.length > 0;
  }

  InputRun input(String name) {
    for (InputRun input : inputs) if (input.name().equals(name)) return input;
    throw new IllegalArgumentException("population '" + population.name() + "' reads no input(" + name + ")");
  }

  SignalRun signal(Expr e) {
    for (SignalRun s : signals) if (s.expression().equals(e)) return s;
    throw new IllegalArgumentException("population '" + population.name() + "' does not send this");
  }

  /** Makes room. */
  void allocate(int steps, int mostTrials) {
    int size = mostTrials * population.size();
    arrays.clear();
    trajectory = new Object[steps + 1][states.length];
    drawn = new Object[steps + 1][noise.length];
    for (int t = 0; t <= steps; t++) {
      for (int s = 0; s < states.length; s++) trajectory[t][s] = numbers.array(size);
      if (t > 0) for (int k = 0; k < noise.length; k++) drawn[t][k] = numbers.array(size);
    }
    for (InputRun input : inputs) input.allocate(steps, mostTrials);
    for (SignalRun s : signals) s.allocate(steps, mostTrials);
    step.bind(numbers, steps, (name, t) -> array(name, t, t, size));
    stepAdjoint.bind(numbers, steps, (name, t) -> array(name, Math.max(0, t - 1), t, size));
    if (signal != null) signal.bind(numbers, steps, (name, t) -> array(name, t, t, size));
    if (signalAdjoint != null) signalAdjoint.bind(numbers, steps, (name, t) -> array(name, t, t, size));
    for (Quantity q : quantities) if (q.state || q.trained) shared(q.backwards, size);
  }

  /** The array called {@code name}: states of step {@code state}, inputs and noise on the way to step {@code t}. */
  private Object array(String name, int state, int t, int size) {
    for (int s = 0; s < states.length; s++) if (states[s].equals(name)) return trajectory[state][s];
    for (int k = 0; k < noise.length; k++) {
      if (noise[k].equals(name)) return drawn[Math.max(1, t)][k];
    }
    for (InputRun input : inputs) {
      if (StepSource.input(input.name()).equals(name)) return input.drive(t);
      if (AdjointSource.delta(input.name()).equals(name)) return input.delta();
    }
    for (int k = 0; k < signals.length; k++) {
      if (PopulationSources.signal(k).equals(name)) return signals[k].values();
      if (AdjointSource.cotangent(k).equals(name)) return signals[k].cotangents();
    }
    return shared(name, size);
  }

  private Object shared(String name, int size) {
    return arrays.computeIfAbsent(name, _ -> {
      Object array = numbers.array(size);
      int units = population.size();
      double[] index = new double[units];
      for (int i = 0; i < units; i++) index[i] = i;
      if (name.equals("i")) numbers.tile(index, array, size / units, units);
      return array;
    });
  }

  /** Sets step 0 from the parameters. */
  void start(ModelParameters parameters, int batch) {
    trials = batch;
    fixed.read(parameters);
    for (int k = 0; k < kernels.size(); k++) kernels.get(k).start(fixed);
    int state = 0;
    for (Quantity q : quantities) {
      Object target = q.state ? trajectory[0][state++] : arrays.get(q.name);
      if (target != null) numbers.tile(q.value(parameters), target, trials, population.size());
    }
    signals(0);
  }

  /** From step t − 1 to step t, its inputs known; signals of step t are for others to read at t + 1. */
  void advance(int t, @Nullable RandomStream random) {
    int count = trials * population.size();
    for (InputRun input : inputs) input.arrive(t, trials);
    for (int k = 0; k < noise.length; k++) {
      if (random == null) throw new IllegalArgumentException("population '" + population.name() + "' needs noise");
      numbers.normals(random, drawn[t][k], count);
    }
    for (int s = 0; s < states.length; s++) System.arraycopy(trajectory[t - 1][s], 0, trajectory[t][s], 0, count);
    step.run(numbers, t, t - 1, dt, count);
    signals(t);
  }

  private void signals(int t) {
    if (signal == null) return;
    signal.run(numbers, t, t, dt, trials * population.size());
    for (SignalRun s : signals) s.leave(t, trials);
  }

  /** Before the way back: no gradient yet. */
  void clearAdjoints() {
    int count = trials * population.size();
    for (Quantity q : quantities) if (q.state || q.trained) numbers.clear(backwards(q), count);
  }

  /** Where ∂L/∂signal of a step is gathered from those who read it. */
  SignalRun[] signals() {
    return signals;
  }

  /** λ of step t, when the readers' gradients are gathered. */
  void returnSignals(int t) {
    for (SignalRun s : signals) s.gathered(trials);
    if (signalAdjoint != null) signalAdjoint.run(numbers, t, t, dt, trials * population.size());
  }

  /** From λ of step t to δ of that step and λ of step t − 1. */
  void returnStep(int t) {
    stepAdjoint.run(numbers, t, t - 1, dt, trials * population.size());
    for (InputRun input : inputs) input.leave(t, trials);
  }

  /** After the way back. */
  void collect(ModelParameters gradient) {
    for (Quantity q : quantities) {
      if (!q.trained) continue;
      double[] sums = q.value(gradient);
      Arrays.fill(sums, 0);
      numbers.addRows(backwards(q), trials, population.size(), sums);
    }
  }

  private Object backwards(Quantity q) {
    return Objects.requireNonNull(arrays.get(q.backwards));
  }

  /** The first state variable, trial and unit that is not finite at a step. */
  Optional<ModelNetwork.NotFinite> firstNotFinite(int t) {
    for (int s = 0; s < states.length; s++) {
      for (int k = 0; k < trials * population.size(); k++) {
        if (Double.isFinite(numbers.get(trajectory[t][s], k))) continue;
        ModelNetwork.Point point = new ModelNetwork.Point(t, k / population.size(), k % population.size());
        return Optional.of(new ModelNetwork.NotFinite(population.name(), states[s], point));
      }
    }
    return Optional.empty();
  }

  /** The value of a state variable at a step. */
  double value(String variable, int t, int trial, int unit) {
    for (int s = 0; s < states.length; s++) {
      if (states[s].equals(variable)) return numbers.get(trajectory[t][s], trial * population.size() + unit);
    }
    throw new IllegalArgumentException("'" + variable + "' is no state variable of population '" + population.name()
        + "', which has " + population.states());
  }
}
