package plast.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench math}: the JMH benchmarks in short, within this process: a look, not a measurement. */
@Command(
    name = "math", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Prints a short table of what the hot paths take (about half a minute).",
    footer = {"", "Example: plast bench math"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class MathBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws RunnerException {
    Collection<RunResult> results = new Runner(new OptionsBuilder()
        .include("plast\\..*").forks(0).verbosity(VerboseMode.SILENT)
        .warmupIterations(2).warmupTime(TimeValue.milliseconds(200))
        .measurementIterations(3).measurementTime(TimeValue.milliseconds(100)).build()).run();
    PrintWriter out = spec.commandLine().getOut();
    results.stream().sorted(Comparator.comparing(MathBench::name))
        .forEach(result -> out.println(line(name(result), result.getPrimaryResult().getStatistics().getMin())));
    out.flush();
    return 0;
  }

  static String line(String name, double microseconds) {
    return String.format(Locale.ROOT, "%-52s %12.4f µs", name, microseconds);
  }

  /** {@code ProductBenchmark.product (shape 64x16)}. */
  private static String name(RunResult result) {
    BenchmarkParams params = result.getParams();
    String[] path = params.getBenchmark().split("\\.");
    String values = params.getParamsKeys().stream()
        .map(key -> key + " " + params.getParam(key)).collect(Collectors.joining(", ", " (", ")"));
    return path[path.length - 2] + "." + path[path.length - 1] + (params.getParamsKeys().isEmpty() ? "" : values);
  }
}
