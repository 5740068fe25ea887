package plast.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products in tiles as {@link FloatTiles} has them: accumulators stay in registers from the first product to
 * the last, and start from zeros.
 */
final class FloatSums {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int W = FloatPanels.WIDTH;
  private static final int ROWS = FloatTiles.ROWS;

  private FloatSums() {}

  /**
   * {@code c = Σ a · b} for {@link #ROWS} rows of one panel of c: the rows of a begin {@code k} further than
   * {@code sum} says.
   *
   * @param narrow whether only the panel's first vector is used
   */
  static void tile(
      float[] c, int c0, Products sum, int panel, int k, boolean narrow) {
    if (ROWS == 4) product4(c, c0, sum, panel, k);
    else if (narrow) product8Narrow(c, c0, sum, panel, k);
    else product8(c, c0, sum, panel, k);
  }

  /** The rows that fill no tile, {@code count} below {@link #ROWS}. */
  static void rest(
      float[] c, int c0, Products sum, int panel, int k, int count) {
    int i = 0;
    if (count >= 4) {
      product4(c, c0, sum, panel, k);
      i = 4;
    }
    for (; i < count; i++) product1(c, c0 + i * W, sum, panel, k + i);
  }

  private static void product8(
      float[] c, int c0, Products sum, int panel, int row) {
    FloatVector r00 = FloatVector.zero(S), r01 = FloatVector.zero(S);
    FloatVector r10 = FloatVector.zero(S), r11 = FloatVector.zero(S);
    FloatVector r20 = FloatVector.zero(S), r21 = FloatVector.zero(S);
    FloatVector r30 = FloatVector.zero(S), r31 = FloatVector.zero(S);
    FloatVector r40 = FloatVector.zero(S), r41 = FloatVector.zero(S);
    FloatVector r50 = FloatVector.zero(S), r51 = FloatVector.zero(S);
    FloatVector r60 = FloatVector.zero(S), r61 = FloatVector.zero(S);
    FloatVector r70 = FloatVector.zero(S), r71 = FloatVector.zero(S);
    for (int n = 0; n < sum.depths.length; n++) {
      float[] a = sum.left[n], b = sum.right[n];
      int a0 = sum.starts[n] + row * W, bk = panel * sum.rightStrides[n], stride = sum.strides[n];
      int depth = sum.depths[n];
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

  private static void product8Narrow(
      float[] c, int c0, Products sum, int panel, int row) {
    FloatVector r00 = FloatVector.zero(S);
    FloatVector r10 = FloatVector.zero(S);
    FloatVector r20 = FloatVector.zero(S);
    FloatVector r30 = FloatVector.zero(S);
    FloatVector r40 = FloatVector.zero(S);
    FloatVector r50 = FloatVector.zero(S);
    FloatVector r60 = FloatVector.zero(S);
    FloatVector r70 = FloatVector.zero(S);
    for (int n = 0; n < sum.depths.length; n++) {
      float[] a = sum.left[n], b = sum.right[n];
      int a0 = sum.starts[n] + row * W, bk = panel * sum.rightStrides[n], stride = sum.strides[n];
      int depth = sum.depths[n];
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

  private static void product4(
      float[] c, int c0, Products sum, int panel, int row) {
    FloatVector r00 = FloatVector.zero(S), r01 = FloatVector.zero(S);
    FloatVector r10 = FloatVector.zero(S), r11 = FloatVector.zero(S);
    FloatVector r20 = FloatVector.zero(S), r21 = FloatVector.zero(S);
    FloatVector r30 = FloatVector.zero(S), r31 = FloatVector.zero(S);
    for (int n = 0; n < sum.depths.length; n++) {
      float[] a = sum.left[n], b = sum.right[n];
      int a0 = sum.starts[n] + row * W, bk = panel * sum.rightStrides[n], stride = sum.strides[n];
      int depth = sum.depths[n];
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

  private static void product1(
      float[] c, int c0, Products sum, int panel, int row) {
    FloatVector r00 = FloatVector.zero(S), r01 = FloatVector.zero(S);
    for (int n = 0; n < sum.depths.length; n++) {
      float[] a = sum.left[n], b = sum.right[n];
      int a0 = sum.starts[n] + row * W, bk = panel * sum.rightStrides[n], stride = sum.strides[n];
      int depth = sum.depths[n];
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
    }
    r00.intoArray(c, c0);
    r01.intoArray(c, c0 + L);
  }
}
