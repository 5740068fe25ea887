package plast.paper.psrnn;

import java.util.function.UnaryOperator;
import plast.experiment.ConditionBuilder;

/**
 * One condition of the study.
 *
 * @param name     in files, tables and JSON, the same for every task
 * @param label    in figures and sentences
 * @param detail   what is kept of its networks
 * @param settings what it is, in the words of an experiment file
 */
public record Arm(String name, String label, Detail detail, UnaryOperator<ConditionBuilder.Named> settings) {

  /** What is kept of the networks of an arm. */
  public enum Detail {
    /** Learning curves; training ends at the criterion. */
    TRIALS,
    /** The same, one cell of a map over hyperparameters, with few seeds; no arm of its own in tables. */
    MAP,
    /** Learning curves, weights and their structure; training goes on after the criterion. */
    WIRING
  }

  static Arm trials(String name, String label, UnaryOperator<ConditionBuilder.Named> settings) {
    return new Arm(name, label, Detail.TRIALS, settings);
  }

  static Arm wiring(String name, String label, UnaryOperator<ConditionBuilder.Named> settings) {
    return new Arm(name, label, Detail.WIRING, settings);
  }
}
