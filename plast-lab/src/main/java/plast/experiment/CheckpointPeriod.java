package plast.experiment;

/** How often a network in training is written to disk. */
public sealed interface CheckpointPeriod {

  /** After at least this long. */
  record Time(double milliseconds) implements CheckpointPeriod {}

  /** After this many updates. */
  record Updates(long updates) implements CheckpointPeriod {}

  CheckpointPeriod STANDARD = new Time(10_000);

  /** {@code 10 s} or {@code 200 updates}. */
  default String text() {
    return switch (this) {
      case Time time -> Numbers.format(time.milliseconds()) + " ms";
      case Updates updates -> updates.updates() + " updates";
    };
  }
}
