package plast.rule;

import java.util.random.RandomGenerator;
import plast.math.DoublePanels;
import plast.math.Matrix;
import plast.math.Panels;

/** Random rates of a few recurrent neurons in several trials, with pre one step behind post. */
final class TrialActivity implements Activity {
  static final int POST = 3, PRE = 5;

  final int steps;
  final int trials;
  private final Panels post;
  private final Panels pre;

  TrialActivity(RandomGenerator random, int steps, int trials) {
    this.steps = steps;
    this.trials = trials;
    post = random(random, POST);
    pre = random(random, PRE);
  }

  private Panels random(RandomGenerator random, int width) {
    Panels panels = new DoublePanels((steps + 1) * trials, width);
    for (int row = 0; row < panels.rows(); row++) {
      for (int k = 0; k < width; k++) panels.set(row, k, random.nextDouble(-1, 1));
    }
    return panels;
  }

  /** post_i at step t = 1..T of a trial. */
  double post(int t, int b, int i) {
    return post.get(t * trials + b, i);
  }

  /** pre_j as it acts at step t. */
  double pre(int t, int b, int j) {
    return pre.get((t - 1) * trials + b, j);
  }

  /** pre_j of step t itself. */
  double now(int t, int b, int j) {
    return pre.get(t * trials + b, j);
  }

  @Override
  public int rows() {
    return steps * trials;
  }

  @Override
  public int trials() {
    return trials;
  }

  @Override
  public Panels panels(Side side) {
    return side == Side.POST ? post : pre;
  }

  @Override
  public int row(Side side, Lag lag) {
    return switch (lag) {
      case NOW -> trials;
      case PREVIOUS -> 0;
      case AS_IT_ACTS -> side == Side.POST ? trials : 0;
    };
  }

  @Override
  public void product(Lag lag, Matrix to) {
    for (int i = 0; i < POST; i++) {
      for (int j = 0; j < PRE; j++) {
        double sum = 0;
        for (int t = 1; t <= steps; t++) {
          for (int b = 0; b < trials; b++) sum += post(t, b, i) * (lag == Lag.NOW ? now(t, b, j) : pre(t, b, j));
        }
        to.set(i, j, sum / (steps * trials));
      }
    }
  }
}
