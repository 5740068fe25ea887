package plast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatencyResultTest {
  private static final LatencyResult RESULT = new LatencyResult(3,
      LatencyResult.Times.of(List.of(new double[] {60, 5, 120}, new double[] {50, 4.004, 100}, new double[] {70, 9, 90})),
      LatencyResult.Times.of(List.of(new double[] {110, 6, 130}, new double[] {120, 6, 130}, new double[] {130, 6, 130})));

  @Test
  void jsonHasMinimaAndMediansWithAndWithoutTheCache() {
    assertThat(RESULT.fields()).contains(
        entry("firstMilliseconds", 50.0), entry("tenthMilliseconds", 4.0), entry("tenEquationsMilliseconds", 90.0),
        entry("firstMedianMilliseconds", 60.0), entry("tenthMedianMilliseconds", 5.0),
        entry("tenEquationsMedianMilliseconds", 100.0), entry("samples", 3));
    assertThat((Map<?, ?>) RESULT.fields().get("withoutCache")).extracting("firstMilliseconds").isEqualTo(110.0);
  }

  @Test
  void textShowsMinimaAndMediansInColumns() {
    List<String> lines = RESULT.text().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).endsWith("minimum and median of 3 JVMs");
    assertThat(lines.get(2).split(" {2,}"))
        .containsExactly("as plast starts", "50.0", "60.0", "4.0", "5.0", "90.0", "100.0");
    assertThat(lines.stream().skip(1).map(String::length).distinct()).hasSize(1);
  }

  @Test
  void aNewJvmMeasuresThreeTimes() {
    assertThat(LatencyBench.numbers("51.5 4.25 101.0")).containsExactly(51.5, 4.25, 101.0);
  }
}
