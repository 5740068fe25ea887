package plast.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FigureWriterTest {
  @TempDir
  static Path folder;

  private static final Map<String, Written> WRITTEN = new LinkedHashMap<>();

  @BeforeAll
  static void writeAllFigures() throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      FigureWriter.writeAll(Gallery.all(), folder.resolve("figures"), threads)
          .forEach(written -> WRITTEN.put(written.figure().name(), written));
    }
    for (Figure figure : Gallery.awkward()) {
      WRITTEN.put(figure.name(), FigureWriter.write(figure, folder.resolve("figures"), _ -> new byte[0]));
    }
  }

  static Stream<String> names() {
    return Stream.concat(Gallery.all().stream(), Gallery.awkward().stream()).map(Figure::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void svgIsWellFormedAndBringsNothingThatCouldCollideInAPage(String name) throws Exception {
    Written written = WRITTEN.get(name);
    assertThat(Files.readString(written.svgFile())).isEqualTo(written.svg());
    assertThat(parse(written.svg()).getTagName()).isEqualTo("svg");
    assertThat(written.svg()).doesNotContain(" id=", "url(", "<style", "<script", " class=");
  }

  @ParameterizedTest
  @MethodSource("names")
  void textsNeitherOverlapNorLeaveTheFigure(String name) throws Exception {
    Element svg = parse(WRITTEN.get(name).svg());
    List<TextBoxes.Box> boxes = TextBoxes.of(svg).boxes();
    Rectangle2D paper = new Rectangle2D.Double(-0.5, -0.5, Double.parseDouble(svg.getAttribute("width")) + 1,
        Double.parseDouble(svg.getAttribute("height")) + 1);
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(paper.contains(boxes.get(i).area().getBounds2D())).as(boxes.get(i).text()).isTrue();
      for (int k = i + 1; k < boxes.size(); k++) {
        Area common = new Area(boxes.get(i).area());
        common.intersect(boxes.get(k).area());
        assertThat(common.isEmpty()).as(boxes.get(i).text() + " / " + boxes.get(k).text()).isTrue();
      }
    }
  }

  static Stream<String> ordinary() {
    return Gallery.all().stream().map(Figure::name);
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void pngHasThreeHundredDotsPerInchAndIsNotBlank(String name) throws IOException {
    Written written = WRITTEN.get(name);
    assertThat(written.pngProblem()).isEmpty();
    BufferedImage image = ImageIO.read(written.pngFile().toFile());
    assertThat(image.getWidth()).isEqualTo((int) Math.round(written.figure().layout().widthMm() / 25.4 * 300));
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(colours).hasSizeGreaterThan(20);
  }

  @Test
  void everyPanelShowsItsLabels() throws Exception {
    assertShows("accuracy", "Trials", "Accuracy", "ps-sparse", "frozen weak synapses", "criterion, 90 %", "1.0", "500");
    assertShows("trials-to-criterion", "A", "B", "Delayed match to sample", "ratio 1.19 [1.14, 1.24], p 0.02",
        "BP tuned", "mean, 95 % CI");
    assertShows("switching", "Strong fraction", "weak to strong", "random matrix, −1/N", "−0.02");
    assertShows("weights", "Density", "ln |w|", "threshold θ", "two Gaussians", "at criterion");
    assertShows("spectra", "Singular value", "Rank", "Change of weights");
    assertShows("eigenvalues", "Real part", "Imaginary part", "unit circle");
    assertShows("map", "Threshold θ", "Hebbian rate η", "0.125", "BP's best, 960 trials", "★", "3200", "no value");
    assertShows("controls", "random walk", "permuted Hebb (same", "BP tuned", "Mean trials to criterion");
    assertShows("mechanisms", "A", "B", "C", "D", "Spectral radius", "hstop(n)");
    assertShows("trial", "Time (ms)", "Inputs", "Loss mask", "delay", "stimulus 2", "response");
    assertShows("many-inputs", "Input ring", "33", "Value");
    assertShows("hostile", "<b>condition</b> & number 9", "ratio < 0.5 & p > 0.05 \"quoted\" 'single'");
    assertShows("nothing", "no data");
  }

  private static void assertShows(String name, String... texts) throws Exception {
    assertThat(TextBoxes.of(parse(WRITTEN.get(name).svg())).boxes()).extracting(TextBoxes.Box::text)
        .contains(texts);
  }

  @Test
  void everyPointOfACloudIsDrawn() throws Exception {
    Element svg = parse(WRITTEN.get("eigenvalues").svg());
    // 128 eigenvalues and two legend dots.
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(128 + 2);
  }

  @Test
  void csvHoldsOneObservationALine() throws IOException {
    Map<String, Integer> rows = Map.of(
        "accuracy", 5 * 50 + 1,
        "trials-to-criterion", 8 * 16 + 8,
        "eigenvalues", 128,
        "map", 2 * (6 * 7 + 2),
        "controls", 9 + 1,
        "weights", 2 * 60 + 2 * 200 + 1 + 40,
        "trial", 6 * 67 + 6);
    for (Map.Entry<String, Integer> entry : rows.entrySet()) {
      List<String> lines = Files.readAllLines(WRITTEN.get(entry.getKey()).csvFile());
      assertThat(lines.getFirst()).isEqualTo("panel,kind,series,x,y,value,low,high,label");
      assertThat(lines).as(entry.getKey()).hasSize(entry.getValue() + 1);
    }
  }

  @Test
  void csvQuotesCommasAndKeepsNumbersExact() throws IOException {
    assertThat(Files.readAllLines(WRITTEN.get("controls").csvFile()))
        .contains("A,bar,control,,840,,672,1008,\"frozen weak synapses (g 1.3, lr 0.01)\"",
            "A,reference,BP tuned,1180,,,,,");
    assertThat(Files.readAllLines(WRITTEN.get("map").csvFile()))
        .contains("A,mark,preset,0.2,0.3,,,,", "A,cell,Trials to criterion,0.5,3,,,,");
  }

  @Test
  void equalFiguresGiveEqualBytes() {
    Figure figure = WRITTEN.get("map").figure();
    assertThat(FigureSvg.of(figure)).isEqualTo(WRITTEN.get("map").svg());
  }

  @Test
  void aMachineWithoutFontsGetsSvgAndCsvAndAReason() throws IOException {
    Path own = folder.resolve("no-fonts");
    Figure figure = WRITTEN.get("controls").figure();
    Files.createDirectories(own);
    Files.writeString(own.resolve("controls.png"), "of an earlier run");
    Written written = FigureWriter.write(figure, own, svg -> {
      throw new PngException(new InternalError("Fontconfig head is null"));
    });
    assertThat(written.hasPng()).isFalse();
    assertThat(written.pngProblem()).contains("Fontconfig head is null", "Install fontconfig");
    assertThat(own.resolve("controls.svg")).exists();
    assertThat(own.resolve("controls.csv")).exists();
    assertThat(own.resolve("controls.png")).doesNotExist();
  }

  @Test
  void aFileInPlaceOfTheFolderIsReported() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> FigureWriter.write(WRITTEN.get("controls").figure(), file))
        .isInstanceOf(IOException.class);
  }

  private static Element parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }
}
