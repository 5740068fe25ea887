package plast.figure;

import java.util.List;
import java.util.Objects;

/**
 * One trial of a task: lanes of channels over time, from top to bottom, with the trial's periods marked.
 *
 * @param stepMs duration of one step in ms
 */
public record TrialView(String title, String note, double stepMs, List<Lane> lanes, List<Period> periods)
    implements Panel {

  /** One horizontal lane; its values are channels x steps, NaN where nothing is shown. */
  public sealed interface Lane permits Heat, Traces, Strip {
    String label();

    double[][] values();
  }

  /** Channels as rows of colour: many inputs. */
  public record Heat(String label, double[][] values) implements Lane {
    public Heat {
      values = checked(label, values);
    }
  }

  /** Channels as lines in one lane: few inputs, targets, outputs. */
  public record Traces(String label, List<String> names, double[][] values) implements Lane {
    public Traces {
      values = checked(label, values);
      names = List.copyOf(names);
      if (names.size() != values.length) {
        throw new IllegalArgumentException("lane '" + label + "' has " + values.length + " traces and "
            + names.size() + " names");
      }
    }
  }

  /** A thin strip, dark where the value is above zero: the loss mask. */
  public record Strip(String label, double[][] values) implements Lane {
    public Strip {
      values = checked(label, values);
      if (values.length != 1) {
        throw new IllegalArgumentException("strip '" + label + "' has " + values.length + " rows, must have one");
      }
    }

    public static Strip of(String label, double[] values) {
      return new Strip(label, new double[][] {values});
    }
  }

  /** A period of the trial from step {@code start} until step {@code end}, exclusive. */
  public record Period(String label, int start, int end) { }

  public TrialView {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(note, "note");
    lanes = List.copyOf(lanes);
    periods = List.copyOf(periods);
    if (!(stepMs > 0)) {
      throw new IllegalArgumentException("a step lasts " + stepMs + " ms, must be above 0");
    }
    for (Lane lane : lanes) {
      if (lane.values()[0].length != lanes.getFirst().values()[0].length) {
        throw new IllegalArgumentException("lane '" + lane.label() + "' has " + lane.values()[0].length
            + " steps, '" + lanes.getFirst().label() + "' has " + lanes.getFirst().values()[0].length);
      }
    }
  }

  public static TrialView of(String title, double stepMs) {
    return new TrialView(title, "", stepMs, List.of(), List.of());
  }

  public TrialView with(Lane lane) {
    return new TrialView(title, note, stepMs, Panel.append(lanes, lane), periods);
  }

  public TrialView with(Period period) {
    return new TrialView(title, note, stepMs, lanes, Panel.append(periods, period));
  }

  public TrialView note(String newNote) {
    return new TrialView(title, newNote, stepMs, lanes, periods);
  }

  /** Number of steps; 0 without lanes. */
  public int steps() {
    return lanes.isEmpty() ? 0 : lanes.getFirst().values()[0].length;
  }

  private static double[][] checked(String label, double[][] values) {
    if (values.length == 0 || values[0].length == 0) {
      throw new IllegalArgumentException("lane '" + label + "' has no values");
    }
    double[][] copy = new double[values.length][];
    for (int row = 0; row < copy.length; row++) {
      if (values[row].length != values[0].length) {
        throw new IllegalArgumentException("lane '" + label + "': channel " + row + " has " + values[row].length
            + " steps, channel 0 has " + values[0].length);
      }
      copy[row] = values[row].clone();
    }
    return copy;
  }
}
