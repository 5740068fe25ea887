package plast.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Runs the YAML engine over one text and turns everything that it objects to into problems. */
final class YamlParser {

  private static final Pattern TAB_INDENT = Pattern.compile("^ *\\t\\s*[^\\s#].*");
  private static final int MOST_TABS = 20;

  private final String source;

  YamlParser(String source) {
    this.source = source;
  }

  YamlTree parse(String text) {
    List<Problem> problems = new ArrayList<>();
    Node root = read(text, problems);
    if (root instanceof MapNode map) return new YamlTree(source, map, problems);
    if (problems.isEmpty()) problems.add(notAMap(root));
    return new YamlTree(source, new MapNode(new Position(1, 1), Map.of()), problems);
  }

  Node value(String text) {
    List<Problem> problems = new ArrayList<>();
    Node value = read(text, problems);
    if (!problems.isEmpty()) throw new ConfigException(source, problems);
    return value;
  }

  private Node read(String text, List<Problem> problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setCodePointLimit(YamlTree.MAXIMUM_BYTES).build();
    try {
      return new YamlComposer(new Parse(settings).parseString(text).iterator(), problems).compose();
    } catch (YamlComposer.GivenUp e) {
      problems.add(e.problem());
    } catch (MarkedYamlEngineException e) {
      List<Problem> tabs = tabs(text);
      if (tabs.isEmpty()) problems.add(YamlSyntax.explain(e, text.split("\\R", -1)));
      problems.addAll(tabs);
    } catch (ReaderException e) {
      problems.add(Problem.at(positionOf(text, text.offsetByCodePoints(0, e.getPosition())), "",
          "the character U+%04X is not text".formatted(e.getCodePoint())).suggesting("is this an experiment file?"));
    } catch (YamlEngineException e) {
      problems.add(Problem.of("is not YAML: " + e.getMessage()));
    }
    return new ScalarNode(new Position(1, 1), "", false);
  }

  private static Problem notAMap(Node root) {
    if (root instanceof ScalarNode scalar && scalar.isNull()) {
      return Problem.at(new Position(1, 1), "", "the file is empty")
          .suggesting("start with a line such as name: pilot");
    }
    return Problem.at(root.position(), "", "the file holds " + root.kind() + ", not lines of the form key: value");
  }

  /** The lines whose indentation contains a tab: all of them, where the engine stops at the first. */
  private static List<Problem> tabs(String text) {
    List<Problem> found = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length && found.size() < MOST_TABS; i++) {
      if (!TAB_INDENT.matcher(lines[i]).matches()) continue;
      found.add(Problem.at(new Position(i + 1, lines[i].indexOf('\t') + 1), "", "a tab in the indentation")
          .suggesting("indent with spaces"));
    }
    return found;
  }

  /** The place of a character; columns count characters. */
  static Position positionOf(String text, int index) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) != '\n') continue;
      line++;
      start = i + 1;
    }
    return new Position(line, text.codePointCount(start, index) + 1);
  }
}
