package plast.rate.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import plast.equation.StepAdjoint;
import plast.math.Panels;

/**
 * The state variables of a population over a pass, step t from row t·trials on. Where the way back reads none of them
 * only the latest step is held, and the others are computed again when someone asks: unfolded.
 */
final class StateTrajectory {
  private final String population;
  private final List<String> states;
  private final boolean inPlace; // whether one step alone is held
  private final Map<String, Panels> held = new HashMap<>();
  private final Map<String, Panels> unfolded = new HashMap<>(); // of those in place
  private int trials;

  StateTrajectory(Population population, boolean inPlace) {
    this.population = population.name();
    this.inPlace = inPlace;
    states = population.states();
  }

  /** Makes room in {@code places}. */
  void allocate(Places places, int steps, int mostTrials) {
    unfolded.clear();
    for (String x : states) {
      Panels values = places.panels(inPlace ? mostTrials : (steps + 1) * mostTrials);
      held.put(x, values);
      places.put(x, inPlace ? Place.of(values) : Place.ofStep(values, 1));
      places.put(ArrayNames.next(x), inPlace ? Place.of(values) : Place.ofStep(values, 0));
      if (inPlace) unfolded.put(x, places.panels(0));
      places.put(StepAdjoint.adjoint(x), Place.of(places.panels(mostTrials)));
    }
  }

  /** What is held of a state variable. */
  Panels held(String state) {
    return Objects.requireNonNull(held.get(state), state);
  }

  /** Sets step 0. */
  void start(VariableRun[] variables, int batch) {
    trials = batch;
    for (VariableRun v : variables) if (v.state()) held(v.name()).repeat(0, trials, v.start());
  }

  /**
   * Makes all steps of the latest pass known, for {@link #value}.
   *
   * @param advance from step t − 1 to t
   */
  void unfold(VariableRun[] variables, int steps, IntConsumer advance) {
    if (!inPlace) return;
    start(variables, trials);
    for (String x : states) {
      if (unfolded(x).rows() < (steps + 1) * trials) {
        unfolded.put(x, held(x).like((steps + 1) * trials, held(x).columns()));
      }
      unfolded(x).copyRows(0, trials, held(x), 0);
    }
    for (int t = 1; t <= steps; t++) {
      advance.accept(t);
      for (String x : states) unfolded(x).copyRows(t * trials, trials, held(x), 0);
    }
  }

  private Panels unfolded(String state) {
    return Objects.requireNonNull(unfolded.get(state), state);
  }

  /** The value of a state variable at a step. */
  double value(String variable, int t, int trial, int unit) {
    Panels values = (inPlace ? unfolded : held).get(variable);
    if (values != null) return values.get(t * trials + trial, unit);
    throw new IllegalArgumentException("'" + variable + "' is no state variable of population '" + population
        + "', which has " + states);
  }

  /** The first state variable, trial and unit that is not finite at a step. */
  Optional<ModelNetwork.NotFinite> firstNotFinite(int t) {
    for (String x : states) {
      for (int k = 0; k < trials; k++) {
        for (int i = 0; i < held(x).columns(); i++) {
          if (Double.isFinite(value(x, t, k, i))) continue;
          return Optional.of(new ModelNetwork.NotFinite(population, x, new ModelNetwork.Point(t, k, i)));
        }
      }
    }
    return Optional.empty();
  }
}
