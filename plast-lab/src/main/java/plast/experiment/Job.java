package plast.experiment;

import plast.learn.Condition;

/** One network to train: a condition and the number of its seed. */
public record Job(Condition condition, int seed) {

  /** Of its files: {@code CONDITION__SEED}. */
  public String name() {
    return condition.name() + "__" + seed;
  }
}
