package plast.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plast.experiment.Product;

/** The program: finds the verb, runs it, turns errors into messages and exit codes. */
@Command(
    name = "plast",
    description = "A laboratory for synaptic plasticity.",
    version = Product.VERSION,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    footer = {
      "",
      "Examples:",
      "  plast reproduce psrnn --quick          train psRNNs and their rivals, print verdicts, write a report",
      "  plast run my.yaml seeds=4              train the networks that a file describes",
      "  plast tasks dms --figure dms.svg       draw one trial of a task",
      "",
      "plast VERB --help says more. Exit codes: 0 ok, 1 failed, 2 wrong usage or file, 130 interrupted."
    },
    subcommands = {
      ReproduceCommand.class, RunCommand.class, ResumeCommand.class, TuneCommand.class, CompareCommand.class,
      CheckCommand.class,
      TasksCommand.class, RulesCommand.class, LsCommand.class, ShowCommand.class, IndexCommand.class, PlotCommand.class,
      DoctorCommand.class, ExecCommand.class, ShellCommand.class, BenchCommand.class, TestCommand.class, HelpCommand.class
    })
public final class Main implements Runnable {
  static final int OK = 0, FAILED = 1, WRONG = 2, INTERRUPTED = 130;

  /** Verbs whose arguments are for another program, options included. */
  private static final Set<String> PASSING_ON = Set.of("exec", "bench");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Console.system(), arguments));
  }

  /** Runs one command. */
  static int run(Console console, String... arguments) {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    boolean debug = rest.remove("--debug") || System.getenv("PLAST_DEBUG") != null;
    CommandLine line = new CommandLine(new Main(), new CommandFactory(console));
    Errors errors = new Errors(console, debug);
    line.getSubcommands().forEach((verb, command) -> command.setStopAtPositional(PASSING_ON.contains(verb)));
    line.setOut(console.out());
    line.setErr(console.err());
    line.setUsageHelpWidth(100);
    line.setUsageHelpAutoWidth(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(errors::usage);
    line.setExecutionExceptionHandler(errors::execution);
    int code = line.execute(rest.toArray(String[]::new));
    console.out().flush();
    console.err().flush();
    return code;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no verb given");
  }
}
