package plast.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param threads       learners at once, one per thread
 * @param times         wall time of one learner's step
 * @param sgemmGflops   see {@link SgemmRate}
 * @param bytesPerStep  heap bytes that a step allocates in steady state
 */
public record PsrnnResult(
    PsrnnStep step, int threads, StepTimes times, double sgemmGflops, double bytesPerStep, Optional<Peer> peer) {

  /** The peer's times, measured in turns with ours. */
  public record Peer(String name, StepTimes times) {}

  /** The rate of all learners' matrix products at the shortest step. */
  public double gflops() {
    return threads * step.flops() / times.minMs() * 1e-6;
  }

  /** {@link #gflops} as a share of as many threads' matrix products alone. */
  public double share() {
    return gflops() / (threads * sgemmGflops);
  }

  /** How many times as long the peer's shortest step takes. */
  public static double ratio(Peer peer, StepTimes ours) {
    return peer.times().minMs() / ours.minMs();
  }

  /** For JSON. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("neurons", step.neurons());
    fields.put("batch", step.batch());
    fields.put("steps", step.steps());
    fields.put("threads", threads);
    fields.put("medianMs", rounded(times.medianMs()));
    fields.put("minMs", rounded(times.minMs()));
    fields.put("gflops", rounded(gflops()));
    fields.put("sgemmGflops", rounded(sgemmGflops));
    fields.put("peer", peer.map(this::peerFields).orElse(null));
    return fields;
  }

  private Map<String, Object> peerFields(Peer peer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", peer.name());
    fields.put("medianMs", rounded(peer.times().medianMs()));
    fields.put("minMs", rounded(peer.times().minMs()));
    fields.put("ratio", rounded(ratio(peer, times)));
    return fields;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  /** For a person. */
  public String text() {
    String text = String.format(
        Locale.ROOT,
        """
        psRNN update: %d neurons, batch %d, %d steps, %s
          time       %.3f ms at best, %.3f ms in the median
          products   %.1f GFLOP/s, %.0f %% of a large matrix product alone (%.1f GFLOP/s per thread)
          allocates  %.0f bytes
        """,
        step.neurons(), step.batch(), step.steps(), threads == 1 ? "1 learner" : threads + " learners at once",
        times.minMs(), times.medianMs(), gflops(), 100 * share(), sgemmGflops, bytesPerStep);
    return text + peer.map(this::peerText).orElse("");
  }

  private String peerText(Peer peer) {
    return String.format(
        Locale.ROOT, "  %-10s %.3f ms at best, %.3f ms in the median: %.1f times as long%n",
        peer.name(), peer.times().minMs(), peer.times().medianMs(), ratio(peer, times));
  }

  /** The heading of {@link #row}. */
  public static final String HEADING = """
      | neurons | batch | steps | Plast, ms | GFLOP/s | of SGEMM | peer | ms | times as long |
      |---|---|---|---|---|---|---|---|---|
      """;

  /** One row of a Markdown table, shortest times. */
  public String row() {
    String ours = String.format(
        Locale.ROOT, "| %d | %d | %d | %.2f | %.0f | %.0f %% |",
        step.neurons(), step.batch(), step.steps(), times.minMs(), gflops(), 100 * share());
    return ours + peer.map(p -> String.format(
        Locale.ROOT, " %s | %.1f | %.1f |%n", p.name(), p.times().minMs(), ratio(p, times))).orElse(" | | |\n");
  }
}
