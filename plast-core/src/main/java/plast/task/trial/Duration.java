package plast.task.trial;

import plast.math.RandomStream;

/** How long a period lasts, ms: a number, or a distribution that each draw samples. */
public sealed interface Duration {

  /** A duration in ms. */
  double draw(RandomStream random);

  /** The shortest duration that can be drawn, ms. */
  double shortest();

  /** The longest duration that can be drawn, ms. */
  double longest();

  /** Always the same. */
  record Fixed(double milliseconds) implements Duration {
    @Override
    public double draw(RandomStream random) {
      return milliseconds;
    }

    @Override
    public double shortest() {
      return milliseconds;
    }

    @Override
    public double longest() {
      return milliseconds;
    }
  }

  /** Uniform between two bounds. */
  record Uniform(double low, double high) implements Duration {
    @Override
    public double draw(RandomStream random) {
      return random.uniform(low, high);
    }

    @Override
    public double shortest() {
      return low;
    }

    @Override
    public double longest() {
      return high;
    }
  }

  /** One of a list, all equally likely. */
  record OneOf(double... values) implements Duration {
    @Override
    public double draw(RandomStream random) {
      return values[random.nextInt(values.length)];
    }

    @Override
    public double shortest() {
      double least = values[0];
      for (double value : values) least = Math.min(least, value);
      return least;
    }

    @Override
    public double longest() {
      double greatest = values[0];
      for (double value : values) greatest = Math.max(greatest, value);
      return greatest;
    }
  }

  /**
   * Exponential with the given mean, conditioned on lying in [low, high]; drawn by inverting the distribution function
   * between the bounds.
   */
  record TruncatedExponential(double mean, double low, double high) implements Duration {
    @Override
    public double draw(RandomStream random) {
      double span = -StrictMath.expm1(-(high - low) / mean);
      return low - mean * StrictMath.log1p(-random.nextDouble() * span);
    }

    @Override
    public double shortest() {
      return low;
    }

    @Override
    public double longest() {
      return high;
    }
  }
}
