package plast.rule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import plast.equation.Placement;

/**
 * Values that are one for each trial, or for each step and trial, of neurons of one side or of all: modulators, time,
 * and the state variables of trials. Given in rows of trials within steps.
 */
final class TrialRows {
  /** When a state variable of trials is read: before the change of each step, after the last, after the trial. */
  enum Reading { STEP, END, AFTER }

  private static final Set<String> TIME = Set.of("t", "t_in_timesteps");

  private final RuleValues values;
  private final RuleFrame frame;
  private final Map<String, State> states = new LinkedHashMap<>();
  private final Set<String> modulators;

  /** One state variable: its values in blocks of trials for each step and one more, and after the trial. */
  static final class State {
    /** Stands where there is none. */
    static final State NONE = new State(Placement.PROJECTION, 0, false);

    final Placement place;
    final double start;
    /** Whether it changes from step to step by a change of its own. */
    final boolean stepped;
    double[] history = {};
    double[] after = {};
    /** Where the block after the last step begins. */
    int end;

    State(Placement place, double start, boolean stepped) {
      this.place = place;
      this.start = start;
      this.stepped = stepped;
    }
  }

  /**
   * The rows that are wanted.
   *
   * @param steps 1 where a row is a trial
   * @param width neurons a row
   */
  record Shape(int steps, int trials, int width) {
    static final Shape NONE = new Shape(0, 0, 0);

    /** The shape of these numbers, which is this one from batch to batch. */
    Shape or(int steps, int trials, int width) {
      boolean same = this.steps == steps && this.trials == trials && this.width == width;
      return same ? this : new Shape(steps, trials, width);
    }

    int size() {
      return steps * trials * width;
    }
  }

  /** @param modulators those with a value for each trial */
  TrialRows(RuleValues values, RuleFrame frame, Set<String> modulators) {
    this.values = values;
    this.frame = frame;
    this.modulators = modulators;
  }

  State state(String name, Placement place, double start) {
    State state = new State(place, start, true);
    states.put(name, state);
    return state;
  }

  /** A value of each step that something else writes. */
  State given(String name, Placement place) {
    State state = new State(place, 0, false);
    states.put(name, state);
    return state;
  }

  boolean has(String name) {
    return TIME.contains(name) || modulators.contains(name) || states.containsKey(name);
  }

  Placement place(String name) {
    State state = states.get(name);
    if (state != null) return state.place;
    return has(name) ? Placement.PROJECTION : values.place(name);
  }

  /** Writes what {@code name} is in the latest batch; a value of the rule is the same in all rows. */
  void fill(String name, Reading reading, Shape shape, double[] target) {
    State state = states.get(name);
    if (state != null) fill(state, reading, shape, target);
    else if (modulators.contains(name)) perTrial(frame.modulators().of(name), shape, target);
    else if (TIME.contains(name)) time(name.equals("t") ? frame.dt() : 1, shape, target);
    else fixed(values.array(name), values.place(name) == Placement.PROJECTION, shape, target);
  }

  private static void fill(State state, Reading reading, Shape shape, double[] target) {
    boolean scalar = state.place == Placement.PROJECTION;
    int block = shape.trials * shape.width, own = scalar ? shape.trials : block;
    double[] source = reading == Reading.AFTER ? state.after : state.history;
    for (int t = 0; t < shape.steps; t++) {
      int from = switch (reading) {
        case STEP -> t * own;
        case END -> state.end;
        case AFTER -> 0;
      };
      if (!scalar) System.arraycopy(source, from, target, t * block, block);
      else for (int b = 0; b < shape.trials; b++) row(source[from + b], t * shape.trials + b, shape.width, target);
    }
  }

  private static void perTrial(double[] source, Shape shape, double[] target) {
    for (int row = 0; row < shape.steps * shape.trials; row++) {
      row(source[row % shape.trials], row, shape.width, target);
    }
  }

  private static void time(double dt, Shape shape, double[] target) {
    for (int row = 0; row < shape.steps * shape.trials; row++) row(row / shape.trials * dt, row, shape.width, target);
  }

  private static void fixed(double[] source, boolean scalar, Shape shape, double[] target) {
    int count = Math.min(source.length, shape.width);
    for (int row = 0; row < shape.steps * shape.trials; row++) {
      if (scalar) row(source[0], row, shape.width, target);
      else System.arraycopy(source, 0, target, row * shape.width, count);
    }
  }

  private static void row(double value, int row, int width, double[] target) {
    Arrays.fill(target, row * width, (row + 1) * width, value);
  }

  Map<String, State> states() {
    return states;
  }

  State find(String name) {
    return Objects.requireNonNull(states.get(name), name);
  }
}
