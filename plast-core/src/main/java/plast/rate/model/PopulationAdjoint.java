package plast.rate.model;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plast.kernel.Kernels;
import plast.math.Panels;

/** The way back through one population: λ = ∂L/∂state, δ = ∂L/∂drive, and the gradient of what is trained. */
final class PopulationAdjoint {
  private final BoundKernel back;
  private final @Nullable BoundKernel backAtStart; // none where nobody asks for γ[0]
  private final FixedScalars fixed;
  private final double dt;
  private final VariableRun[] variables;
  private final SignalRun[] read; // what others read has a gradient
  private final Places places;
  private int panels;
  private int trials;

  PopulationAdjoint(PopulationSources sources, Kernels compiler, Numbers numbers, PopulationRun run) {
    back = new BoundKernel(sources.back(), compiler, numbers);
    boolean silent = sources.population().onset() == Population.Onset.SILENCE;
    backAtStart = silent ? null
        : sources.backAtStart().map(source -> new BoundKernel(source, compiler, numbers)).orElse(null);
    fixed = run.fixed();
    dt = run.dt();
    variables = run.variables();
    read = Arrays.copyOf(run.signals(), sources.signals().read().size());
    places = run.places();
  }

  /** Takes the arrays, when the population has made room. */
  void allocate(int mostTrials) {
    for (VariableRun v : variables) if (v.trained()) places.of(v.backwards(), mostTrials);
    back.bind(name -> places.of(name, mostTrials));
    if (backAtStart != null) backAtStart.bind(name -> places.of(name, mostTrials));
    panels = places.panels(1).panels();
  }

  /** No gradient yet; scalars are those of the latest pass. */
  void start(int batch) {
    trials = batch;
    back.start(fixed, trials);
    if (backAtStart != null) backAtStart.start(fixed, trials);
    for (VariableRun v : variables) {
      Panels gradient = v.state() || v.trained() ? places.find(v.backwards()) : null;
      if (gradient != null) gradient.clear(0, trials);
    }
  }

  /**
   * From λ of step t to δ of that step and λ of step t − 1.
   *
   * @param block of δ
   * @param later the row of δ of step t + 1, negative if there is none
   */
  void back(int t, int block, int later) {
    BoundKernel kernel = t > 0 ? back : backAtStart;
    if (kernel == null) return;
    kernel.move(t, block, dt);
    for (int panel = 0; panel < panels; panel++) {
      for (SignalRun signal : read) signal.gather(panel, t, later, trials);
      kernel.run(panel);
    }
  }

  /** Writes the gradient, apart from that of biases: projections bring them. */
  void collect(ModelParameters gradient) {
    for (VariableRun v : variables) {
      if (!v.trained() || v.bias()) continue;
      double[] sums = v.value(gradient);
      Arrays.fill(sums, 0);
      Panels each = Objects.requireNonNull(places.find(v.backwards()));
      for (int k = 0; k < trials; k++) {
        for (int i = 0; i < each.columns(); i++) sums[sums.length == 1 ? 0 : i] += each.get(k, i);
      }
    }
  }
}
