package plast.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products and elementwise operations of both precisions against plain loops. */
class PanelsTest {
  record Shape(int rows, int depth, int columns) {}

  static List<Shape> shapes() {
    List<Shape> all = new ArrayList<>();
    for (int rows : new int[] {1, 3, 8, 13, 37}) {
      for (int depth : new int[] {1, 7, 32, 65}) {
        for (int columns : new int[] {1, 16, 17, 50, 64}) all.add(new Shape(rows, depth, columns));
      }
    }
    return all;
  }

  private static Panels random(Panels panels, RandomStream random) {
    for (int i = 0; i < panels.rows(); i++) {
      for (int j = 0; j < panels.columns(); j++) panels.set(i, j, random.nextGaussian());
    }
    return panels;
  }

  private static double tolerance(Panels panels) {
    return panels instanceof FloatPanels ? 2e-5 : 1e-13;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void productsEqualPlainLoops(Shape s) {
    for (Panels kind : List.of(new FloatPanels(0, 0), new DoublePanels(0, 0))) {
      RandomStream random = new Seed(1).stream("panels");
      Panels a = random(kind.like(s.rows() + 2, s.depth()), random);
      Panels b = random(kind.like(s.depth(), s.columns()), random);
      Panels c = random(kind.like(s.rows() + 1, s.columns()), random), before = kind.like(s.rows() + 1, s.columns());
      before.blend(0, s.rows() + 1, c, 0, 1, c, 0, 0);
      c.addProduct(1, a, 2, s.rows(), b);
      for (int i = 0; i <= s.rows(); i++) {
        for (int j = 0; j < s.columns(); j++) {
          double sum = before.get(i, j);
          for (int k = 0; i > 0 && k < s.depth(); k++) sum += a.get(i + 1, k) * b.get(k, j);
          assertThat(c.get(i, j)).isCloseTo(sum, within(tolerance(kind) * s.depth()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void transposedProductsEqualPlainLoops(Shape s) {
    for (Panels kind : List.of(new FloatPanels(0, 0), new DoublePanels(0, 0))) {
      RandomStream random = new Seed(2).stream("panels");
      int count = s.rows() * 5;
      Panels a = random(kind.like(count + 1, s.depth()), random), b = random(kind.like(count + 3, s.columns()), random);
      Panels c = kind.like((s.depth() + 7) / 8 * 8, s.columns());
      c.addGram(a, 1, b, 3, count);
      for (int i = 0; i < s.depth(); i++) {
        for (int j = 0; j < s.columns(); j++) {
          double sum = 0;
          for (int k = 0; k < count; k++) sum += a.get(k + 1, i) * b.get(k + 3, j);
          assertThat(c.get(i, j)).isCloseTo(sum, within(tolerance(kind) * count));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void rowProductsEqualPlainLoops(Shape s) {
    for (Panels kind : List.of(new FloatPanels(0, 0), new DoublePanels(0, 0))) {
      RandomStream random = new Seed(3).stream("panels");
      Panels a = random(kind.like(s.rows() + 1, s.columns()), random), b = random(kind.like(3, s.columns()), random);
      double[] target = new double[s.rows() * 3];
      a.dotRows(1, s.rows(), b, target, 0);
      for (int i = 0; i < s.rows(); i++) {
        for (int o = 0; o < 3; o++) {
          double sum = 0;
          for (int j = 0; j < s.columns(); j++) sum += a.get(i + 1, j) * b.get(o, j);
          assertThat(target[i * 3 + o]).isCloseTo(sum, within(tolerance(kind) * s.columns()));
        }
      }
    }
  }

  @Test
  void momentsAreMeansOverRows() {
    for (Panels kind : List.of(new FloatPanels(0, 0), new DoublePanels(0, 0))) {
      Panels a = random(kind.like(301, 21), new Seed(4).stream("panels"));
      double[] mean = new double[20], square = new double[20];
      a.columnMoments(1, 300, mean, square);
      for (int j = 0; j < 20; j++) {
        double sum = 0, squares = 0;
        for (int i = 1; i < 301; i++) {
          sum += a.get(i, j);
          squares += a.get(i, j) * a.get(i, j);
        }
        assertThat(mean[j]).isCloseTo(sum / 300, within(1e-6));
        assertThat(square[j]).isCloseTo(squares / 300, within(1e-6));
      }
    }
  }

  @Test
  void matricesPassThroughUnchangedAndTransposed() {
    Matrix m = new Matrix(2, 35, new RandomStreamMatrix(70).values());
    Panels straight = new DoublePanels(2, 35), transposed = new DoublePanels(35, 2);
    straight.copyFrom(m, false, 1);
    transposed.copyFrom(m, true, 2);
    Matrix back = Matrix.zeros(2, 35);
    straight.copyTo(back, 1);
    assertThat(back).isEqualTo(m);
    assertThat(transposed.get(34, 1)).isEqualTo(2 * m.get(1, 34));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 8, 13, 24})
  void aSumOfProductsIsItsProductsOneAfterTheOther(int count) {
    for (Panels kind : List.of(new FloatPanels(0, 0), new DoublePanels(0, 0))) {
      RandomStream stream = new Seed(4).stream("panels");
      Panels a = random(kind.like(30, 71), stream), b = random(kind.like(71, 45), stream);
      Panels c = random(kind.like(40, 3), stream), d = random(kind.like(4, 45), stream);
      Products sum = new Products(new Panels[] {a, c}, new Panels[] {b, d});
      sum.move(0, 2);
      sum.move(1, 7);
      Panels expected = kind.like(30, 45), shown = random(kind.like(30, 45), stream);
      expected.addProduct(5, a, 2, count, b);
      expected.addProduct(5, c, 7, count, d);
      double before = shown.get(4, 0), after = shown.get(5 + count, 0);
      for (int panel = 0; panel < shown.panels(); panel++) shown.setSum(panel, 5, count, sum);
      for (int k = 5; k < 5 + count; k++) {
        for (int j = 0; j < 45; j++) assertThat(shown.get(k, j)).isCloseTo(expected.get(k, j), within(1e-5));
      }
      assertThat(shown.get(4, 0)).isEqualTo(before);
      assertThat(shown.get(5 + count, 0)).isEqualTo(after);
      shown.setSum(0, 0, 4, new Products(new Panels[0], new Panels[0]));
      assertThat(shown.get(3, 7)).isZero();
      assertThatThrownBy(() -> new Products(new Panels[] {a}, new Panels[] {d}))
          .hasMessageContaining("cannot add (71 columns) · (4 x 45)");
    }
  }

  @Test
  void rowsOfAPanelAreContiguousInTheStorage() {
    for (Panels kind : List.of(new FloatPanels(0, 0), new DoublePanels(0, 0))) {
      Panels a = random(kind.like(3, 37), new Seed(4).stream("panels"));
      for (int j = 0; j < 37; j++) {
        int at = a.offset(j / a.width(), 2) + j % a.width();
        assertThat(a.offset(0, 2)).isEqualTo(a.offset(0, 0) + 2 * a.width());
        assertThat(java.lang.reflect.Array.getDouble(a.storage(), at)).isEqualTo(a.get(2, j));
      }
    }
  }

  @Test
  void rowsAreRepeatedAndPaddingIsCleared() {
    for (Panels kind : List.of(new FloatPanels(0, 0), new DoublePanels(0, 0))) {
      Panels a = kind.like(4, 37);
      double[] values = new double[37];
      for (int j = 0; j < 37; j++) values[j] = j;
      a.repeat(1, 2, values);
      int padding = a.offset(a.panels() - 1, 2) + 37 - (a.panels() - 1) * a.width();
      if (a.storage() instanceof float[] f) f[padding] = 5;
      if (a.storage() instanceof double[] d) d[padding] = 5;
      a.clearPadding(2, 1);
      assertThat(java.lang.reflect.Array.getDouble(a.storage(), padding)).isZero();
      for (int j = 0; j < 37; j++) {
        assertThat(new double[] {a.get(0, j), a.get(1, j), a.get(2, j), a.get(3, j)}).containsExactly(0, j, j, 0);
      }
      Panels copy = kind.like(2, 37);
      copy.copyRows(1, 1, a, 1);
      assertThat(copy.get(1, 36)).isEqualTo(36);
      assertThat(copy.get(0, 36)).isZero();
      a.repeat(3, 1, new double[] {0.5});
      assertThat(a.get(3, 36)).isEqualTo(0.5);
    }
  }

  private record RandomStreamMatrix(int size) {
    double[] values() {
      RandomStream random = new Seed(5).stream("matrix");
      double[] values = new double[size];
      for (int k = 0; k < size; k++) values[k] = random.nextGaussian();
      return values;
    }
  }
}
