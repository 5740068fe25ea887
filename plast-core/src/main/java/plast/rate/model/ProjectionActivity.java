package plast.rate.model;

import org.jspecify.annotations.Nullable;
import plast.math.Matrix;
import plast.math.Panels;
import plast.rule.Activity;

/** Both sides of a projection in the panels of the latest forward pass. */
final class ProjectionActivity implements Activity {
  private final Panels post;
  private final Panels pre;
  private final Sides sides;
  private @Nullable Panels known;
  private @Nullable Panels buffer;
  private int trials;
  private int rows;

  /** What is on both sides: the block of trials where step 1 stands, of pre the one that acts then and its own. */
  enum Sides {
    UNITS_TO_UNITS(1, 0, 1),
    STIMULUS_TO_UNITS(1, 0, 0),
    UNITS_TO_READOUT(0, 1, 1);

    private final int post;
    private final int acting;
    private final int pre;

    Sides(int post, int acting, int pre) {
      this.post = post;
      this.acting = acting;
      this.pre = pre;
    }
  }

  ProjectionActivity(Panels post, Panels pre, Sides sides) {
    this.post = post;
    this.pre = pre;
    this.sides = sides;
  }

  /** Shows a pass; {@code known} is Σ post · pre, if it is. */
  ProjectionActivity show(ModelNetwork.Extent pass, @Nullable Panels known) {
    this.known = known;
    trials = pass.trials();
    rows = pass.steps() * trials;
    return this;
  }

  @Override
  public int rows() {
    return rows;
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
    int now = side == Side.POST ? sides.post : sides.pre;
    return trials * switch (lag) {
      case NOW -> now;
      case PREVIOUS -> now - 1;
      case AS_IT_ACTS -> side == Side.POST ? now : sides.acting;
    };
  }

  @Override
  public void product(Lag lag, Matrix to) {
    if (known != null && lag == Lag.AS_IT_ACTS) {
      known.copyTo(to, 1.0 / rows);
      return;
    }
    if (buffer == null) buffer = pre.like((post.columns() + 7) / 8 * 8, pre.columns());
    buffer.clear(0, buffer.rows());
    buffer.addGram(post, row(Side.POST, Lag.NOW), pre, row(Side.PRE, lag), rows);
    buffer.copyTo(to, 1.0 / rows);
  }
}
