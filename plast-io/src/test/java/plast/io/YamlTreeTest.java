package plast.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {

  @TempDir Path folder;

  @Test
  void keysAndValuesKnowTheirPlaces() {
    MapNode root = YamlTree.parse("f", "name: pilot\nnetwork:\n  units: 100\n  list: [1, '2']\n").rootOrThrow();
    assertThat(root.keys()).containsExactly("name", "network");
    MapNode.Entry network = root.entries().get("network");
    assertThat(network.keyPosition()).isEqualTo(new Position(2, 1));
    MapNode inner = (MapNode) network.value();
    assertThat(inner.find("units")).contains(new ScalarNode(new Position(3, 10), "100", false));
    assertThat(((ListNode) inner.find("list").orElseThrow()).items())
        .containsExactly(new ScalarNode(new Position(4, 10), "1", false),
            new ScalarNode(new Position(4, 13), "2", true));
  }

  @Test
  void jsonIsReadByTheSameParser() {
    MapNode root = YamlTree.parse("f", "{\"a\": {\"b\": [1, \"x\"]},\n \"c\": null}").rootOrThrow();
    assertThat(root.keys()).containsExactly("a", "c");
    assertThat(root.find("c")).get().extracting(node -> ((ScalarNode) node).isNull()).isEqualTo(true);
  }

  @Test
  void allDuplicateKeysAreFoundAndTheFirstOnesKept() {
    YamlTree tree = YamlTree.parse("f", "a: 1\nb:\n  c: 1\n  c: 2\na: 3\na: 4\n");
    assertThat(tree.problems()).extracting(Problem::line).containsExactly(4, 5, 6);
    assertThat(tree.problems()).extracting(Problem::key).containsExactly("b.c", "a", "a");
    assertThat(tree.problems().get(1).message()).contains("'a' stands twice").contains("line 1");
    assertThat(tree.root().find("a")).contains(new ScalarNode(new Position(1, 4), "1", false));
  }

  @Test
  void allTabsInIndentationAreFound() {
    YamlTree tree = YamlTree.parse("f", "a:\n\tb: 1\nc:\n  \td: 2\n\t# a comment may\n");
    assertThat(tree.problems()).extracting(Problem::line).containsExactly(2, 4);
    assertThat(tree.problems()).extracting(Problem::column).containsExactly(1, 3);
    assertThat(tree.problems()).allSatisfy(problem -> assertThat(problem.suggestion()).isEqualTo("indent with spaces"));
  }

  /** Line breaks are written as |, tabs as ~. */
  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '^', value = {
      "a: 'x|b: 2; 1; 4; quote opened here is never closed",
      "a: \"x; 1; 4; quote opened here is never closed",
      "a: [1, 2|b: 3; 2; 2; opened at line 1, column 4",
      "a: {b: 1|c: 3; 2; 2; opened at line 1, column 4",
      "{\"a\" 1}; 1; 6; expected a comma or the end",
      "name demo; 1; 1; the file holds a single value",
      "- a|- b; 1; 1; the file holds a list",
      "^^; 1; 1; the file is empty",
      "# only a comment|; 1; 1; the file is empty",
      "a: b: c; 1; 5; a ':' where no key can stand",
      "a: 1|  b: 2; 2; 4; a ':' where no key can stand",
      "a: @x; 1; 4; cannot start with this character",
      "a: `x`; 1; 4; cannot start with this character",
      "a: \"\\q\"; 1; 6; unknown escape",
      "a:|  b: 1| c: 2; 3; 2; does not continue the lines above",
      "a: 'it's'; 1; 8; unexpected text after the value",
      "a: &x [*x]; 1; 8; unknown alias 'x'",
      "a: *y; 1; 4; unknown alias 'y'",
      "---|a: 1|---|b: 1; 4; 1; a second document starts here",
      "a: !!python/object:os.system ls; 1; 4; has no meaning here",
      "? [a, b]|: c; 1; 3; a key must be a single word",
      "a: 1|b|c: 3; 2; 1; no ':' after its key",
      "a: }; 1; 4; expected a value",
      "a: -|  - x; 1; 4; a '- ' item cannot stand here",
      "b: 6|c:~6; 2; 3; a tab cannot stand here",
      "%YAML 9; 1; 8; while scanning a directive",
  })
  void malformedTextGivesAProblemAtItsPlace(String text, int line, int column, String message) {
    YamlTree tree = YamlTree.parse("f", text.replace('|', '\n').replace('~', '\t'));
    assertThat(tree.problems()).isNotEmpty();
    Problem first = tree.problems().getFirst();
    assertThat(first.message()).contains(message);
    assertThat(List.of(first.line(), first.column())).containsExactly(line, column);
  }

  @Test
  void everyPrefixAndEveryDamagedByteOfAFileGivesATreeOrProblems() {
    String text = "name: x\nlist: [1, {a: 'b'}, \"c\\n\"]\nmap:\n  - &k d: |\n      text\n  - *k\n? e\n: !t 5\n";
    for (int end = 0; end < text.length(); end++) {
      YamlTree.parse("f", text.substring(0, end));
      for (char c : "\t{}[]:\"'&*!|>%@`\0\n-?#, \ud800".toCharArray()) {
        YamlTree tree = YamlTree.parse("f", text.substring(0, end) + c + text.substring(end + 1));
        assertThat(tree.root().keys().isEmpty() && tree.problems().isEmpty()).isFalse();
      }
    }
  }

  @Test
  void aliasesAreReplacedByWhatTheyName() {
    MapNode root = YamlTree.parse("f", "a: &x {k: 1}\nb: *x\n").rootOrThrow();
    assertThat(root.find("b")).isEqualTo(root.find("a"));
  }

  @Test
  void nestedAliasesThatStandForMillionsOfValuesAreRefused() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(10, alias)) + "]\n");
    }
    assertThat(YamlTree.parse("f", text.toString()).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("more than 100000 values"));
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(YamlTree.parse("f", "[".repeat(100_000)).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("nested deeper than 64"));
  }

  @Test
  void controlCharactersAreRefusedAtTheirPlace() {
    assertThat(YamlTree.parse("f", "a: 1\nb: \u0001").problems()).singleElement()
        .satisfies(problem -> assertThat(problem.describe("f")).startsWith("f:2:4: the character U+0001"));
  }

  @Test
  void invalidUtf8IsRefusedAtItsPlace() throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.write(file, "name: \u00fc\nb: \u00fc".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(YamlTree.read(file).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.describe("x")).startsWith("x:1:7: is not UTF-8"));
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreFine() throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.writeString(file, "\ufeffname: x\r\nb: 2\r\n");
    assertThat(YamlTree.read(file).rootOrThrow().keys()).containsExactly("name", "b");
  }

  @Test
  void hugeFilesAreRefusedUnread() throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.write(file, new byte[YamlTree.MAXIMUM_BYTES + 1]);
    assertThat(YamlTree.read(file).problems().getFirst().message()).contains("4194305 bytes");
  }

  @Test
  void missingFileSuggestsItsNeighbourAndFoldersAreNoFiles() throws IOException {
    Files.writeString(folder.resolve("psrnn.yaml"), "a: 1");
    Problem missing = YamlTree.read(folder.resolve("psrn.yaml")).problems().getFirst();
    assertThat(missing.message()).isEqualTo("no such file");
    assertThat(missing.suggestion()).endsWith("psrnn.yaml");
    assertThat(missing.line()).isZero();
    assertThat(YamlTree.read(folder).problems().getFirst().message()).contains("is a folder");
  }

  @Test
  void exceptionListsEveryProblemInOrder() {
    YamlTree tree = YamlTree.parse("f.yaml", "a: 1\na: 2\na: !t 3\n");
    assertThatThrownBy(tree::rootOrThrow).isInstanceOf(ConfigException.class)
        .hasMessageContaining("f.yaml:2:1: a: the key 'a' stands twice; first at line 1 (try: keep one of them)\n")
        .hasMessageContaining("f.yaml:3:4: a: the tag '!t'");
  }

  @Test
  void valueOfAnOverrideIsReadAlone() {
    assertThat(YamlTree.value("x=1e-3", "1e-3")).isEqualTo(new ScalarNode(new Position(1, 1), "1e-3", false));
    assertThat(YamlTree.value("x=[1, 2]", "[1, 2]")).isInstanceOf(ListNode.class);
    assertThatThrownBy(() -> YamlTree.value("x=[1", "[1")).isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("x=[1:1:");
  }

  @Test
  void overridesReplaceAndAddValues() {
    MapNode root = YamlTree.parse("f", "a: {b: 1, c: 2}\n").rootOrThrow();
    Node nine = YamlTree.value("o", "9");
    MapNode changed = root.with(List.of("a", "b"), nine).with(List.of("d", "e"), nine);
    assertThat(YamlText.of(changed)).isEqualTo("a:\n  b: 9\n  c: 2\nd:\n  e: 9\n");
    assertThat(YamlText.of(root)).isEqualTo("a:\n  b: 1\n  c: 2\n");
  }
}
