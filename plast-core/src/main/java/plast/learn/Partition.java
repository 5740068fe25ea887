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
  private final double[] gradient;
  private final double[] weak;
  private boolean switches;
  private boolean anyWeak;

  Partition(PlasticitySettings settings, Switching switching) {
    this.settings = settings;
    this.switching = switching;
    gradient = new double[switching.strong().length];
    weak = new double[gradient.length];
    refresh(0);
  }

  /** Brings both factors up to date from the weights that the forward pass used. */
  void update(double[] weights, long update) {
    switches = isSwitching(update);
    if (switches) switching.update(weights);
    refresh(update);
  }

  private boolean isSwitching(long update) {
    return switch (settings.mode()) {
      case PS, HSTOP, ACCUM -> true;
      case PREH -> update < settings.updates();
      case BP, FIXED, HEBB_ALL, BOTH -> false;
    };
  }

  /** Sets the factors of the given update without evaluating the switch. */
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
    Arrays.fill(gradient, followsGradient);
    Arrays.fill(weak, followsRule);
    anyWeak = followsRule != 0;
  }

  private void split(boolean ruleActs) {
    double[] strong = switching.strong();
    double count = 0;
    for (int k = 0; k < strong.length; k++) {
      gradient[k] = strong[k];
      weak[k] = ruleActs ? 1 - strong[k] : 0;
      count += weak[k];
    }
    anyWeak = count > 0;
  }

  /** 1 where a synapse follows the gradient, else 0. */
  double[] gradient() {
    return gradient;
  }

  /** 1 where a synapse follows the weak rule, else 0. */
  double[] weak() {
    return weak;
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
