package plast.math;

import jdk.incubator.vector.DoubleVector;

/** The width of the processor's vectors that the matrix products use. */
public final class VectorWidth {
  private VectorWidth() {}

  /** In bits. */
  public static int bits() {
    return DoubleVector.SPECIES_PREFERRED.vectorBitSize();
  }
}
