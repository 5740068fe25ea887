package plast.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plast.math.Seed;

class YamlTextTest {

  @Test
  void resolvedConfigurationIsReadable() {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("name", "dms");
    task.put("delay", "600 ms");
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("on", "recurrent");
    rule.put("eta", 1e-3);
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", "delayed-match");
    config.put("seed", 1);
    config.put("task", task);
    config.put("plasticity", List.of(rule, rule));
    config.put("shape", List.of(1, 2.5));
    config.put("absent", Optional.empty());
    config.put("empty", Map.of());
    assertThat(YamlText.of(config)).isEqualTo("""
        name: delayed-match
        seed: 1
        task:
          name: dms
          delay: 600 ms
        plasticity:
          - on: recurrent
            eta: 0.001
          - on: recurrent
            eta: 0.001
        shape: [1, 2.5]
        empty: {}
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "1e-3", "null", "~", "true", "no", "", " a", "a ", "a: b", "a #b", "a#b", "- a", "-",
      "[x]", "{x", "a, b", "it's", "'q'", "\"q\"", "line\nbreak", "tab\there", "*x", "&x", "!x", "%x", "@x", "`x`", "|",
      ">", "?", "? a", ":", "a:", "x\\y", "\u0007", "\u2028", "θ↑ = 0.1", "abs(w) < w_switch", "#", "---", "...",
      "0x1F", ".5", ".inf", "2026-11-23", "12:30", "=", "<<", "\ufeffx", "\ud83e\udde0", "+1", "600 ms"})
  void textReadsBackAsTheSameText(String text) {
    MapNode root = YamlTree.parse("f", YamlText.of(Map.of("k", text, text.isEmpty() ? "e" : text, 1))).rootOrThrow();
    ScalarNode value = (ScalarNode) root.find("k").orElseThrow();
    assertThat(value.text()).isEqualTo(text);
    assertThat(value.isNull()).isFalse();
    assertThat(root.keys()).contains(text.isEmpty() ? "e" : text);
    MapNode inList = YamlTree.parse("f", YamlText.of(Map.of("k", List.of(text, text)))).rootOrThrow();
    assertThat(((ListNode) inList.find("k").orElseThrow()).items())
        .allSatisfy(item -> assertThat(((ScalarNode) item).text()).isEqualTo(text));
  }

  @Test
  void textThatLooksLikeANumberIsQuotedAndNumbersAreNot() {
    assertThat(YamlText.of(Map.of("k", "5"))).isEqualTo("k: '5'\n");
    assertThat(YamlText.of(Map.of("k", 5.0))).isEqualTo("k: 5\n");
    assertThat(YamlText.of(Map.of("k", true))).isEqualTo("k: true\n");
  }

  @Test
  void numbersReadBackToTheSameBits() {
    RandomGenerator random = new java.util.SplittableRandom(new Seed(7).value());
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value)) continue;
      assertThat(Double.doubleToRawLongBits(Quantity.plain(YamlText.number(value))))
          .isEqualTo(Double.doubleToRawLongBits(value));
    }
    assertThat(YamlText.number(-0.0)).isEqualTo("-0.0");
    assertThat(YamlText.number(1e-5)).isEqualTo("1.0e-5");
    assertThat(YamlText.number(1.5e300)).isEqualTo("1.5e+300");
    assertThat(YamlText.number(400)).isEqualTo("400");
    assertThat(YamlText.number(Double.NaN)).isEqualTo(".nan");
  }

  @Test
  void treesReadBackToTheSameValues() {
    String text = """
        a: 'yes'
        b: [1, '2', [x, {c: d}], []]
        e:
          - - 1
            - 2
          - f: {g: null, h: "q\\n"}
            i: j
        """;
    MapNode once = YamlTree.parse("f", text).rootOrThrow();
    MapNode twice = YamlTree.parse("f", YamlText.of(once)).rootOrThrow();
    assertThat(values(twice)).isEqualTo(values(once));
    assertThat(YamlText.of(twice)).isEqualTo(YamlText.of(once));
  }

  private static Object values(Node node) {
    return switch (node) {
      case MapNode map -> {
        Map<String, Object> values = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> values.put(key, values(entry.value())));
        yield values;
      }
      case ListNode list -> list.items().stream().map(YamlTextTest::values).toList();
      case ScalarNode scalar -> scalar.isNull() ? "null" : scalar.text();
    };
  }

  @Test
  void longListsStandOnLinesOfTheirOwn() {
    List<Integer> numbers = java.util.stream.IntStream.range(1000, 1040).boxed().toList();
    String text = YamlText.of(Map.of("k", numbers));
    assertThat(text).startsWith("k:\n  - 1000\n  - 1001\n");
    assertThat(((ListNode) YamlTree.parse("f", text).rootOrThrow().find("k").orElseThrow()).items()).hasSize(40);
  }
}
