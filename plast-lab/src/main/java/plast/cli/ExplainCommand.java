package plast.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plast.equation.CheckedRule;
import plast.equation.EquationException;
import plast.equation.Problem;
import plast.equation.RuleAnalysis;
import plast.equation.RuleAnalysis.Change;
import plast.equation.RuleDerivatives;
import plast.io.Json;
import plast.io.Nearest;

/** {@code plast rules explain}: what follows from a rule's equations alone, and a picture of Δw. */
@Command(
    name = "explain",
    description = "Explain a plasticity rule written as equations: units, Δw, LaTeX, whether it is local, separable and "
        + "differentiable, its derivatives, where w stands still. docs/language.md shows how to write one.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast rules explain 'dw = lr*(pre*post - w*post**2)' --set lr=0.01 --figure oja.svg"})
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TEXT", description = "The rule, or a file that holds it, or - for standard input.")
  private String text = "";

  @Option(names = "--figure", paramLabel = "FILE", description = "Draw Δw over both rates (.svg or .png; .csv for numbers).")
  @Nullable
  private Path figure;

  @Option(names = "--w", paramLabel = "NUMBER", description = "The weight in the figure (${DEFAULT-VALUE}).",
      defaultValue = "0.1")
  private double w;

  @Option(names = "--rates", paramLabel = "LOW,HIGH", description = "Rates in the figure (${DEFAULT-VALUE}).",
      defaultValue = "0,1")
  private String rates = "";

  @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A value in the figure, such as lr=0.01; may be repeated.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--latex", description = "Print Δw as LaTeX and nothing else.")
  private boolean latex;

  @Option(names = "--show-code", description = "Print the code that is made of Δw: its averages, and the kernel over synapses.")
  private boolean code;

  @Mixin
  private JsonOption json = new JsonOption();

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (figure != null) FigureFile.checkEnding(figure);
    double[] ends = ends();
    Optional<Path> file = file();
    String object = file.map(path -> "rule '" + path.getFileName() + "'").orElse("rule");
    RuleReading reading = RuleReading.of(object, content(file));
    if (reading.rule().isEmpty()) return wrong(reading.problems());
    RuleExplanation explanation = explained(reading.rule().get(), reading);
    say(explanation, reading.problems());
    if (figure != null) {
      RuleValues values = RuleValues.of(explanation.checked(), set);
      Path target = console.folder().resolve(figure);
      String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).replaceAll("\\.[a-z]+$", "")
          .replaceAll("[^a-z0-9-]", "-").replaceFirst("^-*", "rule-");
      FigureFile.write(new RuleDrawing(values, w, ends[0], ends[1]).figure(name, explanation.analysis().changes()), target);
      (json.asked() || latex ? console.err() : console.out()).println(target);
    }
    return Main.OK;
  }

  private static RuleExplanation explained(CheckedRule rule, RuleReading reading) {
    try {
      return new RuleExplanation(rule, RuleAnalysis.of(rule), RuleDerivatives.of(rule, Optional.empty()),
          reading.assumptions());
    } catch (EquationException e) {
      throw new Wrong("the rule cannot be explained: " + e.getMessage());
    }
  }

  private void say(RuleExplanation explanation, List<Problem> warnings) {
    if (json.asked()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("ok", true);
      all.put("problems", warnings.stream().map(ExplainCommand::json).toList());
      all.putAll(explanation.json());
      if (code) all.put("code", explanation.code());
      console.say(Json.compact(all));
      return;
    }
    if (!warnings.isEmpty()) {
      warnings.forEach(problem -> console.note(problem.text()));
      console.note("");
    }
    if (latex) latex(explanation.analysis().changes()); else explanation.print(console);
    if (code && !latex) {
      console.say("");
      explanation.code().forEach(console::say);
    }
  }

  private void latex(List<Change> changes) {
    for (Change change : changes) {
      if (changes.size() > 1) console.say("% every " + change.every().text());
      console.say(RuleExplanation.latex(change));
    }
  }

  private int wrong(List<Problem> problems) {
    if (json.asked()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("ok", false);
      all.put("problems", problems.stream().map(ExplainCommand::json).toList());
      console.say(Json.compact(all));
    } else {
      problems.forEach(problem -> console.note(problem.text() + "\n"));
      console.note(Words.count(problems.size(), "problem"));
    }
    return Main.WRONG;
  }

  private static Map<String, Object> json(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    json.put("line", problem.place().line());
    json.put("column", problem.place().column());
    json.put("message", problem.found());
    json.put("suggestion", problem.nearest().isEmpty() ? problem.advice()
        : problem.nearest().getFirst().replaceFirst(" \\(.*", ""));
    return json;
  }

  private String content(Optional<Path> file) throws IOException {
    if (text.equals("-")) return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    if (file.isEmpty()) return text;
    try {
      String content = Files.readString(file.get());
      return content.startsWith("\uFEFF") ? content.substring(1) : content;
    } catch (MalformedInputException e) {
      throw new Wrong(text + " is not UTF-8 text");
    }
  }

  /** The file that the argument names, if it names one. */
  private Optional<Path> file() throws IOException {
    Path path;
    try {
      path = console.folder().resolve(text);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    if (text.isBlank()) throw new Wrong("the rule is empty; write one such as 'dw = lr*pre*post'");
    if (Files.isRegularFile(path)) return Optional.of(path);
    if (!text.equals("-") && text.matches("[\\w./~-]+")) throw missing(path);
    return Optional.empty();
  }

  private Wrong missing(Path path) throws IOException {
    if (Files.isDirectory(path)) return new Wrong(text + " is a folder; name a file that holds a rule");
    Path folder = path.toAbsolutePath().getParent();
    List<String> beside = new ArrayList<>();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName())).forEach(beside::add);
      }
    }
    return new Wrong("no such file: " + text
        + Nearest.of(String.valueOf(path.getFileName()), beside).map(near -> " (try: " + near + ")").orElse("")
        + "; a rule itself has a change of w, such as 'dw = lr*pre*post'");
  }

  private double[] ends() {
    String[] parts = rates.split(",", -1);
    try {
      double low = Double.parseDouble(parts[0].strip());
      double high = Double.parseDouble(parts[parts.length - 1].strip());
      if (parts.length == 2 && low < high && Double.isFinite(low) && Double.isFinite(high)) return new double[] {low, high};
    } catch (NumberFormatException e) {
      // Said below, together with the other ways to be wrong.
    }
    throw new Wrong("--rates " + rates + ": write two numbers, the lower first, such as --rates 0,1");
  }
}
