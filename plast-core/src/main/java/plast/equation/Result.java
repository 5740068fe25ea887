package plast.equation;

import java.util.List;
import java.util.Optional;
import plast.equation.Problem.Severity;

/**
 * A value, or why there is none.
 *
 * @param value    present unless a problem is an error
 * @param problems everything that was found, in the order of the text
 */
public record Result<T>(Optional<T> value, List<Problem> problems) {

  public Result {
    problems = List.copyOf(problems);
  }

  static <T> Result<T> of(T value, List<Problem> problems) {
    boolean failed = problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return new Result<>(failed ? Optional.empty() : Optional.of(value), problems);
  }

  /**
   * The value.
   *
   * @throws EquationException with all problems if there is none
   */
  public T orThrow() {
    return value.orElseThrow(() -> new EquationException(problems));
  }

  /** The problems as a user reads them. */
  public String text() {
    return String.join("\n\n", problems.stream().map(Problem::text).toList());
  }
}
