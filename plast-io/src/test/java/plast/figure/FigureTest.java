package plast.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Axis X = Axis.linear("x");

  @Test
  void aWrongNumberOfPanelsIsNamed() {
    Curves panel = Curves.of("", X, X);
    assertThatThrownBy(() -> Figure.of("two", "", Layout.doubleColumn(50, 2), panel))
        .hasMessage("figure 'two' has 1 panels, its layout has 2 places");
  }

  @Test
  void aNameThatIsNoFileStemIsRefused() {
    assertThatThrownBy(() -> Figure.of("../etc", "", Layout.singleColumn(50, 1), Curves.of("", X, X)))
        .hasMessageContaining("'../etc'").hasMessageContaining("lower-case letters");
  }

  @Test
  void lengthsThatDisagreeAreNamed() {
    assertThatThrownBy(() -> Curve.of("c", new double[2], new double[3]))
        .hasMessage("curve 'c' has 2 x and 3 y values");
    assertThatThrownBy(() -> Curve.of("c", new double[2], new double[2]).band(new double[1], new double[1]))
        .hasMessageContaining("its band has 1 lower");
    assertThatThrownBy(() -> new HeatMap.Grid("a", new double[2], "b", new double[1], new double[][] {{1}}))
        .hasMessageContaining("row 0").hasMessageContaining("'a' has 2 values");
    assertThatThrownBy(() -> TrialView.of("", 0)).hasMessageContaining("0.0 ms");
  }

  @Test
  void anAxisMustAscend() {
    assertThatThrownBy(() -> X.between(2, 1)).hasMessageContaining("must be above its start");
    assertThatThrownBy(() -> Axis.log("y").between(0, 1)).hasMessageContaining("must be above 0");
  }

  @Test
  void valuesOfTheCallerAreCopied() {
    double[] y = {1, 2};
    Curve curve = Curve.of("c", new double[] {0, 1}, y);
    y[0] = 9;
    assertThat(curve.y()[0]).isEqualTo(1);
  }

  @Test
  void aLabelKeepsItsColourWhateverElseIsShown() {
    Palette palette = Palette.of("bp", "ps-sparse");
    assertThat(palette.colour("ps-sparse")).isEqualTo("#D55E00");
    assertThat(palette.including(List.of("new")).colour("new")).isEqualTo("#009E73");
    assertThat(palette.including(List.of("new")).colour("bp")).isEqualTo("#0072B2");
  }

  @Test
  void lettersGoOnAfterZ() {
    assertThat(Figure.letter(0)).isEqualTo("A");
    assertThat(Figure.letter(25)).isEqualTo("Z");
    assertThat(Figure.letter(26)).isEqualTo("AA");
  }

  @Test
  void aHistogramHasAreaOneAndCountsBothEnds() {
    Distributions.Histogram histogram = Distributions.Histogram.count("h", new double[] {0, 0.1, 1, 5, Double.NaN},
        new Distributions.Bins(0, 1, 2));
    assertThat(histogram.density()).containsExactly(2 / 3.0 / 0.5, 1 / 3.0 / 0.5);
  }

  @Test
  void longTextIsBrokenIntoLinesThatFit() {
    List<String> lines = TextMeasure.wrap("frozen weak synapses (g 1.3, lr 0.01)", 9, 80);
    assertThat(String.join(" ", lines)).isEqualTo("frozen weak synapses (g 1.3, lr 0.01)");
    assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line ->
        assertThat(TextMeasure.width(line, 9)).isLessThanOrEqualTo(80));
  }
}
