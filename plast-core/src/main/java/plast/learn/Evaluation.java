package plast.learn;

/**
 * What was measured at one evaluation.
 *
 * @param update         updates done
 * @param trials         trials used
 * @param trainingLoss   mean loss of the updates since the previous evaluation
 * @param performance    on the held-out trials
 * @param strictPerformance with fixation demanded
 * @param strongFraction share of strong recurrent synapses
 * @param switchedUp     mean fraction of synapses that became strong per update since the previous evaluation
 * @param switchedDown   the same for weak
 * @param skipped        updates skipped so far because the gradient was not finite
 */
public record Evaluation(
    long update,
    long trials,
    double trainingLoss,
    double performance,
    double strictPerformance,
    double strongFraction,
    double switchedUp,
    double switchedDown,
    long skipped) {}
