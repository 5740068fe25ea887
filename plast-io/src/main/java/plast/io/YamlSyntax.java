package plast.io;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what a YAML syntax error means to somebody who does not know YAML's grammar. */
final class YamlSyntax {

  private YamlSyntax() {}

  /** @param lines of the whole text */
  static Problem explain(MarkedYamlEngineException error, String[] lines) {
    String context = Optional.ofNullable(error.getContext()).orElse("");
    String problem = Optional.ofNullable(error.getProblem()).orElse("is not YAML");
    Position here = position(error.getProblemMark().or(error::getContextMark));
    Position start = position(error.getContextMark().or(error::getProblemMark));
    if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
      return Problem.at(start, "", "the quote opened here is never closed").suggesting("close it on the same line");
    }
    if (context.contains("double-quoted") && problem.contains("escape")) {
      return Problem.at(here, "", "unknown escape after a backslash").suggesting("use single quotes");
    }
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      String bracket = context.contains("sequence") ? "[" : "{";
      return Problem.at(here, "", "expected a comma or the end of the '" + bracket + "' opened at line " + start.line()
          + ", column " + start.column()).suggesting("check commas and brackets");
    }
    if (context.contains("simple key")) {
      return Problem.at(start, "", "this line has no ':' after its key").suggesting("write key: value");
    }
    if (problem.contains("mapping values are not allowed")) {
      return Problem.at(here, "", "a ':' where no key can stand")
          .suggesting("check the indentation, or quote text that contains ': '");
    }
    String line = here.line() > 0 && here.line() <= lines.length ? lines[here.line() - 1] : "";
    String before = line.substring(0, line.offsetByCodePoints(0, Math.clamp(here.column() - 1, 0,
        line.codePointCount(0, line.length()))));
    String after = line.substring(before.length());
    if (after.startsWith("\t") || before.endsWith("\t")) {
      return Problem.at(here, "", "a tab cannot stand here").suggesting("use spaces");
    }
    if (problem.contains("cannot start any token")) {
      return Problem.at(here, "", "a value cannot start with this character").suggesting("put the value in quotes");
    }
    if (problem.contains("sequence entries are not allowed")) {
      return Problem.at(here, "", "a '- ' item cannot stand here").suggesting("put each item on a line of its own");
    }
    if (problem.contains("expected the node content")) {
      return Problem.at(here, "", "expected a value").suggesting("check brackets and quotes");
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return before.isBlank()
          ? Problem.at(here, "", "this line does not continue the lines above").suggesting("check its indentation")
          : Problem.at(here, "", "unexpected text after the value").suggesting("check the quotes of this line");
    }
    String where = context.isEmpty() ? "" : context + ": ";
    return Problem.at(here, "", where + problem);
  }

  static Position position(Optional<Mark> mark) {
    return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.NOWHERE);
  }
}
