package plast.experiment;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * What came of a study.
 *
 * @param seed       from which all random numbers were derived
 * @param conditions in the order in which the study first names them
 * @param failures   networks that broke off with an error; the others are not affected
 * @param stopped    whether it was interrupted before all networks were trained
 */
public record StudyResult(long seed, List<ConditionResult> conditions, List<Failure> failures, boolean stopped) {

  /** A network that broke off. */
  public record Failure(Job job, String message) {}

  public StudyResult {
    conditions = List.copyOf(conditions);
    failures = List.copyOf(failures);
  }

  /** The condition called {@code name}. */
  public ConditionResult condition(String name) {
    return conditions.stream().filter(c -> c.condition().name().equals(name)).findFirst().orElseThrow(() ->
        new NoSuchElementException("no condition '" + name + "'; there are "
            + String.join(", ", conditions.stream().map(c -> c.condition().name()).toList())));
  }
}
