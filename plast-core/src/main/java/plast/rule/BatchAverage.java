package plast.rule;

/** An average over a batch, which the values of a rule hold under its name. */
sealed interface BatchAverage permits AverageOverBatch, GainAverage {
  /** Whether it is ⟨post · pre⟩, pre as it acts. */
  boolean isPlainProduct();

  void measure(Activity activity);
}
