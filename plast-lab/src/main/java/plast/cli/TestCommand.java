package plast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code plast test}: listed here, done by the launcher, since the tests need a build. */
@Command(
    name = "test",
    description = "Run all tests and static checks.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast test --json"})
final class TestCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new Wrong("the tests need a build; start them with ./plast test");
  }
}
