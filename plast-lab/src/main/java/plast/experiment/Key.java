package plast.experiment;

import java.util.function.Function;
import plast.learn.Condition;

/**
 * One key of a condition: where it stands in an experiment file, what it may hold and where its value ends up.
 *
 * @param path     sections and name, joined by dots
 * @param type     what it may hold
 * @param standard the value as text when neither the file nor a preset gives one; empty when the task decides
 * @param doc      one line for a person
 * @param of       the value in a finished condition
 */
public record Key(String path, ValueType type, String standard, String doc, Function<Condition, Object> of) {

  /** The part before the last dot; empty at the top. */
  public String section() {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /** The part after the last dot. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
