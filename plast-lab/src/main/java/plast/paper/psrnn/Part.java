package plast.paper.psrnn;

/** The two halves of the study. */
public enum Part {
  /** One setting per question on the tasks at dt 20 ms: fewer trials, controls, mechanisms. */
  REFERENCE,
  /** The region in which the structural claims hold together, on the short tasks at dt 100 ms. */
  ATLAS
}
