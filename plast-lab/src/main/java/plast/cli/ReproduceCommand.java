package plast.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plast.experiment.Interruption;
import plast.experiment.Product;
import plast.experiment.Progress;
import plast.experiment.RunStart;
import plast.io.Json;
import plast.io.Nearest;
import plast.io.RunFolder;
import plast.io.RunRecord;
import plast.paper.psrnn.Part;
import plast.paper.psrnn.Reproduction;
import plast.paper.psrnn.Request;
import plast.paper.psrnn.Synapses;

/** {@code plast reproduce}: a published study from its conditions to its verdicts. */
@Command(
    name = "reproduce",
    description = {
      "Reproduce a study: train its networks, test its claims, draw its figures, write its report.",
      "psrnn: the plasticity-switching recurrent network of Turcu, Cornford, Dorkenwald and Mihalas (2026). Only "
          + "abstracts of it are public; the rule, the tasks and all numbers are our choice."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: plast reproduce psrnn --quick",
      "The full study trains about 5000 networks; interrupt it at will, plast resume continues it. docs/psrnn.md explains it."
    })
final class ReproduceCommand implements Callable<Integer> {
  private static final String SYNAPSE_TABLE = "--synapse-table";

  private final Console console;

  @Parameters(paramLabel = "STUDY", description = "psrnn")
  @SuppressWarnings("NullAway.Init")
  private String study;

  @Option(names = "--quick", description = "A minute's version: delayed match to sample, 16 seeds, the main conditions.")
  private boolean quick;

  @Option(names = "--part", paramLabel = "PART", description = "reference, atlas or all (the default; with --quick: reference).")
  @Nullable
  private String part;

  @Option(names = "--task", paramLabel = "TASK", description = "One task alone, such as dms or cdm-short.")
  @Nullable
  private String task;

  @Option(names = "--seeds", paramLabel = "N", description = "Networks per condition (40; atlas 24; quick 16).")
  @Nullable
  private Integer seeds;

  @Option(names = "--cap", paramLabel = "TRIALS", description = "Trials after which every network stops, for a first look.")
  @Nullable
  private Integer cap;

  @Option(names = "--threads", paramLabel = "K", description = "Networks trained at a time; all processors by default.")
  @Nullable
  private Integer threads;

  @Option(names = SYNAPSE_TABLE, paramLabel = "FILE",
      description = "A table of synapse sizes (column spine_vol_um3 or size) for the weight figure.")
  @Nullable
  private Path synapseTable;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  ReproduceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!study.equals(Reproduction.NAME)) {
      throw new Wrong("there is no study '" + study + "'; the one that can be reproduced is psrnn");
    }
    if (threads != null && threads < 1) throw new Wrong("--threads must be at least 1, not " + threads);
    Request request = request();
    List<String> arguments = new ArrayList<>(request.words());
    if (synapseTable != null) {
      Path table = console.folder().resolve(synapseTable).toAbsolutePath();
      Synapses.of(Optional.of(table));   // a wrong file is known before a folder is made
      arguments.addAll(List.of(SYNAPSE_TABLE, table.toString()));
    }
    RunFolder folder = Reproduction.prepare(request, threads == null ? 0 : threads, new RunStart(
        runs.folder(console), Reproduction.KIND, arguments, List.of(), Product.versions(), console.clock()));
    return carryOut(console, folder, json.asked());
  }

  private Request request() {
    try {
      return new Request(parts(), quick, Optional.ofNullable(task), optional(seeds), optional(cap));
    } catch (IllegalArgumentException e) {
      throw new Wrong(String.valueOf(e.getMessage()));
    }
  }

  /** What is asked for; a task alone says which part it belongs to. */
  private Set<Part> parts() {
    if (part == null) {
      if (task != null) return EnumSet.of(task.endsWith("-short") ? Part.ATLAS : Part.REFERENCE);
      return quick ? EnumSet.of(Part.REFERENCE) : EnumSet.allOf(Part.class);
    }
    return switch (part) {
      case "reference" -> EnumSet.of(Part.REFERENCE);
      case "atlas" -> EnumSet.of(Part.ATLAS);
      case "all" -> EnumSet.allOf(Part.class);
      default -> throw new Wrong("unknown part '" + part + "'"
          + Nearest.of(part, List.of("reference", "atlas", "all")).map(n -> " (try: " + n + ")").orElse(
              "; the parts are reference, atlas and all"));
    };
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Trains what a folder still lacks, reports, and prints what came of it. */
  static int carryOut(Console console, RunFolder folder, boolean json) throws IOException {
    RunRecord record = folder.record();
    int asked = Reproduction.threads(folder);
    int atATime = asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
    Interruption interruption = new Interruption();
    Signals.stop(interruption, console);
    Reproduction.Result result;
    try (ProgressDisplay display = ProgressDisplay.of(console, folder.name(), json)) {
      result = Reproduction.go(folder, Reproduction.requestOf(record), new Reproduction.Conduct(
          atATime, synapseTable(record), console.clock(), interruption, watcher(console, display, json)));
    }
    if (json) {
      console.say(Json.compact(Reproduction.json(result)));
    } else {
      result.findings().ifPresent(findings -> new VerdictPrinter(console).print(findings));
      result.report().ifPresent(report -> console.say("\nReport: " + report.toAbsolutePath().normalize()));
    }
    return RunCommand.code(console, folder, result.state());
  }

  private static Reproduction.Watcher watcher(Console console, ProgressDisplay display, boolean json) {
    return new Reproduction.Watcher() {
      @Override
      public void training(Progress progress) {
        display.progress(progress);
      }

      @Override
      public void phase(String what) {
        display.close();
        if (!json) console.note(what + "…");
      }
    };
  }

  private static Optional<Path> synapseTable(RunRecord record) {
    int place = record.arguments().indexOf(SYNAPSE_TABLE);
    return place < 0 ? Optional.empty() : Optional.of(Path.of(record.arguments().get(place + 1)));
  }
}
