package plast.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plast.equation.Expressions;
import plast.kernel.KernelSource.Assignment;

class KernelTest {
  private static final double[] NONE = {};
  private static final String LONG = "y = sin(x) + cos(x) + tan(x) + erf(x) + x**1.5 + log10(x) + sinh(x)";

  private final Kernels kernels = new Kernels();

  @Test
  void laterAssignmentsSeeWhatEarlierOnesSet() {
    KernelSource source = source(List.of("x", "y"), List.of("a"), "half = x/2", "x = half + a", "y = x*half");
    Kernel kernel = kernels.compile(source);
    double[] x = {4, 6};
    double[] y = new double[2];
    kernel.run(new double[][] {x, y}, new double[] {10}, 0, 2);
    assertThat(x).containsExactly(12, 13);
    assertThat(y).containsExactly(24, 39);
  }

  @Test
  void constantsAndUnitsHaveTheirValues() {
    KernelSource source = new KernelSource(Precision.DOUBLE, List.of("y"), List.of(), Map.of("tau", 0.02),
        List.of(new Assignment("y", Expressions.of("tau/ms + pi"))));
    double[] y = new double[1];
    kernels.compile(source).run(new double[][] {y}, NONE, 0, 1);
    assertThat(y[0]).isEqualTo(0.02 / 0.001 + Math.PI);
  }

  @ParameterizedTest
  @CsvSource({"x > 1 and not (x == 3), 0, 1, 0, 1", "'where(x >= 2, x, -x)', -1, 2, 3, 4", "x // 2, 0, 1, 1, 2",
      "-x % 3, 2, 1, 0, 2", "'clip(x, 2, 3)', 2, 2, 3, 3", "x != 2, 1, 0, 1, 1", "heaviside(x - 2), 0, 1, 1, 1",
      "'where(x < 2, x < 5, False) or x > 3', 1, 0, 0, 1", "2**x, 2, 4, 8, 16", "sign(2 - x), 1, 0, -1, -1"})
  void conditionsAndArithmeticMeanWhatTheLanguageSays(String text, double one, double two, double three, double four) {
    double[] x = {1, 2, 3, 4};
    double[] y = new double[4];
    kernels.compile(source(List.of("x", "y"), List.of(), "y = " + text)).run(new double[][] {x, y}, NONE, 0, 4);
    assertThat(y).containsExactly(one, two, three, four);
  }

  @ParameterizedTest
  @CsvSource({"rand(), draws random numbers", "mean(x), needs all elements", "previous(x), earlier updates",
      "input(x), sum over other units", "unknown + 1, knows no 'unknown'", "gauss(x), no function 'gauss'",
      "'exp(x, x)', takes 1 arguments"})
  void whatNoElementCanKnowIsRefusedWithTheReason(String text, String reason) {
    assertThatThrownBy(() -> kernels.compile(source(List.of("x"), List.of(), "x = " + text)))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
  }

