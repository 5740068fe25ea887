package plast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code plast test}: listed here, done by the launcher, since the tests need a build. */
@Command(
    name = "test",
    description = "Build Plast, run all its tests and static checks, as CI does.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast test --json"})
final class TestCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new Wrong("the tests need a build; start them with ./plast test");
  }
}
