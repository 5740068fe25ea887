package plast.rate.model;

import plast.math.Panels;

/**
 * Where a kernel finds an array: a block of trials of each panel, which moves from step to step.
 *
 * @param lag how many blocks before that of the step; 0 unless it walks by steps
 */
record Place(Panels panels, Walk walk, int lag) {

  /** How the block moves. */
  enum Walk {
    /** one block for all steps */
    STAYS,
    /** step t has block t */
    STEPS,
    /** blocks are used again after a while */
    RETURNS
  }

  static Place of(Panels panels) {
    return new Place(panels, Walk.STAYS, 0);
  }

  /** That of step t, or of step t − 1 with {@code lag} 1. */
  static Place ofStep(Panels panels, int lag) {
    return new Place(panels, Walk.STEPS, lag);
  }
}
