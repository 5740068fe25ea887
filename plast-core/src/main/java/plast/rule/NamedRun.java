package plast.rule;

import java.util.Map;

/** A {@link WeakRule} at work: what it writes is H, to be multiplied by the Hebbian rate. */
public final class NamedRun implements BatchRule {
  private final WeakRule rule;
  private final WeakDirection direction;
  private final Coactivity coactivity;

  /** @param direction of {@code rule} on a projection of {@code post} x {@code pre} synapses */
  public NamedRun(WeakRule rule, WeakDirection direction, int post, int pre) {
    this.rule = rule;
    this.direction = direction;
    coactivity = new Coactivity(post, pre);
  }

  @Override
  public boolean isIdle() {
    return rule.form() == WeakRule.Form.NONE && rule.decay() == 0;
  }

  @Override
  public boolean readsProduct() {
    return rule.form().readsActivity();
  }

  @Override
  public void write(Activity activity, double[] w, double[] gradient, double clip, long update, double[] change) {
    if (rule.form().readsActivity()) coactivity.measure(activity, rule.form());
    direction.write(coactivity, w, update, change);
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of();
  }
}
