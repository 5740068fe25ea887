package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plast.io.Json;

/** Run with {@code -Dplast.docs=write} to bring the pages up to date. */
class DocumentationTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = ROOT.resolve("docs/experiment.md");
  private static final Path SCHEMA = ROOT.resolve("docs/experiment.schema.json");
  private static final boolean WRITE = "write".equals(System.getProperty("plast.docs"));

  @Test
  void pageListsEveryKeyAndPreset() throws IOException {
    String page = Files.readString(PAGE);
    String right = filled(filled(filled(page, "keys", KeyTable.keys()), "presets", KeyTable.presets()), "network",
        KeyTable.network());
    if (WRITE) Files.writeString(PAGE, right);
    assertThat(Files.readString(PAGE)).isEqualTo(right);
  }

  private static String filled(String page, String name, String table) {
    Pattern gap = Pattern.compile("(<!-- " + name + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
    return gap.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
  }

  @Test
  void schemaIsUpToDate() throws IOException {
    if (WRITE) Files.writeString(SCHEMA, ExperimentSchema.json());
    assertThat(Files.readString(SCHEMA)).isEqualTo(ExperimentSchema.json());
  }

  @Test
  void everyExampleOfThePagesIsRight() throws IOException {
    String pages = Files.readString(PAGE) + Files.readString(ROOT.resolve("docs/networks.md"));
    List<String> examples = Pattern.compile("(?ms)^```yaml\\n(.*?)^```").matcher(pages).results()
        .map(block -> block.group(1)).toList();
    assertThat(examples).hasSizeGreaterThan(3);
    for (String example : examples) {
      assertThat(ExperimentFile.checkText("page.yaml", example, Path.of(""), List.of()).problems()).as(example).isEmpty();
    }
  }

  @Test
  void everyExampleFileIsRight() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
      List<Path> examples = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(examples).isNotEmpty();
      for (Path example : examples) {
        assertThat(ExperimentFile.check(example, List.of()).problems()).as(example.toString()).isEmpty();
      }
    }
  }

  @Test
  void schemaHasEveryKeyOfTheRegistry() {
    Map<String, Object> schema = Json.parse(ExperimentSchema.json());
    for (Key key : ExperimentKeys.all()) {
      Map<?, ?> node = schema;
      for (String name : key.path().split("\\.")) {
        if (node.get("anyOf") instanceof List<?> either) node = (Map<?, ?>) either.getLast();
        node = (Map<?, ?>) ((Map<?, ?>) node.get("properties")).get(name);
        assertThat(node).as(key.path()).isNotNull();
      }
      assertThat(node.get("description")).isEqualTo(key.doc());
    }
  }
}
