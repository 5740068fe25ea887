package plast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plast.io.Json;

class PsrnnResultTest {
  private static final PsrnnStep STEP = new PsrnnStep(64, 16, 67);

  private static PsrnnResult result(Optional<PsrnnResult.Peer> peer) {
    return new PsrnnResult(STEP, 2, new StepTimes(0.75, 0.5), 100, 0, peer);
  }

  @Test
  void jsonHasTheKeysOthersRelyOn() {
    Map<String, Object> json = Json.parse(Json.compact(result(Optional.empty()).fields()));
    assertThat(json.keySet()).containsExactly(
        "neurons", "batch", "steps", "threads", "medianMs", "minMs", "gflops", "sgemmGflops", "peer");
    assertThat(json).containsEntry("peer", null).containsEntry("neurons", 64L).containsEntry("minMs", 0.5);
  }

  @Test
  void jsonOfAPeerHasItsTimesAndTheRatioOfMinima() {
    var peer = new PsrnnResult.Peer("libtorch-2.13", new StepTimes(7, 6));
    Map<String, Object> json = Json.parse(Json.compact(result(Optional.of(peer)).fields()));
    assertThat(json.get("peer"))
        .isEqualTo(Map.of("name", "libtorch-2.13", "medianMs", 7.0, "minMs", 6.0, "ratio", 12.0));
  }

  @Test
  void rateCountsAllThreadsAndTheShortestStep() {
    assertThat(result(Optional.empty()).gflops()).isCloseTo(2 * STEP.flops() / 0.5e-3 * 1e-9, within(1e-9));
    assertThat(result(Optional.empty()).share()).isCloseTo(STEP.flops() / 0.5e-3 * 1e-11, within(1e-9));
  }

  @Test
  void rowsHaveAsManyCellsAsTheHeading() {
    var peer = new PsrnnResult.Peer("libtorch-2.13", new StepTimes(7, 6));
    long cells = PsrnnResult.HEADING.lines().findFirst().orElseThrow().chars().filter(c -> c == '|').count();
    for (PsrnnResult result : List.of(result(Optional.empty()), result(Optional.of(peer)))) {
      assertThat(result.row().chars().filter(c -> c == '|').count()).isEqualTo(cells);
    }
  }
}
