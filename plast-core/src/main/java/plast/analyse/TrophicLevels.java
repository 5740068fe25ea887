package plast.analyse;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import plast.math.Matrix;

/**
 * How far a network flows in one direction.
 *
 * <pre>
 * (diag(kIn + kOut) − A − Aᵀ) h = kIn − kOut,   A[j→i] = |W_ij|, zero diagonal
 * incoherence    F0 = Σ A (h_i − h_j − 1)² / Σ A       0 = perfectly feedforward, 1 = no direction
 * upward fraction   = share of Σ A on arcs j→i with h_i > h_j
 * </pre>
 * The levels h are the least-squares solution of smallest norm, so their mean is zero in each connected part. Arcs
 * below 1e-10 of the strongest count as absent: over them the levels would not be determined in double precision.
 * Levels that differ by less than 1e-9 count as equal. Both measures are NaN without an arc between two units.
 *
 * @param levels h, N; from source to sink
 * @param incoherence F0
 * @param upwardFraction from 0 to 1
 * @see "MacKay, Johnson & Sansom (2020), How directed is a directed network?, R. Soc. Open Sci. 7:201138"
 */
public record TrophicLevels(double[] levels, double incoherence, double upwardFraction) {
  private static final double ABSENT = 1e-10;
  private static final double EQUAL = 1e-9;

  /**
   * The levels of a network with these weights, N x N, row = postsynaptic; not modified.
   *
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static TrophicLevels of(Matrix weights) {
    int n = Spectra.requireSquare(weights);
    double[] arcs = arcs(weights);
    double[] levels = new double[n];
    if (Double.isNaN(total(arcs)) || !solve(arcs, n, levels)) Arrays.fill(levels, Double.NaN);
    double misfit = 0, upward = 0, total = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double arc = arcs[i * n + j], rise = levels[i] - levels[j];
        misfit += arc * (rise - 1) * (rise - 1);
        upward += rise > EQUAL ? arc : rise <= EQUAL ? 0 : Double.NaN;
        total += arc;
      }
    }
    return new TrophicLevels(levels, misfit / total, upward / total);
  }

  /** |W| over its largest off-diagonal entry, without diagonal and negligible entries; NaN where W is not finite. */
  private static double[] arcs(Matrix weights) {
    int n = weights.rows();
    double[] arcs = new double[n * n];
    double strongest = 0;
    for (int k = 0; k < arcs.length; k++) {
      if (k % (n + 1) != 0) strongest = Math.max(strongest, Math.abs(weights.values()[k]));
    }
    if (strongest == 0) return arcs;
    for (int k = 0; k < arcs.length; k++) {
      double arc = k % (n + 1) == 0 ? 0 : Math.abs(weights.values()[k]) / strongest;
      arcs[k] = arc < ABSENT ? 0 : arc;
    }
    return arcs;
  }

  private static double total(double[] arcs) {
    double total = 0;
    for (double arc : arcs) total += arc;
    return total;
  }

  /** Writes the levels; false if the system could not be factorised. */
  private static boolean solve(double[] arcs, int n, double[] levels) {
    if (n == 0) return true;
    DMatrixRMaj system = new DMatrixRMaj(n, n), excess = new DMatrixRMaj(n, 1);
    int[] part = connectedParts(arcs, n);
    for (int i = 0; i < n; i++) {
      double strength = 0;
      for (int j = 0; j < n; j++) {
        double in = arcs[i * n + j], out = arcs[j * n + i];
        strength += in + out;
        excess.data[i] += in - out;
        // The added constant block fixes the free mean of each part at zero and leaves the differences alone.
        system.data[i * n + j] = (part[i] == part[j] ? 1 : 0) - in - out;
      }
      system.data[i * n + i] += strength;
    }
    var solver = LinearSolverFactory_DDRM.symmPosDef(n);
    if (!solver.setA(system)) return false;
    solver.solve(excess, DMatrixRMaj.wrap(n, 1, levels));
    return true;
  }

  /** For each unit the first unit of its connected part, directions ignored. */
  private static int[] connectedParts(double[] arcs, int n) {
    int[] part = new int[n];
    Arrays.fill(part, -1);
    for (int first = 0; first < n; first++) {
      if (part[first] >= 0) continue;
      part[first] = first;
      ArrayDeque<Integer> open = new ArrayDeque<>();
      open.add(first);
      while (!open.isEmpty()) {
        int i = open.remove();
        for (int j = 0; j < n; j++) {
          if (part[j] >= 0 || arcs[i * n + j] + arcs[j * n + i] == 0) continue;
          part[j] = first;
          open.add(j);
        }
      }
    }
    return part;
  }
}
