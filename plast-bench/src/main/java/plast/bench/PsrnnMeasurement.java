package plast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.bench.peer.PeerProcess;

/**
 * Times the update in short blocks, in turns with a large matrix product and with the peer, so that all of them see the
 * same machine. Others' load only ever adds time: minima are what compares.
 */
final class PsrnnMeasurement {
  private static final int ROUNDS = 12;
  private static final double WARM_UP_SECONDS = 2.5;
  private static final double SGEMM_SECONDS = 0.1;

  private final PsrnnStep step;
  private final int threads;

  PsrnnMeasurement(PsrnnStep step, int threads) {
    this.step = step;
    this.threads = threads;
  }

  /** @param seconds of our own steps, and as many of the peer's */
  PsrnnResult run(double seconds, Optional<PeerProcess> peer) {
    SgemmRate sgemm = new SgemmRate();
    List<double[]> ours = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    try (PlastLearners learners = new PlastLearners(step, threads)) {
      learners.block(WARM_UP_SECONDS);
      sgemm.block(WARM_UP_SECONDS / 3);
      peer.ifPresent(p -> p.block(WARM_UP_SECONDS / 3));
      for (int round = 0; round < ROUNDS; round++) {
        ours.add(learners.block(seconds / ROUNDS));
        sgemm.block(SGEMM_SECONDS);
        peer.ifPresent(p -> theirs.add(p.block(seconds / ROUNDS)));
      }
      return new PsrnnResult(
          step, threads, StepTimes.of(ours), sgemm.gigaflops(), learners.bytesPerStep(),
          peer.map(p -> new PsrnnResult.Peer(p.name(), StepTimes.of(theirs))));
    }
  }
}
