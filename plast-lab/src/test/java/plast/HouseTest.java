package plast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no compiler checks: the shape of the source files, and that README.md promises only what CI runs. */
class HouseTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final int WIDEST_LINE = 120;
  /** Of plast-lab, some of whose lines are older than the limit of the others. */
  private static final int WIDEST_LINE_OF_LAB = 140;
  private static final int LONGEST_FILE = 400;

  @Test
  void everyPackageIsNullMarked() {
    List<Path> unmarked = sources("src/main/java").stream()
        .map(file -> file.resolveSibling("package-info.java")).distinct()
        .filter(info -> !Files.exists(info) || !text(info).contains("@NullMarked"))
        .map(ROOT::relativize).toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void linesAreShortWithoutTabsOrTrailingSpaces() {
    assertThat(linesWhere((file, line) -> line.length() > widest(file)
        || line.indexOf('\t') >= 0 || line.endsWith(" ")))
        .isEmpty();
  }

  private static int widest(Path file) {
    return file.startsWith(ROOT.resolve("plast-lab")) ? WIDEST_LINE_OF_LAB : WIDEST_LINE;
  }

  @Test
  void noMergeIsLeftHalfDone() {
    Pattern marker = Pattern.compile("^(<{7} |={7}$|>{7} )");
    assertThat(linesWhere((file, line) -> marker.matcher(line).find())).isEmpty();
  }

  @Test
  void filesAreAtMost400LinesLong() {
    assertThat(sources("src").stream().filter(file -> text(file).lines().count() > LONGEST_FILE).map(ROOT::relativize))
        .isEmpty();
  }

  @Test
  void noFileLeavesWorkForLaterOrNamesAnAuthor() {
    Pattern leftover = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@auth" + "or");
    assertThat(linesWhere((file, line) -> leftover.matcher(line).find())).isEmpty();
  }

  @Test
  void readmeCommandsAreRunByCi() {
    List<String> commands = commandsIn(text(ROOT.resolve("README.md")));
    assertThat(commands).isNotEmpty();
    assertThat(text(ROOT.resolve(".ci/run")).lines().map(String::strip)).containsAll(commands);
  }

  /** The lines of the fenced blocks marked sh, without comments. */
  private static List<String> commandsIn(String page) {
    return Pattern.compile("(?ms)^```sh\\n(.*?)^```").matcher(page).results()
        .flatMap(block -> block.group(1).lines())
        .map(line -> line.replaceFirst("\\s+#.*", "").strip())
        .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
  }

  private static List<String> linesWhere(BiPredicate<Path, String> condition) {
    return sources("src").stream().flatMap(file -> {
      List<String> lines = text(file).lines().toList();
      return IntStream.range(0, lines.size()).filter(i -> condition.test(file, lines.get(i)))
          .mapToObj(i -> ROOT.relativize(file) + ":" + (i + 1));
    }).toList();
  }

  /** All Java files below this folder of each module. */
  private static List<Path> sources(String folder) {
    return Stream.of("plast-core", "plast-io", "plast-lab").map(module -> ROOT.resolve(module).resolve(folder))
        .filter(Files::isDirectory).flatMap(HouseTest::javaFiles).toList();
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(path -> path.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
