package plast.rate.model;

import plast.math.Matrix;

/**
 * What leaves the network: y[t] = W v[t] + c.
 *
 * @param name    unique among projections and readouts; W and c stand under it among the parameters
 * @param from    a population
 * @param read    v: an expression of its state variables, subexpressions and parameters; empty for its rate
 * @param weights W at the start, outputs x units
 * @param bias    c at the start, one for each output
 */
public record Readout(String name, String from, String read, Matrix weights, double[] bias) {

  /** @throws IllegalArgumentException if shapes differ */
  public Readout {
    if (bias.length != weights.rows()) {
      throw new IllegalArgumentException("readout '" + name + "': " + weights.rows() + " rows of weights, "
          + bias.length + " biases");
    }
  }

  /** A readout whose bias starts at 0. */
  public static Readout of(String name, String from, String read, Matrix weights) {
    return new Readout(name, from, read, weights, new double[weights.rows()]);
  }

  /** A readout of the rate of {@code from} whose bias starts at 0. */
  public static Readout of(String name, String from, Matrix weights) {
    return of(name, from, "", weights);
  }
}
