package plast.rate;

import org.jspecify.annotations.Nullable;
import plast.math.Matrix;
import plast.math.Panels;
import plast.rule.Activity;

/** Both sides of a projection in the panels of the latest forward pass. */
public final class ProjectionActivity implements Activity {
  private final int posts;
  private @Nullable Panels post;
  private @Nullable Panels pre;
  private @Nullable Panels known;
  private @Nullable Panels buffer;
  private int postRow;
  private int actingRow;
  private int preRow;
  private int trials;
  private int rows;

  /** @param post how many postsynaptic neurons there are */
  public ProjectionActivity(int post) {
    posts = post;
  }

  /** Rows of step 1: of the presynaptic side the one that acts, and the one of the same step. */
  public ProjectionActivity at(int postRow, int actingRow, int preRow) {
    this.postRow = postRow;
    this.actingRow = actingRow;
    this.preRow = preRow;
    return this;
  }

  /** Shows {@code steps} of {@code trials}; {@code known} is Σ post · pre, if it is. */
  public ProjectionActivity show(Panels post, Panels pre, int steps, int trials, @Nullable Panels known) {
    this.post = post;
    this.pre = pre;
    this.trials = trials;
    this.known = known;
    rows = steps * trials;
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
    Panels panels = side == Side.POST ? post : pre;
    if (panels == null) throw new IllegalStateException("no forward pass has been made");
    return panels;
  }

  @Override
  public int row(Side side, Lag lag) {
    int now = side == Side.POST ? postRow : preRow;
    return switch (lag) {
      case NOW -> now;
      case PREVIOUS -> now - trials;
      case AS_IT_ACTS -> side == Side.POST ? now : actingRow;
    };
  }

  @Override
  public void product(Lag lag, Matrix to) {
    if (known != null && lag == Lag.AS_IT_ACTS) {
      known.copyTo(to, 1.0 / rows);
      return;
    }
    Panels f = panels(Side.POST), g = panels(Side.PRE);
    if (buffer == null) buffer = g.like((posts + 7) / 8 * 8, g.columns());
    buffer.clear(0, buffer.rows());
    buffer.addGram(f, postRow, g, row(Side.PRE, lag), rows);
    buffer.copyTo(to, 1.0 / rows);
  }
}
