package plast.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plast.equation.Placement;
import plast.equation.TrialChanges;

/** Everything that the kernels of one rule read and write: arrays by name, each with the place where it lives. */
final class RuleValues {
  /** The factor on the gradient. */
  static final String CLIP = "_clip";

  private final int post;
  private final int pre;
  private final Map<String, double[]> arrays = new HashMap<>();
  private final Map<String, Placement> places = new HashMap<>();
  private final Map<String, Double> constants = new HashMap<>();
  private final Map<String, double[]> states = new LinkedHashMap<>();
  private final List<OfUnits> ofUnits = new ArrayList<>();

  /** A parameter of units: its values here, and where they come from. */
  private record OfUnits(double[] here, double[] source) {}

  RuleValues(RuleFrame frame) {
    post = frame.post();
    pre = frame.pre();
    constant("dt", frame.dt());
    put(TrialChanges.STEPS, Placement.PROJECTION);
    // Weights and gradients belong to the learner: kernels are given them.
    places.put("w", Placement.SYNAPSE);
    places.put("grad", Placement.SYNAPSE);
    put(CLIP, Placement.PROJECTION);
    double[] i = put("i", Placement.POSTSYNAPTIC), j = put("j", Placement.PRESYNAPTIC);
    for (int k = 0; k < post; k++) i[k] = k;
    for (int k = 0; k < pre; k++) j[k] = k;
    put("N_post", Placement.PROJECTION)[0] = post;
    put("N_pre", Placement.PROJECTION)[0] = pre;
    frame.sides().pre().forEach(p -> ofUnits(p.name() + "_pre", Placement.PRESYNAPTIC, p));
    frame.sides().post().forEach(p -> ofUnits(p.name() + "_post", Placement.POSTSYNAPTIC, p));
  }

  private void ofUnits(String name, Placement place, Sides.Parameter parameter) {
    if (has(name)) return;
    ofUnits.add(new OfUnits(put(name, place), parameter.values()));
  }

  /** Reads the parameters of units, some of which learn. */
  void readUnits() {
    for (int k = 0; k < ofUnits.size(); k++) {
      OfUnits p = ofUnits.get(k);
      if (p.source.length == p.here.length) System.arraycopy(p.source, 0, p.here, 0, p.here.length);
      else Arrays.fill(p.here, p.source[0]);
    }
  }

  int size(Placement place) {
    return switch (place) {
      case PROJECTION -> 1;
      case PRESYNAPTIC -> pre;
      case POSTSYNAPTIC -> post;
      case SYNAPSE -> post * pre;
    };
  }

  double[] put(String name, Placement place) {
    double[] array = new double[size(place)];
    arrays.put(name, array);
    places.put(name, place);
    return array;
  }

  double[] state(String name, Placement place) {
    double[] array = put(name, place);
    states.put(name, array);
    return array;
  }

  void constant(String name, double value) {
    constants.put(name, value);
  }

  boolean has(String name) {
    return places.containsKey(name);
  }

  double[] array(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  Placement place(String name) {
    return Objects.requireNonNull(places.get(name), name);
  }

  Map<String, Double> constants() {
    return constants;
  }

  Map<String, double[]> states() {
    return Collections.unmodifiableMap(states);
  }

  /** Gives every synapse the value of its neuron. */
  void spread(double[] values, Placement from, double[] synapses) {
    for (int i = 0; i < post; i++) {
      if (from == Placement.PRESYNAPTIC) System.arraycopy(values, 0, synapses, i * pre, pre);
      else Arrays.fill(synapses, i * pre, (i + 1) * pre, values[i]);
    }
  }
}
