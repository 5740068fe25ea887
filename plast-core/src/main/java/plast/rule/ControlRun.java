package plast.rule;

import java.util.Map;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rule.Activity.Lag;
import plast.rule.Activity.Side;

/**
 * The controls among named rules, which look at other synapses or draw numbers and so are no equations: H of a
 * {@link WeakRule} whose form has no text. Equal seeds give equal directions.
 */
final class ControlRun implements BatchRule {
  private final WeakRule rule;
  private final Seed seed;
  private final Matrix product;
  private final double[] meanPost;
  private final double[] meanPre;
  private final double[] square;
  private final double[] covariance;
  private final int[] fixedPermutation;

  ControlRun(WeakRule rule, RuleFrame frame, Seed seed) {
    this.rule = rule;
    this.seed = seed;
    product = Matrix.zeros(frame.post(), frame.pre());
    meanPost = new double[frame.post()];
    meanPre = new double[frame.pre()];
    square = new double[Math.max(frame.post(), frame.pre())];
    covariance = new double[frame.post() * frame.pre()];
    fixedPermutation = rule.form() == WeakRule.Form.PERM_FIXED
        ? seed.stream("permutation").permutation(covariance.length) : new int[0];
  }

  @Override
  public boolean isIdle() {
    return false;
  }

  @Override
  public boolean readsProduct() {
    return rule.form() != WeakRule.Form.NOISE;
  }

  @Override
  public void write(Activity activity, double[] w, double[] gradient, double clip, long update, double[] change) {
    if (readsProduct()) measure(activity);
    switch (rule.form()) {
      case PERM_FIXED -> permuted(w, change, fixedPermutation);
      case PERM -> permuted(w, change, seed.stream("permutation", update).permutation(covariance.length));
      case UNIFORM -> uniform(w, change);
      case NOISE -> noise(update, change);
      default -> throw new IllegalStateException(rule.form() + " is a rule by its equations");
    }
    for (int k = 0; k < change.length; k++) change[k] -= rule.decay() * w[k];
  }

  /** C = ⟨post pre⟩ − ⟨post⟩⟨pre⟩, pre as it acts. */
  private void measure(Activity activity) {
    activity.product(Lag.AS_IT_ACTS, product);
    int rows = activity.rows();
    activity.panels(Side.POST).columnMoments(activity.row(Side.POST, Lag.NOW), rows, meanPost, square);
    activity.panels(Side.PRE).columnMoments(activity.row(Side.PRE, Lag.AS_IT_ACTS), rows, meanPre, square);
    int columns = meanPre.length;
    for (int i = 0; i < meanPost.length; i++) {
      for (int j = 0; j < columns; j++) {
        covariance[i * columns + j] = product.values()[i * columns + j] - meanPost[i] * meanPre[j];
      }
    }
  }

  private void permuted(double[] w, double[] change, int[] order) {
    for (int k = 0; k < change.length; k++) change[k] = Math.signum(w[k]) * Math.abs(covariance[order[k]]);
  }

  private void uniform(double[] w, double[] change) {
    double sum = 0;
    for (double c : covariance) sum += Math.abs(c);
    for (int k = 0; k < change.length; k++) change[k] = Math.signum(w[k]) * (sum / change.length);
  }

  private void noise(long update, double[] change) {
    var random = seed.stream("rule noise", update);
    for (int k = 0; k < change.length; k++) change[k] = random.nextGaussian();
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of();
  }
}
