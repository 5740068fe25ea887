package plast.learn;

/**
 * How long and with what a network is trained and how it is evaluated.
 *
 * @param batch             trials per update
 * @param trials            cap: training ends when this many trials have been used
 * @param optimiser         the gradient's rule
 * @param clip              global norm to which the full gradient is clipped; infinite for none
 * @param evaluateEvery     updates between evaluations
 * @param evaluationTrials  held-out trials per evaluation, in all
 * @param evaluationBatches draws of the batch-level timing among them
 * @param after             what happens once the criterion is reached
 * @param continueFor       for {@link After#CONTINUE_FACTOR}: ends at this multiple of the trials to criterion (still
 *                          below the cap)
 * @param recordWeightsEvery evaluations between snapshots of the recurrent weights; 0 for none
 */
public record TrainingSettings(
    int batch,
    long trials,
    OptimiserSettings optimiser,
    double clip,
    int evaluateEvery,
    int evaluationTrials,
    int evaluationBatches,
    After after,
    double continueFor,
    int recordWeightsEvery) {

  /** What happens once the criterion is reached. */
  public enum After { STOP, CONTINUE, CONTINUE_FACTOR }
}
