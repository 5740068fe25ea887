package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;

class WeightDistributionTest {
  private final RandomStream random = new Seed(7).stream("sizes");

  @Test
  void theSyntheticMixtureIsRecovered() {
    var two = WeightDistribution.of(mixture(20_000, 1.25, 0.55)).two();
    var low = two.components().getFirst();
    var high = two.components().getLast();
    assertThat(low.weight()).isCloseTo(0.5, within(0.05));
    assertThat(low.mean()).isCloseTo(0, within(0.06));
    assertThat(low.deviation()).isCloseTo(0.55, within(0.03));
    assertThat(high.mean()).isCloseTo(1.25, within(0.06));
    assertThat(high.deviation()).isCloseTo(0.55, within(0.03));
    assertThat(two.ashmanD()).isCloseTo(1.25 / 0.55, within(0.1));
  }

  @Test
  void wellSeparatedModesAreBimodal() {
    WeightDistribution distribution = WeightDistribution.of(mixture(5000, 2.5, 0.4));
    assertThat(distribution.ashmanD()).isCloseTo(6.25, within(0.3));
    assertThat(distribution.valleyDepth()).isGreaterThan(0.9);
    assertThat(distribution.deltaBic()).isGreaterThan(1000);
    assertThat(distribution.bimodal()).isTrue();
  }

  @Test
  void oneLogNormalNeedsOneComponent() {
    WeightDistribution distribution = WeightDistribution.of(mixture(5000, 0, 0.6));
    assertThat(distribution.deltaBic()).isLessThan(0);
    assertThat(distribution.bimodal()).isFalse();
    assertThat(distribution.one().components().getFirst().deviation()).isCloseTo(0.6, within(0.02));
  }

  @Test
  void oneGaussianHasTheClosedFormLikelihood() {
    // ln x = -1, 0, 1: variance 2/3, ln L = -3/2 (ln(2π 2/3) + 1).
    GaussianMixture one = WeightDistribution.of(new double[] {Math.exp(-1), 1, Math.E}).one();
    double logLikelihood = -1.5 * (Math.log(2 * Math.PI * 2 / 3) + 1);
    assertThat(one.logLikelihood()).isCloseTo(logLikelihood, within(1e-12));
    assertThat(one.bic()).isCloseTo(2 * Math.log(3) - 2 * logLikelihood, within(1e-12));
    assertThat(one.density(0)).isCloseTo(1 / Math.sqrt(2 * Math.PI * 2 / 3), within(1e-12));
    assertThat(one.ashmanD()).isZero();
  }

  @Test
  void aNarrowSpikeAboveABroadModeIsFound() {
    double[] sizes = new double[4096];
    for (int k = 0; k < sizes.length; k++) {
      boolean spike = random.nextDouble() < 0.3;
      sizes[k] = Math.exp(spike ? -2 + 0.02 * random.nextGaussian() : -3 + 0.9 * random.nextGaussian());
    }
    var spike = WeightDistribution.of(sizes).two().components().getLast();
    assertThat(spike.weight()).isCloseTo(0.3, within(0.03));
    assertThat(spike.mean()).isCloseTo(-2, within(0.01));
    assertThat(spike.deviation()).isCloseTo(0.02, within(0.003));
  }

  @Test
  void repeatedValuesDoNotCollapseAComponent() {
    double[] sizes = mixture(300, 0, 1);
    for (int k = 0; k < 100; k++) sizes[k] = 1;
    WeightDistribution distribution = WeightDistribution.of(sizes);
    assertThat(distribution.deltaBic()).isFinite();
    for (var component : distribution.two().components()) assertThat(component.deviation()).isGreaterThan(5e-4);
  }

  @Test
  void zerosAndExcludedAutapsesAreLeftOut() {
    Matrix weights = new Matrix(2, 2, new double[] {9, -Math.E, 0, 9});
    assertThat(WeightDistribution.ofWeights(weights, false).logarithms()).containsExactly(1);
    assertThat(WeightDistribution.ofWeights(weights, true).logarithms()).hasSize(3);
  }

