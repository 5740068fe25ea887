package plast.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import plast.io.ConfigException;
import plast.io.Nearest;
import plast.io.Problem;

/** Turns errors into lines that say what is wrong, where, and what would be right. */
record Errors(Console console, boolean debug) {

  /** A command line that picocli could not make sense of. */
  int usage(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    String verb = line.getCommandSpec().qualifiedName();
    console.note("plast: " + (exception instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched, line)
        : exception.getMessage()));
    console.note("See: " + verb + " --help");
    trace(exception);
    return Main.WRONG;
  }

  private static String unmatched(UnmatchedArgumentException exception, CommandLine line) {
    String given = exception.getUnmatched().getFirst();
    boolean option = given.startsWith("-");
    boolean verb = !option && line.getParent() == null;
    List<String> known = new ArrayList<>();
    if (option) line.getCommandSpec().optionsMap().keySet().forEach(known::add);
    if (verb) known.addAll(line.getSubcommands().keySet());
    String what = option ? "unknown option" : verb ? "unknown verb" : "what is";
    String name = option && given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
    Optional<String> near = Nearest.of(name, known);
    return what + " '" + name + "'" + near.map(n -> " (try: " + n + ")").orElse(verb || option ? "" : "?");
  }

  /** What a command threw. */
  int execution(Exception exception, CommandLine line, ParseResult parsed) {
    trace(exception);
    switch (exception) {
      case ConfigException config -> {
        print(config.source(), config.problems());
        return Main.WRONG;
      }
      case Wrong wrong -> {
        console.note("plast: " + wrong.getMessage());
        return Main.WRONG;
      }
      case IOException _, UncheckedIOException _ -> console.note("plast: " + exception.getMessage());
      default -> console.note("plast: " + (exception.getMessage() == null ? exception.toString() : exception.getMessage())
          + (debug ? "" : " (unexpected; --debug shows where)"));
    }
    return Main.FAILED;
  }

  /** Each problem with the line it is in. */
  void print(String source, List<Problem> problems) {
    List<String> lines = lines(source);
    for (Problem problem : problems) {
      console.note(problem.describe(source));
      if (problem.line() < 1 || problem.line() > lines.size()) continue;
      String text = lines.get(problem.line() - 1);
      console.note("  " + text);
      int before = Math.min(Math.max(problem.column() - 1, 0), text.length());
      console.note("  " + text.substring(0, before).replaceAll("[^\t]", " ") + "^");
    }
  }

  private static List<String> lines(String source) {
    try {
      Path file = Path.of(source);
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  private void trace(Throwable exception) {
    if (debug) exception.printStackTrace(console.err());
  }
}
