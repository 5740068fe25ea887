package plast.rule;

import plast.math.Matrix;
import plast.rule.Activity.Lag;
import plast.rule.Activity.Side;

/**
 * What the rules of one projection read from a batch: means over trials and steps t = 1..T.
 *
 * <pre>
 * product[i][j] = ⟨post_i[t] · pre_j[t−1]⟩      zeroLag[i][j] = ⟨post_i[t] · pre_j[t]⟩
 * </pre>
 * For a projection from inputs or to outputs, whose pre acts within the step, both are the product of the same step.
 * Buffers are reused from batch to batch.
 */
public final class Coactivity {
  private final Matrix product;
  private final Matrix zeroLag;
  private final double[] meanPost;
  private final double[] meanPre;
  private final double[] squarePost;
  private final double[] squarePre;

  public Coactivity(int post, int pre) {
    product = Matrix.zeros(post, pre);
    zeroLag = Matrix.zeros(post, pre);
    meanPost = new double[post];
    meanPre = new double[pre];
    squarePost = new double[post];
    squarePre = new double[pre];
  }

  /** Takes what {@code form} reads of {@code activity}. */
  public void measure(Activity activity, WeakRule.Form form) {
    activity.product(Lag.AS_IT_ACTS, product);
    if (form.readsZeroLag()) activity.product(Lag.NOW, zeroLag);
    if (!form.readsMoments()) return;
    activity.panels(Side.POST).columnMoments(activity.row(Side.POST, Lag.NOW), activity.rows(), meanPost, squarePost);
    int acting = activity.row(Side.PRE, Lag.AS_IT_ACTS);
    activity.panels(Side.PRE).columnMoments(acting, activity.rows(), meanPre, squarePre);
  }

  public Matrix product() {
    return product;
  }

  public Matrix zeroLag() {
    return zeroLag;
  }

  /** ⟨post_i[t]⟩ */
  public double[] meanPost() {
    return meanPost;
  }

  /** ⟨pre_j[t−1]⟩ */
  public double[] meanPre() {
    return meanPre;
  }

  /** ⟨post_i[t]²⟩ */
  public double[] squarePost() {
    return squarePost;
  }

  /** ⟨pre_j[t−1]²⟩ */
  public double[] squarePre() {
    return squarePre;
  }

  /** Writes the lagged covariance, product − meanPost·meanPre, into {@code c}, row-major. */
  void covariance(double[] c) {
    covariance(product, meanPre, c);
  }

  /** Writes the zero-lag covariance into {@code c}. */
  void zeroLagCovariance(double[] c) {
    covariance(zeroLag, product.rows() == product.columns() ? meanPost : meanPre, c);
  }

  private void covariance(Matrix p, double[] pre, double[] c) {
    int columns = p.columns();
    for (int i = 0; i < p.rows(); i++) {
      double post = meanPost[i];
      for (int j = 0; j < columns; j++) c[i * columns + j] = p.values()[i * columns + j] - post * pre[j];
    }
  }
}
