package plast.equation;

/** Where a value of a rule lives: one for each synapse, one for each neuron of a side, or one for the projection. */
public enum Placement {
  PROJECTION, PRESYNAPTIC, POSTSYNAPTIC, SYNAPSE;

  /** Where a value lives that is made of values from both places. */
  Placement with(Placement other) {
    if (this == other || other == PROJECTION) return this;
    return this == PROJECTION ? other : SYNAPSE;
  }
}
