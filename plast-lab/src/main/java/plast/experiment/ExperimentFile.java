package plast.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.io.ConfigException;
import plast.io.MapNode;
import plast.io.Node;
import plast.io.Position;
import plast.io.Problem;
import plast.io.Problems;
import plast.io.ScalarNode;
import plast.io.YamlTree;
import plast.learn.Condition;

/**
 * Experiment files: YAML with a base, named conditions, presets and includes. Everything wrong with a file is reported at
 * once. The format is described in {@code docs/experiment.md}.
 */
public final class ExperimentFile {

  /**
   * A file that was looked at.
   *
   * @param source     its name as written
   * @param experiment what it describes; empty when there are problems
   * @param problems   what is wrong, in the order of the file
   * @param notices    what is allowed but should be known
   */
  public record Checked(
      String source, Optional<Experiment> experiment, List<Problem> problems, List<String> notices) {

    /** @throws ConfigException with every problem, when there is one */
    public Experiment orThrow() {
      return experiment.orElseThrow(() -> new ConfigException(source, problems));
    }
  }

  /** The machine an experiment is checked for. */
  public record Machine(int processors, long heapBytes) {
    /** The one this program runs on. */
    public static Machine here() {
      return new Machine(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
    }
  }

  private final String source;
  private final Path folder;
  private final Machine machine;
  private final Problems problems;

  private ExperimentFile(String source, Path folder, Machine machine) {
    this.source = source;
    this.folder = folder;
    this.machine = machine;
    this.problems = new Problems(source);
  }

  /**
   * Looks at a file.
   *
   * @param overrides {@code key=value}, as on the command line
   */
  public static Checked check(Path file, List<String> overrides) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    return new ExperimentFile(file.toString(), folder, Machine.here()).check(YamlTree.read(file), overrides);
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException with every problem, when there is one
   */
  public static Experiment read(Path file, List<String> overrides) {
    return check(file, overrides).orThrow();
  }

  /** Looks at text; includes are looked for in {@code folder}. */
  public static Checked checkText(String source, String text, Path folder, List<String> overrides) {
    return checkText(new Named(source, text), folder, Machine.here(), overrides);
  }

  /** Text and what to call it. */
  record Named(String source, String text) {}

  static Checked checkText(Named text, Path folder, Machine machine, List<String> overrides) {
    return new ExperimentFile(text.source(), folder, machine)
        .check(YamlTree.parse(text.source(), text.text()), overrides);
  }

  private Checked check(YamlTree tree, List<String> overrides) {
    List<Document> documents = Documents.of(tree, folder, problems);
    if (tree.root().entries().isEmpty()) return checked(Optional.empty());
    Map<String, Place> names = conditionNames(documents);
    Document commandLine = Overrides.read(overrides, names.keySet(), problems);
    List<Document> all = new ArrayList<>(documents);
    all.add(commandLine);
    TopKeys top = new TopKeys(all, problems);
    String name = top.name(standardName());
    long seed = top.count("seed", TopKeys.SEED, 1);
    List<Integer> seeds = top.seeds("", 1, Experiment.STANDARD_SEEDS);
    int threads = (int) top.count("threads", TopKeys.THREADS, 0);
    CheckpointPeriod checkpoint = top.checkpoint();
    ConditionAssembly assembly = new ConditionAssembly(documents, commandLine, problems);
    List<ConditionAssembly.Assembled> assembled = new ArrayList<>();
    for (String condition : names.keySet()) {
      ConditionAssembly.Assembled one = assembly.assemble(condition);
      if (one.task().isEmpty()) missingTask(one);
      else if (new ConditionCheck(one, problems).canBeMade()) assembled.add(one);
    }
    List<Condition> conditions = assembled.stream().map(one -> one.settings().condition(one.name())).toList();
    Experiment experiment = new Experiment(
        name, seed, seeds, conditions, threads, checkpoint, new TuneReader(top, problems).read(seeds));
    int atATime = experiment.threadsOn(machine.processors());
    for (ConditionAssembly.Assembled one : assembled) {
      new ConditionCheck(one, problems).run(atATime, machine.heapBytes());
    }
    return checked(Optional.of(experiment));
  }

  private Checked checked(Optional<Experiment> experiment) {
    List<Problem> distinct = List.copyOf(new LinkedHashSet<>(problems.list()));
    Optional<Experiment> valid = distinct.isEmpty() ? experiment : Optional.empty();
    return new Checked(source, valid, distinct, valid.map(Notices::of).orElse(List.of()));
  }

  private void missingTask(ConditionAssembly.Assembled assembled) {
    boolean named = problems.list().stream().anyMatch(p -> p.key().endsWith("task.name") || p.key().endsWith("task"));
    if (!named) problems.add(assembled.place().problem("task", "no task is named", "task: dms"));
  }

  /** Condition names in the order of the documents, with their places; one called base when there is none. */
  private Map<String, Place> conditionNames(List<Document> documents) {
    Map<String, Place> names = new LinkedHashMap<>();
    for (Document document : documents) {
      Optional<Node> node = document.root().find("conditions");
      if (node.isEmpty() || node.get() instanceof ScalarNode scalar && scalar.isNull()) continue;
      if (!(node.get() instanceof MapNode map)) {
        problems.add(document.place(node.get().position()).problem("conditions",
            "must be a group of named conditions, not " + node.get().kind(), "conditions: {ps: {preset: ps-sparse}}"));
        continue;
      }
      map.entries().forEach((name, entry) -> conditionName(names, name, document.place(entry.keyPosition())));
    }
    if (names.isEmpty()) names.put("base", new Place(new Position(1, 1), ""));
    return names;
  }

  private void conditionName(Map<String, Place> names, String name, Place place) {
    if (!name.matches(TopKeys.NAME_PATTERN) || name.contains("__")) {
      problems.add(place.problem("conditions." + name,
          "'" + name + "' cannot name a condition: only letters, digits, '.', single '_' and '-'", ""));
    }
    Set<String> others = new LinkedHashSet<>(names.keySet());
    others.remove(name);
    for (String other : others) {
      if (other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        problems.add(place.problem("conditions." + name, "differs from condition '" + other + "' in case alone", ""));
      }
    }
    names.putIfAbsent(name, place);
  }

  private String standardName() {
    String file = Path.of(source).getFileName().toString().replaceFirst("\\.(ya?ml|json)$", "");
    String name = file.replaceAll("[^A-Za-z0-9._-]", "-");
    return name.matches(TopKeys.NAME_PATTERN) ? name : "experiment";
  }
}
