package plast.analyse;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import plast.math.Matrix;

/** Eigenvalues and singular values of weight matrices. */
public final class Spectra {

  private Spectra() {}

  /**
   * Eigenvalues, largest modulus first; of a conjugate pair the one with positive imaginary part comes first.
   *
   * @param real      real parts, N
   * @param imaginary imaginary parts, N
   */
  public record Eigenvalues(double[] real, double[] imaginary) {

    public int size() {
      return real.length;
    }

    public double modulus(int k) {
      return Math.hypot(real[k], imaginary[k]);
    }

    /** The spectral radius max |λ|; 0 when there is no eigenvalue, NaN when they are unknown. */
    public double radius() {
      double radius = 0;
      for (int k = 0; k < size(); k++) radius = Math.max(radius, modulus(k));
      return radius;
    }

    /** Σ |λ|². */
    public double sumOfSquaredModuli() {
      double sum = 0;
      for (int k = 0; k < size(); k++) sum += real[k] * real[k] + imaginary[k] * imaginary[k];
      return sum;
    }
  }

  /**
   * The eigenvalues of a square matrix; all NaN when an entry is not finite.
   *
   * <p>They are computed block by block over groups of units that reach each other ({@link Reachability}): a permuted
   * triangular matrix then has exactly its diagonal as eigenvalues, where QR iterations on the whole of a feedforward
   * chain of 64 units may return moduli of 0.5 for zeros (a defective eigenvalue moves by the 64th root of an error).
   *
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static Eigenvalues eigenvalues(Matrix matrix) {
    int n = requireSquare(matrix);
    double[] real = new double[n], imaginary = new double[n];
    if (!isFinite(matrix)) {
      Arrays.fill(real, Double.NaN);
      Arrays.fill(imaginary, Double.NaN);
      return new Eigenvalues(real, imaginary);
    }
    int filled = 0;
    for (int[] block : Reachability.blocks(matrix)) {
      for (Complex_F64 value : blockEigenvalues(matrix, block)) {
        real[filled] = value.real;
        imaginary[filled++] = value.imaginary;
      }
    }
    return sorted(real, imaginary);
  }

  /** The min(rows, columns) singular values, largest first; all NaN when an entry is not finite. */
  public static double[] singularValues(Matrix matrix) {
    int count = Math.min(matrix.rows(), matrix.columns());
    if (count == 0) return new double[0];
    double[] unknown = new double[count];
    Arrays.fill(unknown, Double.NaN);
    if (!isFinite(matrix)) return unknown;
    var decomposition = DecompositionFactory_DDRM.svd(matrix.rows(), matrix.columns(), false, false, true);
    var work = new DMatrixRMaj(matrix.rows(), matrix.columns(), true, matrix.values().clone());
    if (!decomposition.decompose(work)) return unknown;
    double[] ascending = Arrays.copyOf(decomposition.getSingularValues(), count);
    Arrays.sort(ascending);
    return IntStream.range(0, count).mapToDouble(k -> ascending[count - 1 - k]).toArray();
  }

  static int requireSquare(Matrix matrix) {
    if (matrix.rows() != matrix.columns()) {
      throw new IllegalArgumentException(
          "recurrent weights must be square, got " + matrix.rows() + " x " + matrix.columns());
    }
    return matrix.rows();
  }

  private static boolean isFinite(Matrix matrix) {
    for (double value : matrix.values()) if (!Double.isFinite(value)) return false;
    return true;
  }

  private static List<Complex_F64> blockEigenvalues(Matrix matrix, int[] block) {
    int n = block.length;
    if (n == 1) return List.of(new Complex_F64(matrix.get(block[0], block[0]), 0));
    DMatrixRMaj original = new DMatrixRMaj(n, n);
    for (int a = 0; a < n; a++) for (int b = 0; b < n; b++) original.set(a, b, matrix.get(block[a], block[b]));
    // Shifted QR stands still on some exactly regular matrices, rings of an even number of units among them.
    return solved(original.copy()).or(() -> solved(reflected(original)))
        .orElseGet(() -> Collections.nCopies(n, new Complex_F64(Double.NaN, Double.NaN)));
  }

  /** The eigenvalues of {@code matrix}, which is modified; empty if the iteration does not converge. */
  private static Optional<List<Complex_F64>> solved(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    var decomposition = DecompositionFactory_DDRM.eig(n, false);
    if (!decomposition.decompose(matrix) || decomposition.getNumberOfEigenvalues() != n) return Optional.empty();
    return Optional.of(IntStream.range(0, n).mapToObj(decomposition::getEigenvalue).toList());
  }

  /** Q A Q with the reflection Q = I − 2vvᵀ/vᵀv along a fixed irregular v: the same eigenvalues, no regularity. */
  private static DMatrixRMaj reflected(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    DMatrixRMaj v = new DMatrixRMaj(n, 1), reflection = CommonOps_DDRM.identity(n);
    for (int k = 0; k < n; k++) v.data[k] = Math.cos(k + 1);
    CommonOps_DDRM.multAddTransB(-2 / NormOps_DDRM.normP2(v) / NormOps_DDRM.normP2(v), v, v, reflection);
    return CommonOps_DDRM.mult(CommonOps_DDRM.mult(reflection, matrix, null), reflection, null);
  }

  private static Eigenvalues sorted(double[] real, double[] imaginary) {
    Eigenvalues unordered = new Eigenvalues(real, imaginary);
    int[] order = IntStream.range(0, real.length).boxed()
        .sorted(Comparator.comparingDouble(unordered::modulus)
            .thenComparingDouble(k -> real[k]).thenComparingDouble(k -> imaginary[k]).reversed())
        .mapToInt(Integer::intValue).toArray();
    return new Eigenvalues(
        Arrays.stream(order).mapToDouble(k -> real[k]).toArray(),
        Arrays.stream(order).mapToDouble(k -> imaginary[k]).toArray());
  }
}
