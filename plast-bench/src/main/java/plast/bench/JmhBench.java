package plast.bench;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench jmh}: the JMH benchmarks, each in a JVM of its own. */
@Command(
    name = "jmh", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Runs the JMH benchmarks whose name matches a pattern.",
    footer = {"", "Example: plast bench jmh 'Product.*'"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class JmhBench implements Callable<Integer> {
  @Parameters(paramLabel = "PATTERN", defaultValue = ".*", description = "regular expression (default: all)")
  private String pattern;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws RunnerException {
    Options options = new OptionsBuilder()
        .include(pattern).forks(1)
        .jvmArgs("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED").build();
    try {
      new Runner(options).run();
    } catch (NoBenchmarksException e) {
      throw new ParameterException(spec.commandLine(), "no benchmark matches '" + pattern + "'");
    }
    return 0;
  }
}
