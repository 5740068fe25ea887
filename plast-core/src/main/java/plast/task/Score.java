package plast.task;

/**
 * A sum of scores that can be added over batches.
 *
 * @param correct what was right (trials, or time points for tracking tasks)
 * @param strict  what was right when fixation is demanded as well; equal to {@code correct} where a task has none
 * @param total   how much there was
 */
public record Score(double correct, double strict, double total) {
  public static final Score NONE = new Score(0, 0, 0);

  public Score plus(Score other) {
    return new Score(correct + other.correct, strict + other.strict, total + other.total);
  }

  public double performance() {
    return total == 0 ? 0 : correct / total;
  }

  public double strictPerformance() {
    return total == 0 ? 0 : strict / total;
  }
}
