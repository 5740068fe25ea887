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
import plast.equation.Printed;
import plast.equation.StepAdjoint;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.ModelArguments;
import plast.math.Panels;
import plast.math.RandomStream;

/**
 * One population in a run: the trajectory of its state variables, inputs and noise, and its way back.
 *
 * <p>Panels hold the trials of step t from row t·trials on; of state variables that the way back does not read only the
 * latest step, and the others are computed again when someone asks. Kernels run panel by panel, right after the
 * products of the panel: what they read is still in the first-level cache.
 */
final class PopulationRun {
  private final Population population;
  private final PopulationSources sources;
  private final Numbers numbers;
  private final double dt;
  private final FixedScalars fixed;
  private final BoundKernel step;
  private final BoundKernel back;
  private final @Nullable BoundKernel start;
  private final @Nullable BoundKernel backAtStart;
  private final List<BoundKernel> kernels = new ArrayList<>();
  private final List<String> noise;
  private final boolean noiseIsKept;
  private final Quantity[] quantities; // parameters and state variables
  private final DriveRun[] drives;
  private final SignalRun[] signals;
  private final Map<String, Place> places = new HashMap<>();
  private final boolean inPlace; // whether state variables are held for one step alone
  private final Map<String, Panels> trajectories = new HashMap<>(); // of state variables
  private final Map<String, Panels> unfolded = new HashMap<>(); // of those in place
  private Panels[] drawn = {}; // by noise
  private final int read; // signals that have readers come first
  private int panels;
  private int trials;

  /** @param disturbing noise that arrives as an input */
  PopulationRun(PopulationSources sources, Numbers numbers, Kernels compiler, double dt,
      List<NoiseInput> disturbing) {
    this.sources = sources;
    this.numbers = numbers;
    this.dt = dt;
    population = sources.population();
    fixed = FixedScalars.of(sources, dt);
    step = bound(sources.step(), compiler);
    back = bound(sources.back(), compiler);
    start = sources.start().isPresent() ? bound(sources.start().get(), compiler) : null;
    backAtStart = sources.backAtStart().isPresent() ? bound(sources.backAtStart().get(), compiler) : null;
    noise = List.copyOf(sources.integration().noise());
    inPlace = !sources.readsStates() && disturbing.isEmpty();
    noiseIsKept = inPlace || noise.stream().anyMatch(sources.back().arrays()::contains);
    quantities = population.model().model().definitions().stream().filter(d -> !(d instanceof Definition.Subexpression))
        .map(d -> Quantity.of(d, sources)).toArray(Quantity[]::new);
    drives = sources.drives().stream().map(drive -> new DriveRun(drive, population.size(),
        sources.back().arrays().contains(ModelArguments.input(drive.name())), numbers)).toArray(DriveRun[]::new);
    signals = sources.signals().all().stream().map(e -> new SignalRun(e, population.size(), numbers))
        .toArray(SignalRun[]::new);
    read = sources.signals().read().size();
    for (NoiseInput n : disturbing) drive(n.input()).disturb(n.sd());
  }

  private BoundKernel bound(KernelSource source, Kernels compiler) {
    BoundKernel kernel = new BoundKernel(source, compiler, numbers);
    kernels.add(kernel);
    return kernel;
  }

  boolean hasRate() {
    return !population.rate().isBlank();
  }

  boolean noisy() {
    boolean disturbed = false;
    for (DriveRun d : drives) disturbed |= d.noisy();
    return disturbed || !noise.isEmpty();
  }

  DriveRun drive(String input) {
    for (DriveRun d : drives) if (d.drive().inputs().contains(input)) return d;
    throw new IllegalArgumentException("population '" + population.name() + "' reads no input(" + input + ")");
  }

  SignalRun signal(Expr e) {
    for (SignalRun s : signals) if (s.expression().equals(e)) return s;
    throw new IllegalArgumentException("population '" + population.name() + "' does not send this");
  }

  SignalRun[] signals() {
    return signals;
  }

  DriveRun[] drives() {
    return drives;
  }

