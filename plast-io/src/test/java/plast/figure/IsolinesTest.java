package plast.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class IsolinesTest {
  private static double[][] sampled(int cells, DoubleBinaryOperator function) {
    double[][] values = new double[cells][cells];
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) values[row][column] = function.applyAsDouble(column, row);
    }
    return values;
  }

  @Test
  void lineRunsWhereAPlaneCrossesTheLevel() {
    List<double[]> line = Isolines.of(sampled(11, (x, y) -> x + 2 * y), 7.5);
    assertThat(line).isNotEmpty().allSatisfy(ends -> {
      assertThat(ends[0] + 2 * ends[1]).isCloseTo(7.5, within(1e-9));
      assertThat(ends[2] + 2 * ends[3]).isCloseTo(7.5, within(1e-9));
    });
  }

  @Test
  void borderOnTheLevelIsNoCrossing() {
    assertThat(Isolines.of(sampled(11, (x, y) -> x * y), 0)).isEmpty();
    assertThat(Isolines.of(sampled(11, (x, y) -> x * y * (y - 4)), 0)).isNotEmpty().allSatisfy(ends -> {
      assertThat(ends[1]).isCloseTo(4, within(1e-6));
      assertThat(ends[3]).isCloseTo(4, within(1e-6));
    });
  }

  @Test
  void saddleHasTwoBranches() {
    List<double[]> line = Isolines.of(new double[][] {{1, -1}, {-1, 1}}, 0);
    assertThat(line).hasSize(2);
  }

  @Test
  void missingValueBreaksTheLine() {
    assertThat(Isolines.of(new double[][] {{1, -1}, {Double.NaN, -1}}, 0)).isEmpty();
  }

  @Test
  void segmentsJoinToLinesAndLoops() {
    double[][] plane = sampled(11, (x, y) -> x + 2 * y);
    assertThat(Isolines.joined(plane, 7.5)).singleElement().asInstanceOf(list(double[].class))
        .hasSize(Isolines.of(plane, 7.5).size() + 1);
    double[][] bowl = sampled(11, (x, y) -> Math.hypot(x - 5, y - 5));
    List<double[]> loop = Isolines.joined(bowl, 3.2).getFirst();
    assertThat(Isolines.joined(bowl, 3.2)).hasSize(1);
    assertThat(loop.getFirst()).containsExactly(loop.getLast(), within(1e-6));
    assertThat(Isolines.joined(new double[][] {{1, -1}, {-1, 1}}, 0)).hasSize(2);
    assertThat(Isolines.joined(plane, 99)).isEmpty();
  }
}
