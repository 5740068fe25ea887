package plast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.task.Batch;
import plast.task.Loss;
import plast.task.Tasks;

class LossGradientTest {
  @ParameterizedTest
  @ValueSource(strings = {"dms", "ff3", "yang-delaygo", "sine"})
  void gradientAgreesWithCentralDifferences(String name) {
    Seed seed = new Seed(3);
    var task = Tasks.named(name).with(java.util.Map.of(), 20, 100);
    Batch batch = task.draw(2, seed.stream("trials"));
    RandomStream random = seed.stream("outputs");
    double[] y = new double[batch.target().length];
    for (int k = 0; k < y.length; k++) y[k] = random.nextGaussian();
    LossGradient gradient = new LossGradient(task.loss());
    gradient.evaluate(batch, y);
    double[] errors = gradient.errors().clone();
    for (int k = 0; k < y.length; k += 7) {
      double value = y[k];
      y[k] = value + 1e-5;
      double above = gradient.evaluate(batch, y);
      y[k] = value - 1e-5;
      double below = gradient.evaluate(batch, y);
      y[k] = value;
      assertThat(errors[k]).isCloseTo((above - below) / 2e-5, within(1e-9));
    }
  }

  @org.junit.jupiter.api.Test
  void crossEntropyOfAHandMadeCase() {
    Batch batch = Batch.zeros(1, 2, 1, 2);
    batch.mask()[0] = 1;
    batch.mask()[1] = 3;
    batch.target()[0] = 1;
    batch.target()[3] = 1;
    // log(1 + e^-1) for the first trial, log(1 + e^2) for the second, weights 1 and 3.
    double loss = new LossGradient(Loss.CROSS_ENTROPY).evaluate(batch, new double[] {1, 0, 2, 0});
    assertThat(loss).isCloseTo((Math.log1p(Math.exp(-1)) + 3 * Math.log1p(Math.exp(2))) / 4, within(1e-14));
  }

  @org.junit.jupiter.api.Test
  void anEmptyMaskCostsNothing() {
    Batch batch = Batch.zeros(2, 1, 1, 2);
    LossGradient gradient = new LossGradient(Loss.MEAN_SQUARED_ERROR);
    assertThat(gradient.evaluate(batch, new double[] {1, 2, 3, 4})).isZero();
    assertThat(gradient.errors()).containsOnly(0);
  }
}
