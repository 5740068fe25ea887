package plast.cli;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plast.experiment.Product;
import plast.io.Json;
import plast.io.Versions;

/** {@code plast doctor}: what this machine offers, and what is missing. */
@Command(
    name = "doctor",
    description = "Say what this machine offers and what is missing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final int SLOW_BITS = 256;

  private final Console console;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Versions versions = Product.versions();
    int fonts = fonts();
    Optional<Path> torch = libtorch();
    Path folder = runs.folder(console).toAbsolutePath().normalize();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("version", versions.product());
    found.put("commit", versions.commit());
    found.put("folder", Product.folder().toString());
    found.put("jdk", versions.jdk());
    found.put("cpu", versions.cpu());
    found.put("processors", Runtime.getRuntime().availableProcessors());
    found.put("vectorBits", versions.vectorWidth());
    found.put("heapBytes", Runtime.getRuntime().maxMemory());
    found.put("fonts", fonts);
    found.put("runs", folder.toString());
    found.put("runsWritable", writable(folder));
    found.put("libtorch", torch.map(Path::toString));
    if (json.asked()) {
      console.say(Json.compact(found));
      return Main.OK;
    }
    new Table("Plast", versions.product() + versions.commit().map(c -> " at " + c).orElse(""))
        .row("JDK", versions.jdk())
        .row("processor", versions.cpu() + ", " + Runtime.getRuntime().availableProcessors() + " threads")
        .row("vectors", versions.vectorWidth() + " bit"
            + (versions.vectorWidth() < SLOW_BITS ? ": training will be slow" : ""))
        .row("heap", String.format(Locale.ROOT, "%.1f GB", Runtime.getRuntime().maxMemory() / 1e9))
        .row("fonts", fonts == 0
            ? "none: figures come as SVG alone; install fontconfig and fonts-dejavu-core"
            : fonts + " families")
        .row("runs", folder + (writable(folder) ? "" : ": cannot be written; use --runs"))
        .row("libtorch", torch.map(Path::toString).orElse("not found; only plast bench --peer libtorch wants it"))
        .print(console);
    return Main.OK;
  }

  private static int fonts() {
    System.setProperty("java.awt.headless", "true");
    try {
      return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
    } catch (RuntimeException | Error e) {
      return 0;
    }
  }

  private static boolean writable(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at)) return Files.isDirectory(at) && Files.isWritable(at);
    }
    return false;
  }

  private static Optional<Path> libtorch() {
    Stream<Path> given = Stream.ofNullable(System.getenv("LIBTORCH")).map(Path::of);
    Stream<Path> usual = Stream.of("/usr/lib", "/usr/local/lib", "/opt/libtorch/lib", "/opt/libtorch").map(Path::of);
    Stream<Path> python = Stream.of("/usr/lib/python3/dist-packages", "/usr/local/lib").map(Path::of)
        .flatMap(DoctorCommand::torchFolders);
    return Stream.of(given, usual, python).flatMap(s -> s)
        .flatMap(folder -> Stream.of(folder, folder.resolve("lib")))
        .filter(folder -> Files.exists(folder.resolve("libtorch.so")) || Files.exists(folder.resolve("libtorch.dylib")))
        .findFirst();
  }

  private static Stream<Path> torchFolders(Path root) {
    List<String> inside = List.of("torch", "dist-packages/torch", "site-packages/torch");
    try (Stream<Path> folders = Files.isDirectory(root) ? Files.list(root) : Stream.empty()) {
      return Stream.concat(Stream.of(root), folders.toList().stream())
          .flatMap(folder -> inside.stream().map(folder::resolve)).filter(Files::isDirectory).toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
