package plast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;
import plast.figure.Figure;
import plast.figure.FigureWriter;
import plast.figure.Written;

/** One file of a figure: SVG, PNG or CSV, as its name says. */
final class FigureFile {
  private FigureFile() {}

  /** Refuses a name whose ending is no kind of figure, before work is done for it. */
  static void checkEnding(Path file) {
    if (!name(file).matches(".+\\.(svg|png|csv)")) {
      throw new Wrong("'" + file.getFileName() + "' must end in .svg, .png or .csv");
    }
  }

  /** Writes {@code figure} to {@code file}, whose folder is made where it is missing. */
  static void write(Figure figure, Path file) throws IOException {
    checkEnding(file);
    String name = name(file);
    Path folder = Files.createTempDirectory("plast");
    try {
      Written written = FigureWriter.write(figure, folder);
      if (name.endsWith(".png") && !written.hasPng()) throw new IOException(written.pngProblem());
      Path source = name.endsWith(".svg") ? written.svgFile() : name.endsWith(".png") ? written.pngFile() : written.csvFile();
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) Files.createDirectories(parent);
      Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path left : files.toList()) Files.delete(left);
      }
      Files.delete(folder);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
