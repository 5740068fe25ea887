package plast.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost matrix products: a tile of {@link #ROWS} rows by one panel held in registers. Accumulators start from
 * memory and the loops are free of branches: a vector that merges over a branch is boxed by the compiler, which costs a
 * factor of five. Strides are constants, so that bounds checks leave the loop.
 */
final class FloatTiles {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
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

  /**
   * Σ a·b over the columns of four consecutive rows of a and one of b, panels {@code aStride} and {@code bStride}
   * apart.
   *
   * @param sums the four results
   */
  static void dot4(
      float[] a, int a0, int aStride, float[] b, int b0, int bStride, int columns, float[] sums) {
    FloatVector s0 = FloatVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
    for (int c = 0; c < columns; c += W) {
      FloatVector low = FloatVector.fromArray(S, b, b0), high = FloatVector.fromArray(S, b, b0 + L);
      s0 = low.fma(FloatVector.fromArray(S, a, a0), s0);
      s1 = low.fma(FloatVector.fromArray(S, a, a0 + W), s1);
      s2 = low.fma(FloatVector.fromArray(S, a, a0 + 2 * W), s2);
      s3 = low.fma(FloatVector.fromArray(S, a, a0 + 3 * W), s3);
      s0 = high.fma(FloatVector.fromArray(S, a, a0 + L), s0);
      s1 = high.fma(FloatVector.fromArray(S, a, a0 + W + L), s1);
      s2 = high.fma(FloatVector.fromArray(S, a, a0 + 2 * W + L), s2);
      s3 = high.fma(FloatVector.fromArray(S, a, a0 + 3 * W + L), s3);
      a0 += aStride;
      b0 += bStride;
    }
    // In a fixed order, which a reduction of the vector's own does not promise from interpreted to compiled code. Here
    // and not in a method: a vector that crosses a call that is not inlined is an object.
    // Two rows share a vector after the first fold, four after the second.
    FloatVector s01 = s0.blend(s1, UPPER_HALF).add(s1.blend(s0, UPPER_HALF).rearrange(HALF));
    FloatVector s23 = s2.blend(s3, UPPER_HALF).add(s3.blend(s2, UPPER_HALF).rearrange(HALF));
    FloatVector all = s01.blend(s23, ODD_QUARTERS).add(s23.blend(s01, ODD_QUARTERS).rearrange(SWAP_QUARTERS));
    all = all.add(all.rearrange(SWAP_EIGHTHS));
    all = all.add(all.rearrange(SWAP_SIXTEENTHS));
    sums[0] = all.lane(0) * UNDO;
    sums[1] = all.lane(L / 2) * UNDO;
    sums[2] = all.lane(L / 4) * UNDO;
    sums[3] = all.lane(L / 2 + L / 4) * UNDO;
  }

  private static final VectorShuffle<Float> HALF = swap(L / 2), SWAP_QUARTERS = swap(L / 4);
  private static final VectorShuffle<Float> SWAP_EIGHTHS = swap(L / 8), SWAP_SIXTEENTHS = swap(L / 16);
  private static final VectorMask<Float> UPPER_HALF = everyOther(L / 2), ODD_QUARTERS = everyOther(L / 4);
  /** Undoes the doublings by swaps of zero lanes in vectors shorter than 16. */
  private static final float UNDO = Math.min(1f, L / 16f);

  /** Exchanges neighbouring blocks of {@code lanes} lanes. */
  private static VectorShuffle<Float> swap(int lanes) {
    return VectorShuffle.fromOp(S, lane -> lane ^ lanes);
  }

  /** The odd blocks of {@code lanes} lanes. */
  private static VectorMask<Float> everyOther(int lanes) {
    boolean[] set = new boolean[L];
    for (int lane = 0; lane < L; lane++) set[lane] = (lane & lanes) != 0;
    return VectorMask.fromArray(S, set, 0);
  }
}
