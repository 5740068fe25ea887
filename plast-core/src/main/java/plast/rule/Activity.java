package plast.rule;

import plast.math.Matrix;
import plast.math.Panels;

/** What a projection's two sides did over the latest batch: rows of trials within steps t = 1..T. */
public interface Activity {
  /** A side of a projection. */
  enum Side { PRE, POST }

  /** Of which step a value is: that which acts on post at t (r[t−1] of recurrent units, u[t] of inputs), t, t−1. */
  enum Lag { AS_IT_ACTS, NOW, PREVIOUS }

  /** Steps times trials. */
  int rows();

  /** Where the values are; columns beyond the side's neurons are not theirs. */
  Panels panels(Side side);

  /** How many trials there are. */
  int trials();

  /** The row of step 1 and trial 0; negative if the values of earlier rows are 0. */
  int row(Side side, Lag lag);

  /** Writes the averages ⟨post_i[t] · pre_j⟩, pre at {@code lag}; it must be stored. */
  void product(Lag lag, Matrix to);
}
