package plast.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.io.Npz;
import plast.io.NpyArray;
import plast.learn.Evaluation;
import plast.learn.Outcome;
import plast.learn.WeightSnapshot;
import plast.math.Matrix;

/**
 * An {@link Outcome} as arrays that NumPy reads, N units, n evaluations:
 *
 * <pre>
 * evaluations         n x 9, columns as in {@link #COLUMNS}
 * initial_weights     N x N, row = postsynaptic      initial_strong     N x N, boolean      initial_at    update, trials
 * criterion_…         at the criterion, or the last  last_…             at the end
 * trained_0, …        all trained arrays at the end
 * during_weights      k x N x N                      during_strong      k x N x N           during_at     k x 2
 * </pre>
 */
final class OutcomeFile {
  static final List<String> COLUMNS = List.of(
      "update", "trials", "trainingLoss", "performance", "strictPerformance", "strongFraction", "switchedUp",
      "switchedDown", "skipped");

  private OutcomeFile() {}

  static void write(Path file, Outcome outcome) throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    List<Evaluation> evaluations = outcome.evaluations();
    double[] table = new double[evaluations.size() * COLUMNS.size()];
    for (int k = 0; k < evaluations.size(); k++) {
      System.arraycopy(row(evaluations.get(k)), 0, table, k * COLUMNS.size(), COLUMNS.size());
    }
    arrays.put("evaluations", NpyArray.of(table, evaluations.size(), COLUMNS.size()));
    put(arrays, "initial", outcome.initial());
    put(arrays, "criterion", outcome.atCriterion());
    put(arrays, "last", outcome.last());
    for (int k = 0; k < outcome.trained().size(); k++) {
      double[] array = outcome.trained().get(k);
      arrays.put("trained_" + k, NpyArray.of(array, array.length));
    }
    if (!outcome.during().isEmpty()) putAll(arrays, outcome.during());
    Npz.write(file, arrays);
  }

  /** @param summary what the arrays do not hold: state, trialsToCriterion, notices */
  static Outcome read(Path file, ResultSummary summary) throws IOException {
    Stored arrays = new Stored(file, Npz.read(file));
    return new Outcome(
        summary.state(),
        summary.trialsToCriterion(),
        evaluations(arrays.get("evaluations")),
        snapshot(arrays, "initial"),
        snapshot(arrays, "criterion"),
        snapshot(arrays, "last"),
        during(arrays),
        trained(arrays),
        summary.notices());
  }

  /** The arrays of a file, of which a missing one is an error. */
  private record Stored(Path file, Map<String, NpyArray> arrays) {
    NpyArray get(String name) throws IOException {
      NpyArray array = arrays.get(name);
      if (array != null) return array;
      throw new IOException("cannot read " + file + ": it has no array '" + name + "', only "
          + String.join(", ", arrays.keySet()));
    }
  }

  private static double[] row(Evaluation e) {
    return new double[] {
      e.update(), e.trials(), e.trainingLoss(), e.performance(), e.strictPerformance(), e.strongFraction(),
      e.switchedUp(), e.switchedDown(), e.skipped()
    };
  }

  private static List<Evaluation> evaluations(NpyArray table) {
    double[] v = table.doubles();
    List<Evaluation> evaluations = new ArrayList<>();
    for (int k = 0; k < v.length; k += COLUMNS.size()) {
      evaluations.add(new Evaluation((long) v[k], (long) v[k + 1], v[k + 2], v[k + 3], v[k + 4], v[k + 5], v[k + 6],
          v[k + 7], (long) v[k + 8]));
    }
    return evaluations;
  }

  private static void put(Map<String, NpyArray> arrays, String name, WeightSnapshot snapshot) {
    int n = snapshot.weights().rows();
    arrays.put(name + "_weights", NpyArray.of(snapshot.weights()));
    arrays.put(name + "_strong", NpyArray.of(snapshot.strong(), n, n));
    arrays.put(name + "_at", NpyArray.of(new long[] {snapshot.update(), snapshot.trials()}));
  }

  private static WeightSnapshot snapshot(Stored arrays, String name) throws IOException {
    double[] at = arrays.get(name + "_at").doubles();
    return new WeightSnapshot((long) at[0], (long) at[1], arrays.get(name + "_weights").matrix(),
        (boolean[]) arrays.get(name + "_strong").data());
  }

  private static void putAll(Map<String, NpyArray> arrays, List<WeightSnapshot> during) {
    int count = during.size(), n = during.getFirst().weights().rows(), size = n * n;
    double[] weights = new double[count * size];
    boolean[] strong = new boolean[count * size];
    long[] at = new long[2 * count];
    for (int k = 0; k < count; k++) {
      System.arraycopy(during.get(k).weights().values(), 0, weights, k * size, size);
      System.arraycopy(during.get(k).strong(), 0, strong, k * size, size);
      at[2 * k] = during.get(k).update();
      at[2 * k + 1] = during.get(k).trials();
    }
    arrays.put("during_weights", NpyArray.of(weights, count, n, n));
    arrays.put("during_strong", NpyArray.of(strong, count, n, n));
    arrays.put("during_at", NpyArray.of(at, count, 2));
  }

  private static List<double[]> trained(Stored stored) throws IOException {
    List<double[]> trained = new ArrayList<>();
    while (stored.arrays.containsKey("trained_" + trained.size())) {
      trained.add(stored.get("trained_" + trained.size()).doubles());
    }
    return trained;
  }

  private static List<WeightSnapshot> during(Stored stored) throws IOException {
    if (!stored.arrays.containsKey("during_weights")) return List.of();
    NpyArray all = stored.get("during_weights");
    int n = all.shape()[1], size = n * n;
    double[] at = stored.get("during_at").doubles();
    boolean[] strong = (boolean[]) stored.get("during_strong").data();
    List<WeightSnapshot> during = new ArrayList<>();
    for (int k = 0; k < all.shape()[0]; k++) {
      double[] weights = Arrays.copyOfRange(all.doubles(), k * size, (k + 1) * size);
      during.add(new WeightSnapshot((long) at[2 * k], (long) at[2 * k + 1], new Matrix(n, n, weights),
          Arrays.copyOfRange(strong, k * size, (k + 1) * size)));
    }
    return during;
  }
}
