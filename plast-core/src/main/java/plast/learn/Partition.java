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
  private final double[] weak;
  private boolean switches;
  private boolean anyWeak;
  private int followers;

  Partition(PlasticitySettings settings, Switching switching) {
    this.settings = settings;
    this.switching = switching;
    constant = new double[switching.strong().length];
    gradient = constant;
    weak = new double[constant.length];
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
    Arrays.fill(weak, followsRule);
    anyWeak = followsRule != 0 && weak.length > 0;
    followers = (int) followsGradient * weak.length;
  }

  private void split(boolean ruleActs) {
    gradient = switching.strong();
    if (ruleActs) {
      for (int k = 0; k < weak.length; k++) weak[k] = 1 - gradient[k];
    } else {
      Arrays.fill(weak, 0);
    }
    followers = switching.strongCount();
    anyWeak = ruleActs && followers < weak.length;
  }

  /** How many synapses follow the gradient. */
  int followers() {
    return followers;
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
