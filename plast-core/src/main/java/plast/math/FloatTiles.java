package plast.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost matrix products: a tile of {@link #ROWS} rows by one panel held in registers. Accumulators start from
 * memory and the loops are free of branches: a vector that merges over a branch is boxed by the compiler, which costs a
 * factor of five. Strides are constants, so that bounds checks leave the loop.
 */
final class FloatTiles {
  private static final VectorSpecies<Float> S = FloatFunctions.SPECIES;
  private static final int L = S.length();
  private static final int W = FloatPanels.WIDTH;

  /** Rows of a tile: 8 x 2 accumulators where there are 32 vector registers, 4 x 2 where there are 16. */
  static final int ROWS = L >= 16 ? 8 : 4;
  /** Rows of both operands that stay in the first-level cache while all tiles pass over them. */
  static final int GRAM_DEPTH = 128;

  private FloatTiles() {}

  /**
   * {@code c += a · b} for {@link #ROWS} rows of one panel of c; {@code depth} columns of a in panels {@code stride}
   * apart.
   *
   * @param narrow whether only the panel's first vector is used
   */
  static void product(
      float[] c, int c0, float[] a, int a0, int stride, int depth, float[] b, int b0, boolean narrow) {
    if (ROWS == 4) product4(c, c0, a, a0, stride, depth, b, b0);
    else if (narrow) product8Narrow(c, c0, a, a0, stride, depth, b, b0);
    else product8(c, c0, a, a0, stride, depth, b, b0);
  }

  /** The rows that fill no tile, {@code count} below {@link #ROWS}. */
  static void productRest(
      float[] c, int c0, float[] a, int a0, int stride, int depth, float[] b, int b0, int count) {
    int i = 0;
    if (count >= 4) {
      product4(c, c0, a, a0, stride, depth, b, b0);
      i = 4;
    }
    for (; i < count; i++) product1(c, c0 + i * W, a, a0 + i * W, stride, depth, b, b0);
  }

  /** {@code c += aᵀ · b} for {@link #ROWS} rows of one panel of c, or 4 where no more are {@code wanted}. */
  static void gram(float[] c, int c0, float[] a, int a0, float[] b, int b0, int depth, int wanted) {
    if (ROWS == 8 && wanted > 4) gram8(c, c0, a, a0, b, b0, depth);
    else gram4(c, c0, a, a0, b, b0, depth);
  }

  private static void product8(float[] c, int c0, float[] a, int a0, int stride, int depth, float[] b, int bk) {
    FloatVector r00 = FloatVector.fromArray(S, c, c0), r01 = FloatVector.fromArray(S, c, c0 + L);
    FloatVector r10 = FloatVector.fromArray(S, c, c0 + W), r11 = FloatVector.fromArray(S, c, c0 + W + L);
    FloatVector r20 = FloatVector.fromArray(S, c, c0 + 2 * W), r21 = FloatVector.fromArray(S, c, c0 + 2 * W + L);
    FloatVector r30 = FloatVector.fromArray(S, c, c0 + 3 * W), r31 = FloatVector.fromArray(S, c, c0 + 3 * W + L);
    FloatVector r40 = FloatVector.fromArray(S, c, c0 + 4 * W), r41 = FloatVector.fromArray(S, c, c0 + 4 * W + L);
    FloatVector r50 = FloatVector.fromArray(S, c, c0 + 5 * W), r51 = FloatVector.fromArray(S, c, c0 + 5 * W + L);
    FloatVector r60 = FloatVector.fromArray(S, c, c0 + 6 * W), r61 = FloatVector.fromArray(S, c, c0 + 6 * W + L);
    FloatVector r70 = FloatVector.fromArray(S, c, c0 + 7 * W), r71 = FloatVector.fromArray(S, c, c0 + 7 * W + L);
    for (int done = 0; done < depth; done += W) {
      int part = Math.min(W, depth - done);
      for (int k = 0; k < part; k++) {
        FloatVector b0 = FloatVector.fromArray(S, b, bk + k * W), b1 = FloatVector.fromArray(S, b, bk + k * W + L);
        FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
        r00 = x.fma(b0, r00);
        r01 = x.fma(b1, r01);
        x = FloatVector.broadcast(S, a[a0 + k + W]);
        r10 = x.fma(b0, r10);
        r11 = x.fma(b1, r11);
        x = FloatVector.broadcast(S, a[a0 + k + 2 * W]);
        r20 = x.fma(b0, r20);
        r21 = x.fma(b1, r21);
        x = FloatVector.broadcast(S, a[a0 + k + 3 * W]);
        r30 = x.fma(b0, r30);
        r31 = x.fma(b1, r31);
        x = FloatVector.broadcast(S, a[a0 + k + 4 * W]);
        r40 = x.fma(b0, r40);
        r41 = x.fma(b1, r41);
        x = FloatVector.broadcast(S, a[a0 + k + 5 * W]);
        r50 = x.fma(b0, r50);
        r51 = x.fma(b1, r51);
        x = FloatVector.broadcast(S, a[a0 + k + 6 * W]);
        r60 = x.fma(b0, r60);
        r61 = x.fma(b1, r61);
        x = FloatVector.broadcast(S, a[a0 + k + 7 * W]);
        r70 = x.fma(b0, r70);
        r71 = x.fma(b1, r71);
      }
      a0 += stride;
      bk += part * W;
    }
    r00.intoArray(c, c0);
    r01.intoArray(c, c0 + L);
    r10.intoArray(c, c0 + W);
    r11.intoArray(c, c0 + W + L);
    r20.intoArray(c, c0 + 2 * W);
    r21.intoArray(c, c0 + 2 * W + L);
    r30.intoArray(c, c0 + 3 * W);
    r31.intoArray(c, c0 + 3 * W + L);
    r40.intoArray(c, c0 + 4 * W);
    r41.intoArray(c, c0 + 4 * W + L);
    r50.intoArray(c, c0 + 5 * W);
    r51.intoArray(c, c0 + 5 * W + L);
    r60.intoArray(c, c0 + 6 * W);
    r61.intoArray(c, c0 + 6 * W + L);
    r70.intoArray(c, c0 + 7 * W);
    r71.intoArray(c, c0 + 7 * W + L);
  }

  private static void product8Narrow(float[] c, int c0, float[] a, int a0, int stride, int depth, float[] b, int bk) {
    FloatVector r00 = FloatVector.fromArray(S, c, c0);
    FloatVector r10 = FloatVector.fromArray(S, c, c0 + W);
    FloatVector r20 = FloatVector.fromArray(S, c, c0 + 2 * W);
    FloatVector r30 = FloatVector.fromArray(S, c, c0 + 3 * W);
    FloatVector r40 = FloatVector.fromArray(S, c, c0 + 4 * W);
    FloatVector r50 = FloatVector.fromArray(S, c, c0 + 5 * W);
    FloatVector r60 = FloatVector.fromArray(S, c, c0 + 6 * W);
    FloatVector r70 = FloatVector.fromArray(S, c, c0 + 7 * W);
    for (int done = 0; done < depth; done += W) {
      int part = Math.min(W, depth - done);
      for (int k = 0; k < part; k++) {
        FloatVector b0 = FloatVector.fromArray(S, b, bk + k * W);
        FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
        r00 = x.fma(b0, r00);
        x = FloatVector.broadcast(S, a[a0 + k + W]);
        r10 = x.fma(b0, r10);
        x = FloatVector.broadcast(S, a[a0 + k + 2 * W]);
        r20 = x.fma(b0, r20);
        x = FloatVector.broadcast(S, a[a0 + k + 3 * W]);
        r30 = x.fma(b0, r30);
        x = FloatVector.broadcast(S, a[a0 + k + 4 * W]);
        r40 = x.fma(b0, r40);
        x = FloatVector.broadcast(S, a[a0 + k + 5 * W]);
        r50 = x.fma(b0, r50);
        x = FloatVector.broadcast(S, a[a0 + k + 6 * W]);
        r60 = x.fma(b0, r60);
        x = FloatVector.broadcast(S, a[a0 + k + 7 * W]);
        r70 = x.fma(b0, r70);
      }
      a0 += stride;
      bk += part * W;
    }
    r00.intoArray(c, c0);
    r10.intoArray(c, c0 + W);
    r20.intoArray(c, c0 + 2 * W);
    r30.intoArray(c, c0 + 3 * W);
    r40.intoArray(c, c0 + 4 * W);
    r50.intoArray(c, c0 + 5 * W);
    r60.intoArray(c, c0 + 6 * W);
    r70.intoArray(c, c0 + 7 * W);
  }

  private static void product4(float[] c, int c0, float[] a, int a0, int stride, int depth, float[] b, int bk) {
    FloatVector r00 = FloatVector.fromArray(S, c, c0), r01 = FloatVector.fromArray(S, c, c0 + L);
    FloatVector r10 = FloatVector.fromArray(S, c, c0 + W), r11 = FloatVector.fromArray(S, c, c0 + W + L);
    FloatVector r20 = FloatVector.fromArray(S, c, c0 + 2 * W), r21 = FloatVector.fromArray(S, c, c0 + 2 * W + L);
    FloatVector r30 = FloatVector.fromArray(S, c, c0 + 3 * W), r31 = FloatVector.fromArray(S, c, c0 + 3 * W + L);
    for (int done = 0; done < depth; done += W) {
      int part = Math.min(W, depth - done);
      for (int k = 0; k < part; k++) {
        FloatVector b0 = FloatVector.fromArray(S, b, bk + k * W), b1 = FloatVector.fromArray(S, b, bk + k * W + L);
        FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
        r00 = x.fma(b0, r00);
        r01 = x.fma(b1, r01);
        x = FloatVector.broadcast(S, a[a0 + k + W]);
        r10 = x.fma(b0, r10);
        r11 = x.fma(b1, r11);
        x = FloatVector.broadcast(S, a[a0 + k + 2 * W]);
        r20 = x.fma(b0, r20);
        r21 = x.fma(b1, r21);
        x = FloatVector.broadcast(S, a[a0 + k + 3 * W]);
        r30 = x.fma(b0, r30);
        r31 = x.fma(b1, r31);
      }
      a0 += stride;
      bk += part * W;
    }
    r00.intoArray(c, c0);
    r01.intoArray(c, c0 + L);
    r10.intoArray(c, c0 + W);
    r11.intoArray(c, c0 + W + L);
    r20.intoArray(c, c0 + 2 * W);
    r21.intoArray(c, c0 + 2 * W + L);
    r30.intoArray(c, c0 + 3 * W);
    r31.intoArray(c, c0 + 3 * W + L);
  }

  private static void product1(float[] c, int c0, float[] a, int a0, int stride, int depth, float[] b, int bk) {
    FloatVector r00 = FloatVector.fromArray(S, c, c0), r01 = FloatVector.fromArray(S, c, c0 + L);
    for (int done = 0; done < depth; done += W) {
      int part = Math.min(W, depth - done);
      for (int k = 0; k < part; k++) {
        FloatVector b0 = FloatVector.fromArray(S, b, bk + k * W), b1 = FloatVector.fromArray(S, b, bk + k * W + L);
        FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
        r00 = x.fma(b0, r00);
        r01 = x.fma(b1, r01);
      }
      a0 += stride;
      bk += part * W;
    }
    r00.intoArray(c, c0);
    r01.intoArray(c, c0 + L);
  }

  private static void gram8(float[] c, int c0, float[] a, int a0, float[] b, int bk, int depth) {
    FloatVector r00 = FloatVector.fromArray(S, c, c0), r01 = FloatVector.fromArray(S, c, c0 + L);
    FloatVector r10 = FloatVector.fromArray(S, c, c0 + W), r11 = FloatVector.fromArray(S, c, c0 + W + L);
    FloatVector r20 = FloatVector.fromArray(S, c, c0 + 2 * W), r21 = FloatVector.fromArray(S, c, c0 + 2 * W + L);
    FloatVector r30 = FloatVector.fromArray(S, c, c0 + 3 * W), r31 = FloatVector.fromArray(S, c, c0 + 3 * W + L);
    FloatVector r40 = FloatVector.fromArray(S, c, c0 + 4 * W), r41 = FloatVector.fromArray(S, c, c0 + 4 * W + L);
    FloatVector r50 = FloatVector.fromArray(S, c, c0 + 5 * W), r51 = FloatVector.fromArray(S, c, c0 + 5 * W + L);
    FloatVector r60 = FloatVector.fromArray(S, c, c0 + 6 * W), r61 = FloatVector.fromArray(S, c, c0 + 6 * W + L);
    FloatVector r70 = FloatVector.fromArray(S, c, c0 + 7 * W), r71 = FloatVector.fromArray(S, c, c0 + 7 * W + L);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(S, b, bk + k * W), b1 = FloatVector.fromArray(S, b, bk + k * W + L);
      FloatVector x = FloatVector.broadcast(S, a[a0 + k * W]);
      r00 = x.fma(b0, r00);
      r01 = x.fma(b1, r01);
      x = FloatVector.broadcast(S, a[a0 + k * W + 1]);
      r10 = x.fma(b0, r10);
      r11 = x.fma(b1, r11);
      x = FloatVector.broadcast(S, a[a0 + k * W + 2]);
      r20 = x.fma(b0, r20);
      r21 = x.fma(b1, r21);
      x = FloatVector.broadcast(S, a[a0 + k * W + 3]);
      r30 = x.fma(b0, r30);
      r31 = x.fma(b1, r31);
      x = FloatVector.broadcast(S, a[a0 + k * W + 4]);
      r40 = x.fma(b0, r40);
      r41 = x.fma(b1, r41);
      x = FloatVector.broadcast(S, a[a0 + k * W + 5]);
      r50 = x.fma(b0, r50);
      r51 = x.fma(b1, r51);
      x = FloatVector.broadcast(S, a[a0 + k * W + 6]);
      r60 = x.fma(b0, r60);
      r61 = x.fma(b1, r61);
      x = FloatVector.broadcast(S, a[a0 + k * W + 7]);
      r70 = x.fma(b0, r70);
      r71 = x.fma(b1, r71);
    }
    r00.intoArray(c, c0);
    r01.intoArray(c, c0 + L);
    r10.intoArray(c, c0 + W);
    r11.intoArray(c, c0 + W + L);
    r20.intoArray(c, c0 + 2 * W);
    r21.intoArray(c, c0 + 2 * W + L);
    r30.intoArray(c, c0 + 3 * W);
    r31.intoArray(c, c0 + 3 * W + L);
    r40.intoArray(c, c0 + 4 * W);
    r41.intoArray(c, c0 + 4 * W + L);
    r50.intoArray(c, c0 + 5 * W);
    r51.intoArray(c, c0 + 5 * W + L);
    r60.intoArray(c, c0 + 6 * W);
    r61.intoArray(c, c0 + 6 * W + L);
    r70.intoArray(c, c0 + 7 * W);
    r71.intoArray(c, c0 + 7 * W + L);
  }

  private static void gram4(float[] c, int c0, float[] a, int a0, float[] b, int bk, int depth) {
    FloatVector r00 = FloatVector.fromArray(S, c, c0), r01 = FloatVector.fromArray(S, c, c0 + L);
    FloatVector r10 = FloatVector.fromArray(S, c, c0 + W), r11 = FloatVector.fromArray(S, c, c0 + W + L);
    FloatVector r20 = FloatVector.fromArray(S, c, c0 + 2 * W), r21 = FloatVector.fromArray(S, c, c0 + 2 * W + L);
    FloatVector r30 = FloatVector.fromArray(S, c, c0 + 3 * W), r31 = FloatVector.fromArray(S, c, c0 + 3 * W + L);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(S, b, bk + k * W), b1 = FloatVector.fromArray(S, b, bk + k * W + L);
      FloatVector x = FloatVector.broadcast(S, a[a0 + k * W]);
      r00 = x.fma(b0, r00);
      r01 = x.fma(b1, r01);
      x = FloatVector.broadcast(S, a[a0 + k * W + 1]);
      r10 = x.fma(b0, r10);
      r11 = x.fma(b1, r11);
      x = FloatVector.broadcast(S, a[a0 + k * W + 2]);
      r20 = x.fma(b0, r20);
      r21 = x.fma(b1, r21);
      x = FloatVector.broadcast(S, a[a0 + k * W + 3]);
      r30 = x.fma(b0, r30);
      r31 = x.fma(b1, r31);
    }
    r00.intoArray(c, c0);
    r01.intoArray(c, c0 + L);
    r10.intoArray(c, c0 + W);
    r11.intoArray(c, c0 + W + L);
    r20.intoArray(c, c0 + 2 * W);
    r21.intoArray(c, c0 + 2 * W + L);
    r30.intoArray(c, c0 + 3 * W);
    r31.intoArray(c, c0 + 3 * W + L);
  }
  /** Σ a·b over the columns of one row of each, panels {@code aStride} and {@code bStride} apart. */
  static float dot(float[] a, int a0, int aStride, float[] b, int b0, int bStride, int columns) {
    FloatVector low = FloatVector.zero(S), high = FloatVector.zero(S);
    for (int c = 0; c < columns; c += W) {
      low = FloatVector.fromArray(S, a, a0).fma(FloatVector.fromArray(S, b, b0), low);
      high = FloatVector.fromArray(S, a, a0 + L).fma(FloatVector.fromArray(S, b, b0 + L), high);
      a0 += aStride;
      b0 += bStride;
    }
    // In a fixed order, which a reduction of the vector's own does not promise from interpreted to compiled code. Here
    // and not in a method: a vector that crosses a call that is not inlined is an object.
    FloatVector v = low.add(high);
    v = v.add(v.rearrange(HALF));
    v = v.add(v.rearrange(QUARTER));
    v = v.add(v.rearrange(EIGHTH));
    return v.add(v.rearrange(SIXTEENTH)).lane(0) * UNDO;
  }

  private static final VectorShuffle<Float> HALF = rotation(L / 2), QUARTER = rotation(L / 4);
  private static final VectorShuffle<Float> EIGHTH = rotation(L / 8), SIXTEENTH = rotation(L / 16);
  /** Undoes the doublings by rotations of zero lanes in vectors shorter than 16. */
  private static final float UNDO = Math.min(1f, L / 16f);

  private static VectorShuffle<Float> rotation(int lanes) {
    return VectorShuffle.iota(S, lanes, 1, true);
  }
}
