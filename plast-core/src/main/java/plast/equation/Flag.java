package plast.equation;

import java.util.Arrays;
import java.util.Optional;

/** What stands in parentheses behind a definition. */
public enum Flag {
  UNLESS_REFRACTORY("unless refractory"), EVENT_DRIVEN("event-driven"), CLOCK_DRIVEN("clock-driven"),
  CONSTANT("constant"), CONSTANT_OVER_DT("constant over dt"), SHARED("shared"), SUMMED("summed"), LINKED("linked"),
  /** of rules: read from the experiment by this name */
  MODULATOR("modulator");

  private final String text;

  Flag(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  static Optional<Flag> find(String text) {
    return Arrays.stream(values()).filter(flag -> flag.text.equals(text)).findFirst();
  }
}
