package plast.learn;

import java.util.Arrays;
import plast.rule.Switching;

/**
 * Which synapses of one projection follow the gradient and which the weak rule, update after update, in each
 * {@link PlasticitySettings.Mode}.
 */
final class Partition {
  private final PlasticitySettings settings;
  private final Switching switching;
  private final double[] constant;
  private double[] gradient;
  // A synapse follows the weak rule where offset + slope · gradient is 1; it is 0 elsewhere.
  private double weakOffset;
  private double weakSlope;
  private boolean switches;
  private boolean anyWeak;
  private int followers;

  Partition(PlasticitySettings settings, Switching switching) {
    this.settings = settings;
    this.switching = switching;
    constant = new double[switching.strong().length];
    gradient = constant;
    refresh(0);
  }

  /** Brings both factors up to date from the weights that the forward pass used. */
  void update(double[] weights, long update) {
    switches = isSwitching(update);
    if (switches) switching.update(weights);
    boolean changed = switches && switching.switchedUp() + switching.switchedDown() > 0;
    if (changed || update == settings.updates()) refresh(update);
  }

  private boolean isSwitching(long update) {
    return switch (settings.mode()) {
      case PS, HSTOP, ACCUM -> true;
      case PREH -> update < settings.updates();
      case BP, FIXED, HEBB_ALL, BOTH -> false;
    };
  }

  /** Sets the factors of the given update without evaluating the switch; needed where they change, and on restoring. */
  void refresh(long update) {
    boolean ruleActs = settings.mode() != PlasticitySettings.Mode.HSTOP || update < settings.updates();
    switch (settings.mode()) {
      case BP -> set(1, 0);
      case HEBB_ALL -> set(0, 1);
      case BOTH -> set(1, 1);
      case PREH -> {
        if (update < settings.updates()) split(true);
        else set(1, 0);
      }
      case PS, HSTOP, ACCUM, FIXED -> split(ruleActs);
    }
  }

  private void set(double followsGradient, double followsRule) {
    Arrays.fill(constant, followsGradient);
    gradient = constant;
    weakOffset = followsRule;
    weakSlope = 0;
    anyWeak = followsRule != 0 && constant.length > 0;
    followers = (int) followsGradient * constant.length;
  }

  private void split(boolean ruleActs) {
    gradient = switching.strong();
    weakOffset = ruleActs ? 1 : 0;
    weakSlope = -weakOffset;
    followers = switching.strongCount();
    anyWeak = ruleActs && followers < constant.length;
  }

  /** How many synapses follow the gradient. */
  int followers() {
    return followers;
  }

  /** 1 where a synapse follows the gradient, else 0. */
  double[] gradient() {
    return gradient;
  }

  /** {@code w[k] += rate · h[k]} where a synapse follows the weak rule. */
  void addWeak(double[] w, double rate, double[] h) {
    double[] g = gradient;
    double offset = weakOffset * rate, slope = weakSlope * rate;
    for (int k = 0; k < w.length; k++) w[k] += (offset + slope * g[k]) * h[k];
  }

  boolean isWeak(int k) {
    return weakOffset + weakSlope * gradient[k] == 1;
  }

  boolean anyWeak() {
    return anyWeak;
  }

  int switchedUp() {
    return switches ? switching.switchedUp() : 0;
  }

  int switchedDown() {
    return switches ? switching.switchedDown() : 0;
  }

  Switching switching() {
    return switching;
  }
}
