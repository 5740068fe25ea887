package plast.figure;

import java.nio.file.Path;

/**
 * What {@link FigureWriter} wrote for one figure.
 *
 * @param svg the text of the SVG file, ready to stand in a page
 * @param pngProblem why there is no PNG file; empty when there is one
 */
public record Written(Figure figure, String svg, Path svgFile, Path pngFile, Path csvFile, String pngProblem) {

  public boolean hasPng() {
    return pngProblem.isEmpty();
  }
}
