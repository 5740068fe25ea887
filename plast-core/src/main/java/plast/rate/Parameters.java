package plast.rate;

import plast.math.Matrix;

/**
 * All trained numbers of a network, or a gradient with respect to them.
 *
 * @param recurrent  W, N x N, row = postsynaptic
 * @param input      Win, N x I
 * @param readout    Wout, O x N
 * @param bias       b, N
 * @param outputBias c, O
 */
public record Parameters(Matrix recurrent, Matrix input, Matrix readout, double[] bias, double[] outputBias) {

  public static Parameters zeros(int units, int inputs, int outputs) {
    return new Parameters(
        Matrix.zeros(units, units), Matrix.zeros(units, inputs), Matrix.zeros(outputs, units),
        new double[units], new double[outputs]);
  }
}
