package plast.math;

import static org.ejml.dense.row.CommonOps_DDRM.add;
import static org.ejml.dense.row.CommonOps_DDRM.identity;
import static org.ejml.dense.row.CommonOps_DDRM.mult;
import static org.ejml.dense.row.CommonOps_DDRM.scale;
import static org.ejml.dense.row.CommonOps_DDRM.solve;
import static org.ejml.dense.row.CommonOps_DDRM.subtract;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * How dx/dt = A·x + b with constant b moves in a time: x(dt) = Φ x(0) + Ψ b.
 *
 * <pre>
 * exp([A 1; 0 0] dt) = [Φ Ψ; 0 1],   Φ = exp(A dt),   Ψ = ∫₀^dt exp(A s) ds
 * </pre>
 * Scaling and squaring with the Padé approximant of degree 13 (Higham, SIAM J. Matrix Anal. Appl. 26, 2005): A may be
 * singular or defective and have complex eigenvalues.
 *
 * @param phi Φ, n x n
 * @param psi Ψ, n x n, in units of time
 */
public record Propagator(Matrix phi, Matrix psi) {
  private static final double[] PADE = {64764752532480000.0, 32382376266240000.0, 7771770303897600.0,
      1187353796428800.0, 129060195264000.0, 10559470521600.0, 670442572800.0, 33522128640.0, 1323241920.0, 40840800.0,
      960960.0, 16380.0, 182.0, 1.0};
  /** Up to this 1-norm the approximant is exact to rounding. */
  private static final double LARGEST_NORM = 5.37;

  /**
   * The propagator of A over {@code dt}.
   *
   * @param a n x n, finite
   * @throws IllegalArgumentException if A is not square or not finite
   */
  public static Propagator of(Matrix a, double dt) {
    int n = a.rows();
    if (a.columns() != n) throw new IllegalArgumentException("A has " + n + " rows and " + a.columns() + " columns");
    DMatrixRMaj augmented = new DMatrixRMaj(2 * n, 2 * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double entry = a.values()[i * n + j] * dt;
        if (!Double.isFinite(entry)) throw new IllegalArgumentException("A dt has the entry " + entry);
        augmented.set(i, j, entry);
      }
      augmented.set(i, n + i, dt);
    }
    DMatrixRMaj whole = exponential(augmented);
    Matrix phi = Matrix.zeros(n, n);
    Matrix psi = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        phi.values()[i * n + j] = whole.get(i, j);
        psi.values()[i * n + j] = whole.get(i, n + j);
      }
    }
    return new Propagator(phi, psi);
  }

  private static DMatrixRMaj exponential(DMatrixRMaj a) {
    double norm = NormOps_DDRM.inducedP1(a);
    int squarings = norm > LARGEST_NORM ? (int) Math.ceil(Math.log(norm / LARGEST_NORM) / Math.log(2)) : 0;
    scale(Math.scalb(1.0, -squarings), a);
    DMatrixRMaj result = pade(a);
    for (int k = 0; k < squarings; k++) result = product(result, result);
    return result;
  }

  private static DMatrixRMaj pade(DMatrixRMaj a) {
    int n = a.getNumRows();
    DMatrixRMaj square = product(a, a);
    DMatrixRMaj odd = diagonal(n, PADE[13]);
    DMatrixRMaj even = diagonal(n, PADE[12]);
    for (int k = 11; k > 0; k -= 2) {
      odd = product(square, odd);
      even = product(square, even);
      for (int i = 0; i < n; i++) {
        odd.add(i, i, PADE[k]);
        even.add(i, i, PADE[k - 1]);
      }
    }
    DMatrixRMaj u = product(a, odd);
    DMatrixRMaj result = new DMatrixRMaj(n, n);
    solve(subtract(even, u, new DMatrixRMaj(n, n)), add(even, u, new DMatrixRMaj(n, n)), result);
    return result;
  }

  private static DMatrixRMaj diagonal(int n, double value) {
    DMatrixRMaj matrix = identity(n);
    scale(value, matrix);
    return matrix;
  }

  private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
    return mult(a, b, new DMatrixRMaj(a.getNumRows(), b.getNumCols()));
  }
}
