package plast.equation;

/**
 * Where a piece of text stands: characters {@code start} to {@code end} − 1 of its source, from 0.
 *
 * <p>All spans are equal, so that two expressions are equal when they say the same, wherever they were written.
 */
public record Span(int start, int end) {
  /** The span of what no one wrote: derivatives and simplified expressions. */
  public static final Span NONE = new Span(0, 0);

  /** The smallest span over this one and {@code other}. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
