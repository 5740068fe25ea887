package plast.bench;

/** Something that repeats the same step, to be timed in turns with another. */
public interface Contestant extends AutoCloseable {

  /** Repeats the step for that long, at least once; returns the wall time of every step in ms. */
  double[] block(double seconds);

  @Override
  void close();
}
