package plast.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plast.math.Activation;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Parameters;
import plast.rate.Precision;
import plast.rate.HandWrittenNetwork;
import plast.rule.WeakRule.Form;

/** Two units, three steps, one trial, worked by hand. */
class WeakDirectionTest {
  private static final double[] W = {0.5, -0.4, 0, 2};
  /** r[t] of both units at t = 0..3. */
  private static final double[][] RATES = {{0, 0}, {0.5, -1}, {1, 0.25}, {-0.5, 0.75}};

  private static Coactivity coactivity() {
    Coactivity c = new Coactivity(2, 2);
    for (int i = 0; i < 2; i++) {
      for (int t = 1; t <= 3; t++) {
        c.meanPost()[i] += RATES[t][i] / 3;
        c.meanPre()[i] += RATES[t - 1][i] / 3;
        c.squarePost()[i] += RATES[t][i] * RATES[t][i] / 3;
        c.squarePre()[i] += RATES[t - 1][i] * RATES[t - 1][i] / 3;
        for (int j = 0; j < 2; j++) {
          c.product().values()[2 * i + j] += RATES[t][i] * RATES[t - 1][j] / 3;
          c.zeroLag().values()[2 * i + j] += RATES[t][i] * RATES[t][j] / 3;
        }
      }
    }
    return c;
  }

  private static double[] direction(Form form, double decay) {
    double[] h = new double[4];
    new WeakDirection(new WeakRule(form, decay), 4, new Seed(1)).write(coactivity(), W, 0, h);
    return h;
  }

  private static void assertClose(double[] got, double... expected) {
    assertThat(got).containsExactly(expected, within(1e-12));
  }

  // P by the definition, term by term; C = P − mean(post)·mean(pre).
  private static final double[] P = {
    (1 * 0.5 + -0.5 * 1) / 3, (1 * -1 + -0.5 * 0.25) / 3, (0.25 * 0.5 + 0.75 * 1) / 3, (0.25 * -1 + 0.75 * 0.25) / 3
  };
  private static final double M0 = 1.0 / 3, M1 = 0, B0 = 0.5, B1 = -0.25; // means of r[1..3] and of r[0..2]
  private static final double[] C = {P[0] - M0 * B0, P[1] - M0 * B1, P[2] - M1 * B0, P[3] - M1 * B1};

  @Test
  void productRules() {
    assertClose(direction(Form.HEBB, 0), P);
    assertClose(direction(Form.ANTI, 0), -P[0], -P[1], -P[2], -P[3]);
    assertClose(direction(Form.MAG_HEBB, 0), P[0], -P[1], 0, P[3]);
    assertClose(direction(Form.HEBB, 0.1), P[0] - 0.05, P[1] + 0.04, P[2], P[3] - 0.2);
    double square0 = (0.25 + 1 + 0.25) / 3, square1 = (1 + 0.0625 + 0.5625) / 3;
    assertClose(direction(Form.OJA, 0), P[0] - square0 * 0.5, P[1] + square0 * 0.4, P[2], P[3] - square1 * 2);
    assertClose(direction(Form.STDP, 0), 0, P[1] - P[2], P[2] - P[1], 0);
    assertClose(direction(Form.REVERSED_STDP, 0), 0, P[2] - P[1], P[1] - P[2], 0);
  }