  /**
   * Makes room.
   *
   * @param rows how many rows of δ are kept on the way back
   */
  void allocate(int steps, int mostTrials, int rows) {
    places.clear();
    unfolded.clear();
    int all = (steps + 1) * mostTrials;
    for (String x : population.states()) {
      Panels trajectory = panels(inPlace ? mostTrials : all);
      trajectories.put(x, trajectory);
      places.put(x, inPlace ? Place.of(trajectory) : Place.ofStep(trajectory, 1));
      places.put(ArrayNames.next(x), inPlace ? Place.of(trajectory) : Place.ofStep(trajectory, 0));
      places.put(StepAdjoint.adjoint(x), Place.of(panels(mostTrials)));
    }
    for (DriveRun d : drives) {
      d.allocate(steps, mostTrials, rows);
      places.put(ModelArguments.input(d.drive().name()), d.place());
      places.put(ArrayNames.delta(d.drive().name()), new Place(d.deltas(), Place.Walk.RETURNS, 0));
    }
    drawn = noise.stream().map(_ -> panels(noiseIsKept ? all : mostTrials)).toArray(Panels[]::new);
    for (int k = 0; k < drawn.length; k++) {
      places.put(noise.get(k), noiseIsKept ? Place.ofStep(drawn[k], 0) : Place.of(drawn[k]));
    }
    for (int k = 0; k < sources.kept(); k++) places.put(ArrayNames.kept(k), Place.ofStep(panels(all), 0));
    allocateSignals(all, mostTrials);
    for (Quantity q : quantities) if (q.trained()) place(q.backwards(), mostTrials);
    for (BoundKernel kernel : kernels) kernel.bind(name -> place(name, mostTrials));
    panels = panels(1).panels();
  }

  private void allocateSignals(int rows, int mostTrials) {
    for (int k = 0; k < sources.stored().all().size(); k++) {
      Panels values = sources.stored().isState(k) ? trajectory(Printed.of(sources.stored().all().get(k)))
          : panels(rows);
      places.put(ArrayNames.signal(k), Place.ofStep(values, 0));
      places.put(ArrayNames.sent(k), Place.ofStep(values, 1));
      if (k >= signals.length) continue;
      signals[k].allocate(values, mostTrials);
      places.put(ArrayNames.cotangent(k), Place.of(signals[k].gathering()));
    }
  }

  private Panels panels(int rows) {
    return numbers.panels(rows, population.size());
  }

  private Panels trajectory(String state) {
    return Objects.requireNonNull(trajectories.get(state), state);
  }

  /** Where the array called {@code name} stands; one that is no other's has a block for all steps. */
  private Place place(String name, int mostTrials) {
    return places.computeIfAbsent(name, _ -> {
      Panels values = panels(mostTrials);
      double[] index = new double[population.size()];
      for (int i = 0; i < index.length; i++) index[i] = i;
      if (name.equals("i")) values.repeat(0, mostTrials, index);
      return Place.of(values);
    });
  }

  /** Sets step 0 from the parameters. */
  void start(ModelParameters parameters, int batch) {
    trials = batch;
    fixed.read(parameters);
    for (BoundKernel kernel : kernels) kernel.start(fixed, trials);
    for (Quantity q : quantities) {
      if (q.state()) {
        q.remember(parameters);
        trajectory(q.name()).repeat(0, trials, q.start());
      } else {
        Place place = places.get(q.name());
        if (place != null) place.panels().repeat(0, trials, q.value(parameters));
      }
    }
    if (start != null) {
      start.move(0, 0, dt);
      for (int panel = 0; panel < panels; panel++) start.run(panel);
    }
    clearPadding(0);
    if (isSilent()) for (SignalRun s : signals) s.trajectory().clear(0, trials);
  }

  private boolean isSilent() {
    return population.onset() == Population.Onset.SILENCE;
  }

  /** Before the products of a step. */
  void draw(int t, @Nullable RandomStream random) {
    if (!noisy()) return;
    if (random == null) {
      throw new IllegalArgumentException("population '" + population.name() + "' has noise and needs a random stream");
    }
    for (DriveRun d : drives) if (d.noisy()) d.draw(t, trials, random);
    for (Panels values : drawn) {
      numbers.normals(random, values, noiseIsKept ? t * trials : 0, trials);
    }
  }

