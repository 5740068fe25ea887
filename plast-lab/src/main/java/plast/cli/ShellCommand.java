package plast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code plast shell}: JShell with the product's classes imported. */
@Command(
    name = "shell",
    description = "Open JShell with the product's classes imported.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast shell", "  jshell> var result = Plast.run(\"task: dms\")"})
final class ShellCommand implements Callable<Integer> {
  private static final List<String> PACKAGES = List.of(
      "plast.experiment", "plast.learn", "plast.rate", "plast.rule", "plast.task", "plast.analyse", "plast.math",
      "plast.figure", "java.nio.file");

  private final Console console;

  ShellCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path startup = Files.createTempFile("plast", ".jsh");
    try {
      Files.write(startup, PACKAGES.stream().map(name -> "import " + name + ".*;").toList());
      List<String> command = new ArrayList<>(List.of(Child.tool("jshell"), "--class-path", Child.classPath(),
          "--startup", "DEFAULT", "--startup", "PRINTING", "--startup", startup.toString(),
          "--add-modules", "jdk.incubator.vector"));
      for (String flag : Child.FLAGS) command.add("-R" + flag);
      return Child.run(console, command);
    } finally {
      Files.deleteIfExists(startup);
    }
  }
}
