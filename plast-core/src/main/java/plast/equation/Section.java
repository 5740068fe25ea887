package plast.equation;

import java.util.List;

/** Statements of a rule that run together. */
public record Section(Every every, List<Statement> statements) {

  /** How often. */
  public enum Every {
    STEP("step"), TRIAL("trial"), BATCH("batch");

    private final String text;

    Every(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  public Section {
    statements = List.copyOf(statements);
  }
}