  @Test
  void valuesWithoutSpreadHaveNoModes() {
    for (double[] sizes : new double[][] {{}, {2}, {2, 2, 2, 2, 2, 2, 2}}) {
      WeightDistribution distribution = WeightDistribution.of(sizes);
      assertThat(distribution.deltaBic()).isNaN();
      assertThat(distribution.ashmanD()).isNaN();
      assertThat(distribution.valleyDepth()).isZero();
      assertThat(distribution.bimodal()).isFalse();
      assertThat(distribution.histogram().counts()).isEmpty();
    }
    assertThatThrownBy(() -> WeightDistribution.of(new double[] {1, -2})).hasMessageContaining("-2.0 at position 1");
  }

  @Test
  void theHistogramLiesUnderTheFit() {
    WeightDistribution distribution = WeightDistribution.of(mixture(20_000, 2.5, 0.5));
    Histogram histogram = distribution.histogram();
    double[] densities = histogram.densities();
    assertThat(densities).hasSize(60);
    double area = 0;
    for (int bin = 0; bin < 60; bin++) {
      double centre = (histogram.edges()[bin] + histogram.edges()[bin + 1]) / 2;
      area += densities[bin] * (histogram.edges()[bin + 1] - histogram.edges()[bin]);
      assertThat(densities[bin]).isCloseTo(distribution.two().density(centre), within(0.06));
    }
    assertThat(area).isCloseTo(0.99, within(0.001));
  }

  @Test
  void histogramsCountTheUpperEdgeIntoTheLastBin() {
    Histogram histogram = Histogram.of(new double[] {-1, 0, 0.4, 0.5, 1, 1.1}, 0, 1, 2);
    assertThat(histogram.counts()).containsExactly(2, 2);
    assertThat(histogram.densities()).containsExactly(4 / 6.0, 4 / 6.0);
    assertThatThrownBy(() -> Histogram.of(new double[] {1}, 1, 1, 3)).hasMessageContaining("from 1.0 to 1.0");
  }

  @Test
  void theValleyIsMeasuredOnTheSmoothedCounts() {
    // Moving averages: 10/3, 10/4, 10/5, 0, 0, 20/5, 20/5, 20/5, 20/4, 20/3 -> peaks 10/3 and 20/3, valley 0.
    assertThat(ofCounts(10, 0, 0, 0, 0, 0, 0, 20, 0, 0).valleyDepth()).isEqualTo(1);
    // 2, 3, 4, 5, 4, 3, 2, ...: one peak however it is smoothed.
    assertThat(ofCounts(0, 5, 10, 15, 20, 15, 10, 5, 0).valleyDepth()).isZero();
    // Two flat tops of 20 with 15 between: averages there 18, 17, 16, 15, 15, 15, 16, 17, 18 -> depth 1/4.
    assertThat(ofCounts(20, 20, 20, 20, 20, 15, 15, 15, 15, 15, 15, 15, 20, 20, 20, 20, 20).valleyDepth())
        .isCloseTo(0.25, within(1e-14));
    assertThat(ofCounts(7, 7, 7, 7, 7, 7).valleyDepth()).isZero();
  }

  private static Histogram ofCounts(int... counts) {
    double[] edges = new double[counts.length + 1];
    for (int bin = 0; bin < edges.length; bin++) edges[bin] = bin;
    return new Histogram(edges, counts, 1000);
  }

  /** Half N(0, deviation²), half N(distance, deviation²) on the log scale. */
  private double[] mixture(int count, double distance, double deviation) {
    double[] sizes = new double[count];
    for (int k = 0; k < count; k++) sizes[k] = Math.exp((k % 2) * distance + deviation * random.nextGaussian());
    return sizes;
  }
}
