package plast.rule;

import org.jspecify.annotations.Nullable;
import plast.equation.Placement;
import plast.equation.Printed;
import plast.equation.SeparableTerm.Average;
import plast.equation.Trees;
import plast.kernel.Kernels;
import plast.math.Matrix;
import plast.math.Panels;
import plast.rule.Activity.Lag;
import plast.rule.Activity.Side;

/** One average over the steps and trials of a batch, ⟨f(post) · g(pre)⟩: a matrix product, or a sum over one side. */
final class AverageOverBatch {
  private final Average average;
  private final SideFactor post;
  private final SideFactor pre;
  private final Matrix product;
  private final double[] target;
  private final double[] unused;
  private @Nullable Panels buffer;

  /** @param name under which {@code values} will hold it */
  AverageOverBatch(String name, Average average, RuleValues values, Kernels kernels) {
    this.average = average;
    if (!average.gain().equals(Trees.ONE)) {
      throw new IllegalArgumentException(
          "rule: " + Printed.of(average.expression()) + " averages what is no activity of a neuron");
    }
    post = new SideFactor(Side.POST, average.post(), values, kernels);
    pre = new SideFactor(Side.PRE, average.pre(), values, kernels);
    Placement place = average.isProduct() ? Placement.SYNAPSE
        : average.pre().equals(Trees.ONE) ? Placement.POSTSYNAPTIC : Placement.PRESYNAPTIC;
    target = values.put(name, place);
    product = new Matrix(average.isProduct() ? values.size(Placement.POSTSYNAPTIC) : 0,
        values.size(Placement.PRESYNAPTIC), average.isProduct() ? target : new double[0]);
    unused = new double[target.length];
  }

  boolean isPlainProduct() {
    return average.isProduct() && post.isPlain() && pre.isPlain();
  }

  void measure(Activity activity) {
    if (isPlainProduct()) activity.product(Lag.AS_IT_ACTS, product);
    else if (average.isProduct()) product(activity);
    else oneSided(average.pre().equals(Trees.ONE) ? post : pre, activity);
  }

  private void product(Activity activity) {
    Panels f = post.panels(activity), g = pre.panels(activity);
    if (buffer == null) buffer = f.like((f.columns() + 7) / 8 * 8, g.columns());
    buffer.clear(0, buffer.rows());
    buffer.addGram(f, post.row(activity), g, pre.row(activity), activity.rows());
    buffer.copyTo(product, 1.0 / activity.rows());
  }

  private void oneSided(SideFactor side, Activity activity) {
    Panels f = side.panels(activity);
    boolean square = side.isSquare();
    f.columnMoments(side.row(activity), activity.rows(), square ? unused : target, square ? target : unused);
  }
}
