package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

  private record Inner(double z, Optional<String> a) {}

  private record Outer(String name, Inner inner, int[] counts, RunState state) {}

  @Test
  void recordsKeepTheirOrder() {
    Outer value = new Outer("x\"\n", new Inner(0.1, Optional.empty()), new int[] {1, 2}, RunState.DONE);
    assertThat(Json.compact(value)).isEqualTo(
        "{\"name\":\"x\\\"\\n\",\"inner\":{\"z\":0.1,\"a\":null},\"counts\":[1,2],\"state\":\"done\"}");
  }

  @Test
  void numbersThatJsonLacksAreNull() {
    assertThat(Json.compact(Arrays.asList(Double.NaN, Float.POSITIVE_INFINITY, OptionalDouble.of(2), null, 1.5f)))
        .isEqualTo("[null,null,2.0,null,1.5]");
  }

  @Test
  void prettyTextIsIndentedAndEndsWithALineBreak() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("b", List.of(1, 2));
    value.put("a", Map.of());
    assertThat(Json.pretty(value)).isEqualTo("{\n  \"b\": [\n    1,\n    2\n  ],\n  \"a\": {}\n}\n");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("whole", Long.MIN_VALUE);
    value.put("number", 4.9e-324);
    value.put("nested", List.of(Map.of("k", true), "ü\u2028"));
    value.put("none", null);
    assertThat(Json.parse(Json.pretty(value))).isEqualTo(value);
    assertThat(Json.parse(Json.compact(value)).keySet()).containsExactly("whole", "number", "nested", "none");
  }

  @Test
  void instantsAndPathsAreText() {
    assertThat(Json.compact(List.of(Instant.EPOCH, Path.of("a")))).isEqualTo("[\"1970-01-01T00:00:00Z\",\"a\"]");
  }

  @Test
  void unknownTypesAreNamed() {
    assertThatThrownBy(() -> Json.compact(new Object())).hasMessageContaining("java.lang.Object");
  }

  @Test
  void damageIsToldWithItsPlace(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(file, "{\"a\": 1,\n \"b\": ");
    assertThatThrownBy(() -> Json.read(file)).isInstanceOf(IOException.class)
        .hasMessageContaining("a.json").hasMessageContaining("line 2");
    assertThatThrownBy(() -> Json.parse("[1]")).hasMessage("not a JSON object");
    assertThatThrownBy(() -> Json.parse("{} x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.parse("")).hasMessage("not a JSON object");
  }
}
