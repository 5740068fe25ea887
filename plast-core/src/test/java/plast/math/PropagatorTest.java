package plast.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PropagatorTest {
  @Test
  void aSingleVariableDecays() {
    Propagator p = Propagator.of(matrix(-50), 0.01);
    assertThat(p.phi().values()[0]).isEqualTo(Math.exp(-0.5), within(1e-15));
    assertThat(p.psi().values()[0]).isEqualTo(-Math.expm1(-0.5) / 50, within(1e-17));
  }

  @Test
  void complexEigenvaluesTurn() {
    Propagator p = Propagator.of(matrix(0, -3, 3, 0), 0.7);
    assertThat(p.phi().values()).containsExactly(
        new double[] {Math.cos(2.1), -Math.sin(2.1), Math.sin(2.1), Math.cos(2.1)}, within(1e-14));
    assertThat(p.psi().values()[0]).isEqualTo(Math.sin(2.1) / 3, within(1e-14));
  }

  @Test
  void defectiveMatricesGiveTheAlphaFunction() {
    Propagator p = Propagator.of(matrix(-2, 1, 0, -2), 1.5);
    assertThat(p.phi().values()).containsExactly(
        new double[] {Math.exp(-3), 1.5 * Math.exp(-3), 0, Math.exp(-3)}, within(1e-15));
  }

  @Test
  void aSingularMatrixAddsUp() {
    Propagator p = Propagator.of(matrix(0, 1, 0, 0), 2);
    assertThat(p.phi().values()).containsExactly(new double[] {1, 2, 0, 1}, within(1e-15));
    assertThat(p.psi().values()).containsExactly(new double[] {2, 2, 0, 2}, within(1e-15));
  }

  @Test
  void stiffSystemsAreSquaredToTheirRestingState() {
    Matrix a = matrix(-1e4, 10, 3, -0.5);
    Propagator whole = Propagator.of(a, 1);
    Propagator half = Propagator.of(a, 0.5);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double twice = half.phi().get(i, 0) * half.phi().get(0, j) + half.phi().get(i, 1) * half.phi().get(1, j);
        assertThat(whole.phi().get(i, j)).isEqualTo(twice, within(1e-11));
        double growth = a.get(i, 0) * whole.psi().get(0, j) + a.get(i, 1) * whole.psi().get(1, j);
        assertThat(growth).isEqualTo(whole.phi().get(i, j) - (i == j ? 1 : 0), within(1e-9));
      }
    }
  }

  @Test
  void wrongShapesAndValuesAreRefused() {
    assertThatThrownBy(() -> Propagator.of(Matrix.zeros(2, 3), 1)).hasMessage("A has 2 rows and 3 columns");
    assertThatThrownBy(() -> Propagator.of(matrix(Double.NaN), 1)).hasMessage("A dt has the entry NaN");
  }

  private static Matrix matrix(double... values) {
    int n = (int) Math.sqrt(values.length);
    Matrix m = Matrix.zeros(n, n);
    System.arraycopy(values, 0, m.values(), 0, values.length);
    return m;
  }
}
