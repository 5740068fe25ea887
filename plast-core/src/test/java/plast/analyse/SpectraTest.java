package plast.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;

class SpectraTest {

  @Test
  void aRotationHasConjugateEigenvalues() {
    double angle = 0.7;
    double[] rotation = {Math.cos(angle), -Math.sin(angle), Math.sin(angle), Math.cos(angle)};
    var eigenvalues = Spectra.eigenvalues(new Matrix(2, 2, rotation));
    assertThat(eigenvalues.real()).containsExactly(new double[] {Math.cos(angle), Math.cos(angle)}, within(1e-14));
    assertThat(eigenvalues.imaginary())
        .containsExactly(new double[] {Math.sin(angle), -Math.sin(angle)}, within(1e-14));
    assertThat(eigenvalues.radius()).isCloseTo(1, within(1e-14));
  }

  @Test
  void eigenvaluesComeWithTheLargestModulusFirst() {
    double[] diagonal = {0.5, 0, 0, 0, -3, 0, 0, 0, 2};
    assertThat(Spectra.eigenvalues(new Matrix(3, 3, diagonal)).real()).containsExactly(-3, 2, 0.5);
  }

  @Test
  void ringsHaveTheRootsOfUnity() {
    for (int n = 2; n < 40; n++) ringHasTheRootsOfUnity(n);
  }

  private static void ringHasTheRootsOfUnity(int n) {
    Matrix ring = Matrix.zeros(n, n);
    for (int j = 0; j < n; j++) ring.set((j + 1) % n, j, 1);
    var eigenvalues = Spectra.eigenvalues(ring);
    for (int k = 0; k < n; k++) {
      double turns = n * Math.atan2(eigenvalues.imaginary()[k], eigenvalues.real()[k]) / (2 * Math.PI);
      assertThat(eigenvalues.modulus(k)).as("ring of %d", n).isCloseTo(1, within(1e-12));
      assertThat(turns).isCloseTo(Math.rint(turns), within(1e-10));
    }
  }

  @Test
  void traceAndSquaredTraceAreKept() {
    Matrix matrix = RandomReference.matrix(40, new Seed(2).stream("matrix"));
    var eigenvalues = Spectra.eigenvalues(matrix);
    double trace = 0, traceOfSquare = 0, sum = 0, sumOfSquares = 0;
    for (int i = 0; i < 40; i++) {
      trace += matrix.get(i, i);
      for (int j = 0; j < 40; j++) traceOfSquare += matrix.get(i, j) * matrix.get(j, i);
      sum += eigenvalues.real()[i];
      sumOfSquares += Math.pow(eigenvalues.real()[i], 2) - Math.pow(eigenvalues.imaginary()[i], 2);
    }
    assertThat(sum).isCloseTo(trace, within(1e-11));
    assertThat(sumOfSquares).isCloseTo(traceOfSquare, within(1e-11));
  }

  @Test
  void aShuffledTriangularMatrixHasExactlyItsDiagonal() {
    RandomStream random = new Seed(2).stream("triangle");
    int[] order = random.permutation(80);
    Matrix matrix = Matrix.zeros(80, 80);
    for (int a = 0; a < 80; a++) for (int b = 0; b < a; b++) matrix.set(order[a], order[b], random.nextGaussian());
    for (int a = 0; a < 80; a++) matrix.set(order[a], order[a], 80 - a);
    var eigenvalues = Spectra.eigenvalues(matrix);
    for (int k = 0; k < 80; k++) assertThat(eigenvalues.real()[k]).isEqualTo(80 - k);
    assertThat(eigenvalues.imaginary()).containsOnly(0);
  }

  @Test
  void blocksAreTheGroupsThatReachEachOther() {
    Matrix weights = Matrix.zeros(70, 70);
    weights.set(69, 0, 1);
    weights.set(0, 69, 1);
    weights.set(1, 0, 1);
    List<int[]> blocks = Reachability.blocks(weights);
    assertThat(blocks).hasSize(69).first().isEqualTo(new int[] {0, 69});
  }

  @Test
  void singularValuesOfARectangleComeLargestFirst() {
    Matrix matrix = new Matrix(2, 3, new double[] {0, 3, 0, -5, 0, 0});
    assertThat(Spectra.singularValues(matrix)).containsExactly(new double[] {5, 3}, within(1e-14));
    assertThat(Spectra.singularValues(matrix.transpose())).containsExactly(new double[] {5, 3}, within(1e-14));
    assertThat(Spectra.singularValues(Matrix.zeros(0, 3))).isEmpty();
  }

  @Test
  void whatIsNotFiniteHasNoSpectrum() {
    Matrix matrix = new Matrix(2, 2, new double[] {1, Double.NaN, 0, 1});
    assertThat(Spectra.eigenvalues(matrix).real()).containsOnly(Double.NaN);
    assertThat(Spectra.eigenvalues(matrix).radius()).isNaN();
    assertThat(Spectra.singularValues(matrix)).containsOnly(Double.NaN);
    assertThatThrownBy(() -> Spectra.eigenvalues(Matrix.zeros(2, 3))).hasMessageContaining("square");
  }
}