  @Test
  void kernelsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> source(List.of("x"), List.of("x"), "x = 1")).hasMessageContaining("'x' means two things");
    assertThatThrownBy(() -> source(List.of("x"), List.of("a"), "x = 1", "a = 1")).hasMessageContaining("is the same");
    assertThatThrownBy(() -> source(List.of("x"), List.of(), "y = x")).hasMessageContaining("writes none");
    assertThatThrownBy(() -> source(List.of("x"), List.of(), "x")).hasMessageContaining("assigns nothing");
  }

  @Test
  void wrongArgumentsAreRefusedBeforeAnythingIsWritten() {
    Kernel kernel = kernels.compile(source(List.of("x", "y"), List.of(), "x = 1", "y = 1"));
    double[] x = new double[4];
    assertThatThrownBy(() -> kernel.run(new double[][] {x, new double[3]}, NONE, 0, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> kernel.run(new double[][] {x}, NONE, 0, 4)).hasMessageContaining("given are 1 arrays");
    assertThatThrownBy(() -> kernel.run(new float[2][4], NONE, 0, 4)).hasMessageContaining("computes in DOUBLE");
    assertThat(x).containsOnly(0);
  }

  @Test
  void equalKernelsAreCompiledOnce() {
    Kernel kernel = kernels.compile(source(List.of("x"), List.of(), "x = x*(2 + 1)"));
    assertThat(kernels.compile(source(List.of("x"), List.of(), "x = x*3"))).isSameAs(kernel);
    assertThat(kernels.compile(source(List.of("x"), List.of(), "x = x*4"))).isNotSameAs(kernel);
  }

  @Test
  void listingShowsEachOperationOnceAndWhatItStandsFor() {
    String listing = kernels.compile(source(List.of("x", "y"), List.of("a"), "y = tanh(x*x)/(a + 1) + x*x")).listing();
    assertThat(listing).startsWith("kernel of double, arrays [x, y], scalars [a]\n")
        .containsOnlyOnce("multiply(x[i], x[i])").contains("# tanh(v").contains("once: v").contains("add(a, 1.0)")
        .contains("  y[i] = v");
  }

  @Test
  void longKernelsAreCutIntoStagesOfBoundedLength() {
    Program program = Lowering.of(source(List.of("x", "y"), List.of(), LONG));
    List<Program> stages = Stages.of(program, 100);
    assertThat(program.size()).isGreaterThan(300);
    assertThat(stages).hasSizeGreaterThan(3);
    for (Program stage : stages) {
      long computed = stage.operations().stream().filter(operation -> operation.code().operands() > 0).count();
      assertThat(computed).isLessThanOrEqualTo(110);
    }
  }

  /** Longer methods are never compiled by HotSpot. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void generatedMethodsAreShorterThan8000Bytes(Precision precision) {
    for (int seed = 9; seed < 60; seed += 10) {
      Program program = Lowering.of(new RandomKernels(new Random(seed)).source(precision, 5));
      for (Program stage : Stages.of(program, Kernels.MOST_OPERATIONS)) {
        byte[] generated = Bytecode.bytes(stage, Bytecode.Shape.VECTORS_THEN_SINGLES, true);
        for (MethodModel method : ClassFile.of().parse(generated).methods()) {
          assertThat(method.findAttribute(Attributes.code()).orElseThrow().codeLength()).isLessThan(8000);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"y = tanh(x)", LONG})
  void threadsShareAKernel(String line) {
    Kernel kernel = kernels.compile(source(List.of("x", "y"), List.of(), line));
    double[] x = new Random(3).doubles(4000, -4, 4).toArray();
    double[][] alone = {x, new double[4000]};
    double[][] shared = {x, new double[4000]};
    kernel.run(alone, NONE, 0, 4000);
    IntStream.range(0, 8).parallel().forEach(part -> kernel.run(shared, NONE, part * 500, part * 500 + 500));
    assertThat(Arrays.equals(shared[1], alone[1])).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y = tanh(x)", LONG})
  void elementsMayStandAtDifferentPlacesOfTheirArrays(String line) {
    KernelSource source = source(List.of("x", "y"), List.of(), line);
    double[] x = new Random(3).doubles(400, -4, 4).toArray();
    for (Kernel kernel : List.of(kernels.compile(source), Kernels.interpreted(source))) {
      double[] expected = new double[400];
      double[] moved = new double[420];
      kernel.run(new double[][] {x, expected}, NONE, 0, 400);
      kernel.run(new double[][] {x, moved}, new int[] {7, 30}, NONE, 365);
      assertThat(Arrays.copyOfRange(moved, 30, 395)).containsExactly(Arrays.copyOfRange(expected, 7, 372));
      assertThat(moved[29] + moved[395]).isZero();
      assertThatThrownBy(() -> kernel.run(new double[][] {x, moved}, new int[] {36, 0}, NONE, 365))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void withoutTheVectorApiTheBitsAreTheSame() {
    Program program = Lowering.of(source(List.of("x", "y"), List.of(), LONG));
    double[] x = new Random(3).doubles(37, -4, 4).toArray();
    double[][] expected = {x, new double[37]};
    double[][] actual = {x, new double[37]};
    new Interpreter(program).run(expected, new int[2], NONE, 0, 37);
    Bytecode.loop(program, Bytecode.Shape.SINGLES, false).run(actual, new int[2], NONE, 0, 37);
    assertThat(Arrays.equals(actual[1], expected[1])).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y = tanh(x)", LONG})
  void warmKernelsAllocateNothing(String line) {
    Kernel kernel = kernels.compile(source(List.of("x", "y"), List.of(), line));
    double[][] arrays = new double[2][1021];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 200 && allocated > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < 50; k++) kernel.run(arrays, NONE, 0, 1021);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(allocated).isZero();
  }

  private static KernelSource source(List<String> arrays, List<String> scalars, String... lines) {
    return KernelSource.of(Precision.DOUBLE, arrays, scalars, lines);
  }
}
