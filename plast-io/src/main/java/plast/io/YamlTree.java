package plast.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A YAML 1.2 or JSON file as a tree with positions, and what was wrong with its text. One file holds one map; anchors
 * and aliases work, tags and several documents do not.
 *
 * @param source   the file's name as the user wrote it
 * @param root     what could be read; empty after a syntax error
 * @param problems in the order of the file; empty when all is well
 */
public record YamlTree(String source, MapNode root, List<Problem> problems) {

  /** Larger files are refused: no experiment is written by hand at this size. */
  public static final int MAXIMUM_BYTES = 4 << 20;

  public YamlTree {
    problems = ConfigException.inOrder(problems);
  }

  /** Reads a file; a missing or unreadable one is a problem like any other. */
  public static YamlTree read(Path file) {
    String source = file.toString();
    if (Files.isDirectory(file)) return failed(source, Problem.of("is a folder, not an experiment file"));
    if (!Files.exists(file)) return failed(source, Problem.of("no such file").suggesting(neighbour(file).orElse("")));
    try {
      long size = Files.size(file);
      if (size > MAXIMUM_BYTES) {
        return failed(source, Problem.of("has " + size + " bytes; an experiment file has at most " + MAXIMUM_BYTES));
      }
      return parse(source, Files.readAllBytes(file));
    } catch (IOException e) {
      return failed(source, Problem.of("cannot be read: " + FileFailure.reason(e)));
    }
  }

  /** Parses text that is at hand. */
  public static YamlTree parse(String source, String text) {
    return new YamlParser(source).parse(text);
  }

  /**
   * Parses one value, such as that of {@code key=value} on the command line.
   *
   * @param source what to call the text in messages
   * @throws ConfigException when it is not one value
   */
  public static Node value(String source, String text) {
    return new YamlParser(source).value(text);
  }

  /** @throws ConfigException when there was any problem */
  public MapNode rootOrThrow() {
    if (!problems.isEmpty()) throw new ConfigException(source, problems);
    return root;
  }

  static YamlTree failed(String source, Problem problem) {
    return new YamlTree(source, new MapNode(new Position(1, 1), Map.of()), List.of(problem));
  }

  private static YamlTree parse(String source, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      String text = decoder.decode(input).toString();
      return parse(source, text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      String before = new String(bytes, 0, input.position(), StandardCharsets.UTF_8);
      return failed(source, Problem.at(YamlParser.positionOf(before, before.length()), "",
          "is not UTF-8 text here").suggesting("save the file as UTF-8"));
    }
  }

  /** A file beside the missing one with nearly its name. */
  private static Optional<String> neighbour(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) return Optional.empty();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString()).sorted().toList();
      return Nearest.of(file.getFileName().toString(), names).map(name -> file.resolveSibling(name).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
