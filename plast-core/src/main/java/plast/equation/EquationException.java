package plast.equation;

import java.util.List;

/** A text of the equation language is wrong; the message lists all problems. */
public final class EquationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  EquationException(List<Problem> problems) {
    super(String.join("\n\n", problems.stream().map(Problem::text).toList()));
    this.problems = List.copyOf(problems);
  }

  EquationException(String message) {
    super(message);
    this.problems = List.of();
  }

  /** What was found, empty where no text was at fault. */
  public List<Problem> problems() {
    return problems;
  }
}
