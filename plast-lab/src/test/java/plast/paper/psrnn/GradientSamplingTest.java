package plast.paper.psrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import plast.paper.psrnn.GradientSampling.Sample;

class GradientSamplingTest {
  private static final Stage STAGE = Stages.stages(Request.of(EnumSet.of(Part.REFERENCE), true)).getFirst();

  private static List<Sample> samples(double... rates) {
    return GradientSampling.measure(
        new GradientSampling.Plan(STAGE.experiment().conditions().getFirst(), 1, rates), 1);
  }

  @Test
  void withoutDriftGradientsAreThoseAtFixedWeights() {
    for (Sample sample : samples(0)) {
      assertThat(sample.drift()).isCloseTo(sample.fixed(), within(1e-6));
      assertThat(sample.random()).isCloseTo(sample.fixed(), within(1e-6));
    }
  }

  @Test
  void cosinesLieBetweenMinusOneAndOneAndFallWithALargeDrift() {
    for (Sample sample : samples(3)) {
      assertThat(sample.fixed()).isBetween(0.0, 1.0);
      assertThat(sample.one()).isBetween(-1.0, 1.0);
      assertThat(sample.drift()).isBetween(-1.0, sample.fixed());
    }
  }

  @Test
  void momentsAreAveragedPerNetwork() {
    GradientSampling sampling = new GradientSampling(List.of(
        new Sample(1, 10, 0.1, 0.5, 0.9, 0.4, 0.6), new Sample(1, 25, 0.1, 0.7, 0.9, 0.4, 0.6),
        new Sample(2, 10, 0.1, 0.2, 0.9, 0.4, 0.6)));
    assertThat(sampling.perSeed(0.1, Sample::drift)[0]).isCloseTo(0.6, within(1e-12));
    assertThat(sampling.perSeed(0.1, Sample::drift)[1]).isCloseTo(0.2, within(1e-12));
  }
}
