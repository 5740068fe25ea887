package plast.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plast bench}: the benchmarks, which are built on first use and are no part of the product. */
@Command(
    name = "bench",
    description = "Measure training on this machine, alone or beside a peer.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast bench psrnn --neurons 64 --batch 16 --steps 67 --threads 1 --peer libtorch --json"})
final class BenchCommand implements Callable<Integer> {
  private static final String PROGRAM = "plast.bench.Main";

  @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "See plast bench psrnn --help.")
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    try {
      Class.forName(PROGRAM).getMethod("main", String[].class).invoke(null, (Object) arguments.toArray(String[]::new));
      return Main.OK;
    } catch (ClassNotFoundException e) {
      throw new Wrong("the benchmarks are not on the class path; start them with ./plast bench, which builds them");
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
