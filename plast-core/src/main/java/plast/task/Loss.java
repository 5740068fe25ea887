package plast.task;

/** What training minimises; m is the mask and w the output weight of the batch, sums run over steps and trials. */
public enum Loss {
  /** Σ m · (−Σ_o target_o · log softmax(y)_o) / Σ m */
  CROSS_ENTROPY,
  /** Σ m · mean_o w_o (y_o − target_o)² / Σ m */
  MEAN_SQUARED_ERROR
}
