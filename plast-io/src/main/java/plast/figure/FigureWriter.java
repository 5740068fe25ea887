package plast.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Writes figures as {@code NAME.svg}, {@code NAME.png} (300 dots per inch) and {@code NAME.csv}.
 *
 * <p>The CSV file holds one observation a line under the header
 * {@code panel,kind,series,x,y,value,low,high,label}; it is UTF-8, with empty fields where there is no number.
 * A machine without fonts gets no PNG, and {@link Written#pngProblem()} says why; SVG and CSV do not depend on it.
 */
public final class FigureWriter {

  private FigureWriter() { }

  /**
   * Writes {@code figure} into {@code folder}, which is made where it is missing.
   *
   * @throws IOException when the folder cannot be written
   */
  public static Written write(Figure figure, Path folder) throws IOException {
    return write(figure, folder, PngRenderer::png);
  }

  /** {@code figure} as an SVG document, without touching files. */
  public static String svg(Figure figure) {
    return FigureSvg.of(figure);
  }

  /** Turns SVG into PNG, or says why it cannot. */
  interface Painter {
    byte[] png(String svg) throws PngException;
  }

  static Written write(Figure figure, Path folder, Painter painter) throws IOException {
    Files.createDirectories(folder);
    String svg = svg(figure);
    Path svgFile = folder.resolve(figure.name() + ".svg");
    Path pngFile = folder.resolve(figure.name() + ".png");
    Path csvFile = folder.resolve(figure.name() + ".csv");
    Files.writeString(svgFile, svg);
    Files.writeString(csvFile, DataRows.csv(figure));
    String problem = "";
    try {
      Files.write(pngFile, painter.png(svg));
    } catch (PngException e) {
      // A picture of an earlier run must not pass for this one's.
      Files.deleteIfExists(pngFile);
      problem = Objects.requireNonNull(e.getMessage(), "a PngException says why");
    }
    return new Written(figure, svg, svgFile, pngFile, csvFile, problem);
  }

  /** Writes {@code figures} on the threads of {@code executor}; the result keeps their order. */
  public static List<Written> writeAll(List<Figure> figures, Path folder, Executor executor) throws IOException {
    List<CompletableFuture<Written>> pending = new ArrayList<>();
    for (Figure figure : figures) {
      pending.add(CompletableFuture.supplyAsync(() -> {
        try {
          return write(figure, folder);
        } catch (IOException e) {
          throw new CompletionException(e);
        }
      }, executor));
    }
    try {
      return pending.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