  @Test
  void covarianceRules() {
    assertClose(direction(Form.COV, 0), C);
    assertClose(direction(Form.ANTICOV, 0.5), -C[0] - 0.25, -C[1] + 0.2, -C[2], -C[3] - 1);
    assertClose(direction(Form.MAG_COV, 0), C[0], -C[1], 0, C[3]);
    assertClose(direction(Form.ANTI_MAG_COV, 0), -C[0], C[1], 0, -C[3]);
    assertClose(direction(Form.GROW_COV, 0), Math.abs(C[0]), -Math.abs(C[1]), 0, Math.abs(C[3]));
    assertClose(direction(Form.SHRINK, 0), -Math.abs(C[0]), Math.abs(C[1]), 0, -Math.abs(C[3]));
    double mean = (Math.abs(C[0]) + Math.abs(C[1]) + Math.abs(C[2]) + Math.abs(C[3])) / 4;
    assertClose(direction(Form.UNIFORM, 0), mean, -mean, 0, mean);
    double postSd = Math.sqrt(0.5 - M0 * M0), preSd = Math.sqrt((0.25 + 1) / 3 - B0 * B0);
    assertThat(direction(Form.CORRELATION, 0)[0]).isCloseTo(C[0] / (postSd * preSd), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(names = {"HEBB0", "COV0", "ANTI0", "ANTICOV0"})
  void zeroLagRulesAreExactlySymmetric(Form form) {
    double[] h = direction(form, 0);
    assertThat(h[1]).isEqualTo(h[2]).isNotZero();
  }

  @Test
  void permutedRulesKeepMagnitudesAndOnlyTheFixedOneItsOrder() {
    WeakDirection fixed = new WeakDirection(new WeakRule(Form.PERM_FIXED, 0), 4, new Seed(3));
    WeakDirection fresh = new WeakDirection(new WeakRule(Form.PERM, 0), 4, new Seed(3));
    double[] ones = {1, 1, 1, 1}, a = new double[4], b = new double[4];
    double[] sorted = Arrays.stream(C).map(Math::abs).sorted().toArray();
    boolean changed = false;
    for (int update = 0; update < 20; update++) {
      fixed.write(coactivity(), ones, 0, a);
      fixed.write(coactivity(), ones, update, b);
      assertThat(b).isEqualTo(a);
      fresh.write(coactivity(), ones, update, b);
      assertThat(Arrays.stream(b).sorted().toArray()).containsExactly(sorted, within(1e-12));
      changed |= !Arrays.equals(a, b);
    }
    assertThat(changed).isTrue();
  }

  @Test
  void controlsWithoutActivity() {
    assertClose(direction(Form.NONE, 0), 0, 0, 0, 0);
    assertClose(direction(Form.DECAY_ONLY, 0.1), -0.05, 0.04, 0, -0.2);
    assertThat(direction(Form.NOISE, 0)).doesNotContain(0);
  }

  /** The engine's own products equal the definition over the trajectory it ran. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void propagationMeasuresWhatTheRulesRead(Precision precision) {
    int units = 19, steps = 6, trials = 5;
    NetworkSettings network = new NetworkSettings(
        units, Activation.SIGMOID, 20, 100, Leak.STATE, 0, true, precision, Initialisation.gaussian(1));
    Seed seed = new Seed(2);
    Parameters p = plast.rate.InitialWeights.draw(network, 3, 2, seed);
    float[] input = new float[steps * trials * 3];
    var random = seed.stream("input");
    for (int k = 0; k < input.length; k++) input[k] = (float) random.nextGaussian();
    for (boolean shared : new boolean[] {false, true}) {
      HandWrittenNetwork propagation = new HandWrittenNetwork(network, 3, 2);
      propagation.forward(p, input, steps, trials, random);
      if (shared) propagation.backward(p, propagation.output().clone(), Parameters.zeros(units, 3, 2), true);
      Coactivity c = new Coactivity(units, units);
      c.measure(propagation.recurrentActivity(), Form.COV0);
      double tolerance = precision == Precision.DOUBLE ? 1e-12 : 1e-6;
      Matrix lagged = Matrix.zeros(units, units), same = Matrix.zeros(units, units);
      double[] post = new double[units], pre = new double[units];
      for (int t = 1; t <= steps; t++) {
        for (int b = 0; b < trials; b++) {
          for (int i = 0; i < units; i++) {
            double r = propagation.rate(t, b, i) / (steps * trials);
            post[i] += r;
            pre[i] += propagation.rate(t - 1, b, i) / (steps * trials);
            for (int j = 0; j < units; j++) {
              lagged.values()[i * units + j] += r * propagation.rate(t - 1, b, j);
              same.values()[i * units + j] += r * propagation.rate(t, b, j);
            }
          }
        }
      }
      assertThat(c.product().values()).containsExactly(lagged.values(), within(tolerance));
      assertThat(c.zeroLag().values()).containsExactly(same.values(), within(tolerance));
      assertThat(c.meanPost()).containsExactly(post, within(tolerance));
      assertThat(c.meanPre()).containsExactly(pre, within(tolerance));
    }
  }
}
