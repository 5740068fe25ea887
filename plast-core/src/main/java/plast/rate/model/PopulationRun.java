package plast.rate.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plast.equation.Definition;
import plast.equation.Expr;
import plast.equation.Printed;
import plast.kernel.Kernels;
import plast.kernel.ModelArguments;
import plast.math.Panels;
import plast.math.RandomStream;

/**
 * One population in a run: its kernels step by step, on its state variables, inputs, noise and signals.
 *
 * <p>Panels hold the trials of step t from row t·trials on. Kernels run panel by panel, right after the products of the
 * panel: what they read is still in the first-level cache.
 */
final class PopulationRun {
  private final Population population;
  private final PopulationSources sources;
  private final double dt;
  private final FixedScalars fixed;
  private final BoundKernel step;
  private final @Nullable BoundKernel start;
  private final NoiseRun noise;
  private final VariableRun[] variables; // parameters and state variables
  private final DriveRun[] drives;
  private final SignalRun[] signals; // those that have readers come first
  private final Places places;
  private final StateTrajectory states;
  private final PopulationAdjoint adjoint;
  private int panels;
  private int trials;

  /** @param disturbing noise that arrives as an input */
  PopulationRun(PopulationSources sources, Numbers numbers, Kernels compiler, double dt,
      List<NoiseInput> disturbing) {
    this.sources = sources;
    this.dt = dt;
    population = sources.population();
    fixed = FixedScalars.of(sources, dt);
    step = new BoundKernel(sources.step(), compiler, numbers);
    start = sources.start().map(source -> new BoundKernel(source, compiler, numbers)).orElse(null);
    places = new Places(numbers, population.size());
    boolean inPlace = !sources.readsStates() && disturbing.isEmpty();
    states = new StateTrajectory(population, inPlace);
    List<String> drawn = List.copyOf(sources.integration().noise());
    noise = new NoiseRun(drawn, inPlace || drawn.stream().anyMatch(sources.back().arrays()::contains), numbers);
    variables = population.model().model().definitions().stream().filter(d -> !(d instanceof Definition.Subexpression))
        .map(d -> VariableRun.of(d, sources)).toArray(VariableRun[]::new);
    drives = sources.drives().stream().map(drive -> new DriveRun(drive, population.size(),
        sources.back().arrays().contains(ModelArguments.input(drive.name())), numbers)).toArray(DriveRun[]::new);
    signals = sources.signals().all().stream().map(e -> new SignalRun(e, population.size(), numbers))
        .toArray(SignalRun[]::new);
    for (NoiseInput n : disturbing) drive(n.input()).disturb(n.sd());
    adjoint = new PopulationAdjoint(sources, compiler, numbers, this);
  }

  boolean hasRate() {
    return !population.rate().isBlank();
  }

  boolean noisy() {
    boolean disturbed = false;
    for (DriveRun d : drives) disturbed |= d.noisy();
    return disturbed || !noise.none();
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

  FixedScalars fixed() {
    return fixed;
  }

  double dt() {
    return dt;
  }

  VariableRun[] variables() {
    return variables;
  }

  Places places() {
    return places;
  }

  StateTrajectory states() {
    return states;
  }

  PopulationAdjoint adjoint() {
    return adjoint;
  }

  /**
   * Makes room.
   *
   * @param rows how many rows of δ are kept on the way back
   */
  void allocate(int steps, int mostTrials, int rows) {
    places.clear();
    states.allocate(places, steps, mostTrials);
    for (DriveRun d : drives) {
      d.allocate(steps, mostTrials, rows);
      places.put(ModelArguments.input(d.drive().name()), d.place());
      places.put(ArrayNames.delta(d.drive().name()), new Place(d.deltas(), Place.Walk.RETURNS, 0));
    }
    noise.allocate(places, steps, mostTrials);
    int all = (steps + 1) * mostTrials;
    for (int k = 0; k < sources.kept(); k++) places.put(ArrayNames.kept(k), Place.ofStep(places.panels(all), 0));
    allocateSignals(all, mostTrials);
    step.bind(name -> places.of(name, mostTrials));
    if (start != null) start.bind(name -> places.of(name, mostTrials));
    adjoint.allocate(mostTrials);
    panels = places.panels(1).panels();
  }

  private void allocateSignals(int rows, int mostTrials) {
    for (int k = 0; k < sources.stored().all().size(); k++) {
      Panels values = sources.stored().isState(k) ? states.held(Printed.of(sources.stored().all().get(k)))
          : places.panels(rows);
      places.put(ArrayNames.signal(k), Place.ofStep(values, 0));
      places.put(ArrayNames.sent(k), Place.ofStep(values, 1));
      if (k >= signals.length) continue;
      signals[k].allocate(values, mostTrials);
      places.put(ArrayNames.cotangent(k), Place.of(signals[k].gathering()));
    }
  }

  /** Sets step 0 from the parameters. */
  void start(ModelParameters parameters, int batch) {
    trials = batch;
    fixed.read(parameters);
    step.start(fixed, trials);
    for (VariableRun v : variables) {
      if (v.state()) {
        v.remember(parameters);
      } else {
        Panels values = places.find(v.name());
        if (values != null) values.repeat(0, trials, v.value(parameters));
      }
    }
    states.start(variables, trials);
    if (start != null) {
      start.start(fixed, trials);
      start.move(0, 0, dt);
      for (int panel = 0; panel < panels; panel++) start.run(panel);
    }
    clearPadding(0);
    boolean silent = population.onset() == Population.Onset.SILENCE;
    if (silent) for (SignalRun s : signals) s.trajectory().clear(0, trials);
  }

  /** Before the products of a step. */
  void draw(int t, @Nullable RandomStream random) {
    if (!noisy()) return;
    if (random == null) {
      throw new IllegalArgumentException("population '" + population.name() + "' has noise and needs a random stream");
    }
    for (DriveRun d : drives) if (d.noisy()) d.draw(t, trials, random);
    noise.draw(t, trials, random);
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

  /** A parameter that is trained or given. */
  VariableRun variable(String name) {
    for (VariableRun v : variables) if (v.name().equals(name)) return v;
    throw new IllegalArgumentException("population '" + population.name() + "' has no '" + name + "'");
  }

  /** Makes all steps of the latest pass known. */
  void unfold(int steps) {
    states.unfold(variables, steps, this::advance);
  }
}
