package plast.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.equation.Expr;
import plast.equation.Placement;
import plast.equation.SeparableTerm.Average;
import plast.equation.Trees;
import plast.kernel.Kernels;
import plast.math.Matrix;
import plast.math.Panels;
import plast.rule.Activity.Lag;
import plast.rule.Activity.Side;
import plast.rule.TrialRows.Reading;

/**
 * One average over the steps and trials of a batch, ⟨f(post) · g(pre)⟩: a matrix product, or a sum over one side. What
 * is constant during trials is averaged over trials alone. What is the same for all neurons goes with one side.
 */
final class AverageOverBatch implements BatchAverage {
  private static final Set<String> STEPS = Set.of("pre", "post", "t", "t_in_timesteps");

  private final boolean isProduct;
  private final boolean isOfPost;
  private final SideFactor post;
  private final SideFactor pre;
  private final Matrix product;
  private final double[] target;
  private final double[] unused;
  private @Nullable Panels buffer;

  private AverageOverBatch(String name, Average average, RuleReader reader, Kernels kernels) {
    boolean steps = everyStep(average, reader);
    isProduct = average.isProduct();
    isOfPost = !average.post().equals(Trees.ONE);
    Expr f = isOfPost ? gained(average, average.post()) : average.post();
    Expr g = isOfPost ? average.pre() : gained(average, average.pre());
    post = new SideFactor(Side.POST, f, reader, steps, kernels);
    pre = new SideFactor(Side.PRE, g, reader, steps, kernels);
    Placement place = isProduct ? Placement.SYNAPSE : isOfPost ? Placement.POSTSYNAPTIC : Placement.PRESYNAPTIC;
    RuleValues values = reader.values();
    target = values.put(name, place);
    product = new Matrix(isProduct ? values.size(Placement.POSTSYNAPTIC) : 0, values.size(Placement.PRESYNAPTIC),
        isProduct ? target : new double[0]);
    unused = new double[target.length];
  }

  /** @param name under which the values will hold it */
  static BatchAverage of(String name, Average average, RuleReader reader, Kernels kernels) {
    boolean neurons = !average.post().equals(Trees.ONE) || !average.pre().equals(Trees.ONE);
    return neurons ? new AverageOverBatch(name, average, reader, kernels)
        : new GainAverage(name, average, everyStep(average, reader), reader, kernels);
  }

  private static Expr gained(Average average, Expr side) {
    return average.gain().equals(Trees.ONE) ? side : Trees.multiply(average.gain(), side);
  }

  /** Whether what is averaged has a value for each step. */
  private static boolean everyStep(Average average, RuleReader reader) {
    Expr all = average.expression();
    return Trees.mentions(all, STEPS)
        || reader.reading() == Reading.STEP && Trees.mentions(all, reader.rows().states().keySet());
  }

  @Override
  public boolean isPlainProduct() {
    return isProduct && post.isPlain() && pre.isPlain();
  }

  @Override
  public void measure(Activity activity) {
    if (isPlainProduct()) activity.product(Lag.AS_IT_ACTS, product);
    else if (isProduct) product(activity);
    else oneSided(isOfPost ? post : pre, activity);
  }

  private void product(Activity activity) {
    Panels f = post.panels(activity), g = pre.panels(activity);
    if (buffer == null) buffer = f.like((f.columns() + 7) / 8 * 8, g.columns());
    int count = post.count(activity);
    buffer.clear(0, buffer.rows());
    buffer.addGram(f, post.row(activity), g, pre.row(activity), count);
    buffer.copyTo(product, 1.0 / count);
  }

  private void oneSided(SideFactor side, Activity activity) {
    Panels f = side.panels(activity);
    boolean square = side.isSquare();
    int count = side.count(activity);
    f.columnMoments(side.row(activity), count, square ? unused : target, square ? target : unused);
  }
}
