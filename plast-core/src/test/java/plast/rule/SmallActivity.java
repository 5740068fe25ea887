package plast.rule;

import java.util.random.RandomGenerator;
import plast.math.DoublePanels;
import plast.math.Matrix;
import plast.math.Panels;

/** Random rates of a few neurons, one trial, and averages over its steps by their definition. */
final class SmallActivity implements Activity {
  static final int POST = 2, PRE = 3, STEPS = 4;

  final double[][] post = new double[STEPS][POST];
  final double[][] pre = new double[STEPS][PRE];

  SmallActivity(RandomGenerator random) {
    for (double[] step : post) for (int i = 0; i < POST; i++) step[i] = random.nextDouble(0, 1);
    for (double[] step : pre) for (int j = 0; j < PRE; j++) step[j] = random.nextDouble(0, 1);
  }

  interface Function {
    double of(double post, double pre);
  }

  /** ⟨f(post_i, pre_j)⟩ */
  double mean(int i, int j, Function f) {
    double sum = 0;
    for (int t = 0; t < STEPS; t++) sum += f.of(post[t][i], pre[t][j]);
    return sum / STEPS;
  }

  @Override
  public int rows() {
    return STEPS;
  }

  @Override
  public int trials() {
    return 1;
  }

  @Override
  public Panels panels(Side side) {
    double[][] rates = side == Side.POST ? post : pre;
    Panels panels = new DoublePanels(STEPS, rates[0].length);
    for (int t = 0; t < STEPS; t++) for (int k = 0; k < rates[t].length; k++) panels.set(t, k, rates[t][k]);
    return panels;
  }

  @Override
  public int row(Side side, Lag lag) {
    return lag == Lag.PREVIOUS ? -1 : 0;
  }

  @Override
  public void product(Lag lag, Matrix to) {
    for (int i = 0; i < POST; i++) for (int j = 0; j < PRE; j++) to.set(i, j, mean(i, j, (a, b) -> a * b));
  }
}