  /** From step t − 1 to step t. */
  void advance(int t) {
    step.move(t, 0, dt);
    for (int panel = 0; panel < panels; panel++) {
      for (DriveRun d : drives) d.receive(panel, t, trials);
      step.run(panel);
    }
    clearPadding(t);
  }

  private void clearPadding(int t) {
    for (SignalRun s : signals) s.trajectory().clearPadding(t * trials, trials);
  }

  /** Before the way back: no gradient yet. */
  void startBack() {
    for (Quantity q : quantities) if (q.state() || q.trained()) clear(q.backwards());
  }

  private void clear(String name) {
    Place place = places.get(name);
    if (place != null) place.panels().clear(0, trials);
  }

  /**
   * From λ of step t to δ of that step and λ of step t − 1.
   *
   * @param block of δ
   * @param later the row of δ of step t + 1, negative if there is none
   */
  void back(int t, int block, int later) {
    BoundKernel kernel = t > 0 ? back : backAtStart;
    if (kernel == null || t == 0 && isSilent()) return;
    kernel.move(t, block, dt);
    for (int panel = 0; panel < panels; panel++) {
      for (int k = 0; k < read; k++) signals[k].gather(panel, t, later, trials);
      kernel.run(panel);
    }
  }

  /** After the way back; biases are not among them. */
  void collect(ModelParameters gradient) {
    for (Quantity q : quantities) {
      if (!q.trained() || q.bias()) continue;
      double[] sums = q.value(gradient);
      Arrays.fill(sums, 0);
      Panels each = Objects.requireNonNull(places.get(q.backwards())).panels();
      for (int k = 0; k < trials; k++) {
        for (int i = 0; i < population.size(); i++) sums[sums.length == 1 ? 0 : i] += each.get(k, i);
      }
    }
  }

  /** A parameter that is trained or given. */
  Quantity quantity(String name) {
    for (Quantity q : quantities) if (q.name().equals(name)) return q;
    throw new IllegalArgumentException("population '" + population.name() + "' has no '" + name + "'");
  }

  /** Makes all steps of the latest pass known, for {@link #value}. */
  void unfold(int steps) {
    if (!inPlace) return;
    for (Quantity q : quantities) {
      if (!q.state()) continue;
      Panels state = trajectory(q.name());
      unfolded.computeIfAbsent(q.name(), _ -> panels((steps + 1) * trials));
      if (unfolded(q.name()).rows() < (steps + 1) * trials) unfolded.put(q.name(), panels((steps + 1) * trials));
      state.repeat(0, trials, q.start());
      unfolded(q.name()).copyRows(0, trials, state, 0);
    }
    for (int t = 1; t <= steps; t++) {
      advance(t);
      for (String x : population.states()) unfolded(x).copyRows(t * trials, trials, trajectory(x), 0);
    }
  }

  private Panels unfolded(String state) {
    return Objects.requireNonNull(unfolded.get(state), state);
  }

  /** The first state variable, trial and unit that is not finite at a step. */
  Optional<ModelNetwork.NotFinite> firstNotFinite(int t) {
    for (String x : population.states()) {
      for (int k = 0; k < trials; k++) {
        for (int i = 0; i < population.size(); i++) {
          if (Double.isFinite(value(x, t, k, i))) continue;
          return Optional.of(new ModelNetwork.NotFinite(population.name(), x, new ModelNetwork.Point(t, k, i)));
        }
      }
    }
    return Optional.empty();
  }

  /** The value of a state variable at a step. */
  double value(String variable, int t, int trial, int unit) {
    Panels trajectory = (inPlace ? unfolded : trajectories).get(variable);
    if (trajectory != null) return trajectory.get(t * trials + trial, unit);
    throw new IllegalArgumentException("'" + variable + "' is no state variable of population '" + population.name()
        + "', which has " + population.states());
  }
}
