package plast.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plast.io.Json;

/** {@code bench latency}: how long equations take to become a running kernel, in JVMs that have just started. */
@Command(
    name = "latency", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Times the way from a model's text to its running kernel, in new JVMs in turns.",
    footer = {"", "Example: plast bench latency --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LatencyBench implements Callable<Integer> {
  private static final String CACHE = "-XX:SharedArchiveFile";

  @Option(names = "--samples", defaultValue = "11", description = "JVMs of either kind (${DEFAULT-VALUE})")
  private int samples;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (samples < 1) {
      throw new ParameterException(spec.commandLine(), "--samples is " + samples + ", and must be at least 1");
    }
    List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
    List<String> bare = flags.stream().filter(flag -> !flag.startsWith(CACHE)).toList();
    List<double[]> launched = new ArrayList<>();
    List<double[]> withoutCache = new ArrayList<>();
    for (int k = 0; k < samples; k++) {
      launched.add(sample(flags));
      withoutCache.add(sample(bare));
    }
    LatencyResult result = new LatencyResult(
        samples, LatencyResult.Times.of(launched), LatencyResult.Times.of(withoutCache));
    spec.commandLine().getOut().print(json ? Json.compact(result.fields()) + "\n" : result.text());
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** What one new JVM with {@code flags} measures. */
  private static double[] sample(List<String> flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LatencySample.class.getName()));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int code = process.waitFor();
    if (code != 0) throw new IllegalStateException("a JVM that should measure ended with exit code " + code);
    return numbers(printed);
  }

  static double[] numbers(String printed) {
    return Arrays.stream(printed.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
