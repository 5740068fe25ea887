package plast.io;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A user's file that cannot be used, with everything that is wrong with it. */
public final class ConfigException extends RuntimeException {

  private final String source;
  private final transient List<Problem> problems;

  public ConfigException(String source, List<Problem> problems) {
    super(inOrder(problems).stream().map(problem -> problem.describe(source)).collect(Collectors.joining("\n")));
    this.source = source;
    this.problems = inOrder(problems);
  }

  /** The file's name as the user wrote it. */
  public String source() {
    return source;
  }

  /** At least one, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  static List<Problem> inOrder(List<Problem> problems) {
    return problems.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)).toList();
  }
}
