package plast.figure;

import java.util.List;
import java.util.Objects;

/**
 * One dot per seed and condition; the dots of one seed are joined when all conditions have equally many.
 *
 * @param cap value at which runs were stopped, NaN for none; dots at or above it are drawn open
 */
public record PairedDots(String title, String note, Axis y, List<Group> groups, double cap) implements Panel {

  /**
   * The values of one condition with their mean and its interval.
   *
   * @param values one per seed, the same seed at the same place in every group
   */
  public record Group(String label, double[] values, double mean, double low, double high) {
    public Group {
      Objects.requireNonNull(label, "label");
      values = values.clone();
    }
  }

  public PairedDots {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(y, "y");
    groups = List.copyOf(groups);
  }

  public static PairedDots of(String title, Axis y) {
    return new PairedDots(title, "", y, List.of(), Double.NaN);
  }

  public PairedDots with(Group group) {
    return new PairedDots(title, note, y, Panel.append(groups, group), cap);
  }

  public PairedDots cappedAt(double newCap) {
    return new PairedDots(title, note, y, groups, newCap);
  }

  public PairedDots note(String newNote) {
    return new PairedDots(title, newNote, y, groups, cap);
  }
}
