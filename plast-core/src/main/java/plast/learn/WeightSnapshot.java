package plast.learn;

import plast.math.Matrix;

/**
 * The recurrent weights at one moment.
 *
 * @param update  updates done
 * @param trials  trials used
 * @param weights W, row = postsynaptic
 * @param strong  which synapses were strong at the last update, row-major like the weights
 */
public record WeightSnapshot(long update, long trials, Matrix weights, boolean[] strong) {}
