package plast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plast exec}: one Java source file on the product's class path. */
@Command(
    name = "exec",
    description = "Run a Java source file with the product's classes.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast exec examples/Psrnn.java"})
final class ExecCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE.java", description = "The program.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Its arguments.")
  private List<String> arguments = new ArrayList<>();

  ExecCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(console.folder().resolve(file))) throw new Wrong("no such file: " + file);
    if (!file.toString().endsWith(".java")) {
      throw new Wrong(file + " is no Java source file: its name must end in .java");
    }
    List<String> command = new ArrayList<>(List.of(Child.tool("java")));
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    command.addAll(Child.FLAGS);
    command.addAll(List.of("-cp", Child.classPath(), file.toString()));
    command.addAll(arguments);
    return Child.run(console, command);
  }
}
