package plast.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import plast.math.RandomStream;
import plast.math.Seed;

/** One figure per kind of panel, from invented numbers that look like a psRNN study's. */
final class Gallery {
  static final List<String> CONDITIONS = List.of("ps-sparse", "ps-unbounded", "BP tuned (Adam)", "BP g 1.3, lr 0.005",
      "frozen weak synapses");
  static final Palette PALETTE = new Palette(CONDITIONS);
  private static final RandomStream RANDOM = new Seed(7).stream("gallery");

  private Gallery() { }

  static List<Figure> all() {
    return List.of(learning(), paired(), switching(), weights(), spectra(), eigenvalues(), map(), controls(),
        mechanisms(), trial(), manyInputs());
  }

  /** Awkward figures: nothing to show, one point, constants, gaps, long and hostile labels, big grids. */
  static List<Figure> awkward() {
    return List.of(nothing(), hostile(), crowded(), bigGrid());
  }

  private static Figure nothing() {
    double[] none = {};
    double[] gaps = {1, Double.NaN, 3, 4, Double.NaN, 6};
    double[] x = {0, 1, 2, 3, 4, 5};
    return Figure.of("nothing", "Nothing, one point, constants, gaps.", Layout.doubleColumn(45, 4, 3),
        Curves.of("No curve", Axis.linear("x"), Axis.log("y")),
        Curves.of("No value", Axis.log("x"), Axis.linear("y"))
            .with(Curve.of("all NaN", new double[] {1, 2}, new double[] {Double.NaN, Double.NaN})),
        Curves.of("Constant", Axis.linear("x"), Axis.linear("y")).with(Curve.of("c", x, each(x, v -> 3))),
        Curves.of("Gaps", Axis.linear("x"), Axis.linear("y"))
            .with(Curve.of("g", x, gaps).band(gaps, each(gaps, v -> v + 1))),
        PairedDots.of("No values", Axis.log("Trials")).with(new PairedDots.Group("a", none, Double.NaN, 0, 1)),
        Distributions.of("Empty bins", Axis.linear("x")).with(new Distributions.Histogram("h", new double[] {0, 1},
            new double[] {0})),
        Bars.of("Negative", Axis.linear("Change (%)")).with(new Bars.Bar("down", "g", -5, -8, -2))
            .with(new Bars.Bar("up", "g", 3, Double.NaN, Double.NaN)));
  }

  private static Figure hostile() {
    double[] x = {1, 10, 100};
    Curves curves = Curves.of("A title so long that it has to be set on more than one line of a single column figure",
        Axis.log("A long label of the horizontal axis (arbitrary units per synapse)"),
        Axis.linear("A long label of the vertical axis (arbitrary units per synapse)"))
        .note("ratio < 0.5 & p > 0.05 \"quoted\" 'single'");
    for (int i = 0; i < 10; i++) {
      int k = i;
      curves = curves.with(Curve.of("<b>condition</b> & number " + i, x, each(x, v -> k + Math.log(v))));
    }
    return Figure.of("hostile", "<script>alert(1)</script> & \"caption\"", Layout.singleColumn(95, 1), curves);
  }

  private static Figure crowded() {
    PairedDots dots = PairedDots.of("Eight conditions", Axis.log("Trials to criterion"));
    for (int k = 0; k < 8; k++) {
      int shift = k;
      double[] values = IntStream.range(0, 16).mapToDouble(i -> 64 * (4 + (i * 7 + shift * 3) % 20)).toArray();
      dots = dots.with(new PairedDots.Group("unbreakablename" + k, values, 800, 700, 900));
    }
    return Figure.of("crowded", "Crowded.", Layout.singleColumn(80, 1), dots);
  }

  private static Figure bigGrid() {
    double[] steps = IntStream.range(0, 64).mapToDouble(i -> i).toArray();
    double[][] cells = IntStream.range(0, 64).mapToObj(i -> each(steps, j -> Math.sin(i / 9.0) * Math.cos(j / 7.0)))
        .toArray(double[][]::new);
    double[][] few = {{1, 10}, {100, 1000}};
    return Figure.of("big-grid", "Grids.", Layout.doubleColumn(75, 2),
        HeatMap.of("Weights", new HeatMap.Grid("Presynaptic unit j", steps, "Postsynaptic unit i", steps, cells),
            Axis.linear("Weight")),
        HeatMap.of("Four cells", new HeatMap.Grid("a", new double[] {1e-6, 1e-5}, "b", new double[] {0, 1}, few),
            Axis.log("Value")));
  }

  static Figure learning() {
    Curves curves = Curves.of("", Axis.log("Trials"), Axis.linear("Accuracy").between(0.4, 1))
        .with(Reference.horizontal("criterion, 90 %", 0.9));
    for (int k = 0; k < CONDITIONS.size(); k++) {
      curves = curves.with(sigmoid(CONDITIONS.get(k), 5.6 + 0.35 * k));
    }
    return Figure.of("accuracy", "Accuracy against trials, mean and 95 % CI over 16 seeds.",
        Layout.singleColumn(62, 1), curves).with(PALETTE);
  }

  private static Curve sigmoid(String label, double half) {
    double[] x = IntStream.rangeClosed(1, 50).mapToDouble(i -> 64 * i).toArray();
    double[] y = each(x, v -> 0.5 + 0.5 / (1 + Math.exp(-3 * (Math.log(v) - half))) + 0.008 * RANDOM.nextGaussian());
    double[] width = each(x, v -> 0.005 + 0.09 * Math.exp(-Math.pow(Math.log(v) - half, 2)));
    return Curve.of(label, x, y).band(plus(y, width, -1), plus(y, width, 1));
  }

  static Figure paired() {
    return Figure.of("trials-to-criterion", "Trials to 90 % per seed; lines join equal seeds.",
        Layout.doubleColumn(62, 2),
        pairedPanel("Delayed match to sample", "ps-sparse / BP tuned: ratio 0.51 [0.37, 0.74], p 0.0006", 3),
        pairedPanel("Parametric working memory", "ratio 1.19 [1.14, 1.24], p 0.02", 5)).with(PALETTE);
  }

  private static PairedDots pairedPanel(String title, String note, int groups) {
    PairedDots dots = PairedDots.of(title, Axis.log("Trials to criterion")).note(note).cappedAt(3200);
    for (int k = 0; k < groups; k++) {
      double centre = 500 * (1 + 0.5 * k);
      double[] values = IntStream.range(0, 16).mapToDouble(i ->
          Math.min(3200, 64 * Math.rint(centre * Math.exp(0.6 * RANDOM.nextGaussian()) / 64))).toArray();
      double mean = Arrays.stream(values).average().orElse(0);
      dots = dots.with(new PairedDots.Group(CONDITIONS.get(k), values, mean, 0.8 * mean, 1.25 * mean));
    }
    return dots;
  }

  static Figure switching() {
    double[] x = IntStream.rangeClosed(0, 50).mapToDouble(i -> 64 * i).toArray();
    Axis trials = Axis.linear("Trials");
    double[] strong = each(x, v -> 0.8 - 0.65 * Math.exp(-v / 700));
    double[] up = each(x, v -> 0.02 * Math.exp(-v / 500) + 1e-4);
    double[] antisymmetry = each(x, v -> -0.016 - 0.03 * (1 - Math.exp(-v / 900)));
    return Figure.of("switching", "Strong fraction, switch rates and antisymmetry over training.",
        Layout.doubleColumn(52, 3),
        Curves.of("Strong synapses", trials, Axis.linear("Strong fraction").between(0, 1))
            .with(Curve.of("ps-sparse", x, strong).band(each(strong, v -> v - 0.05), each(strong, v -> v + 0.05))),
        Curves.of("Switch rates", trials, Axis.log("Switches (per synapse and update)"))
            .with(Curve.of("weak to strong", x, up)).with(Curve.of("strong to weak", x, each(up, v -> v / 3))),
        Curves.of("Antisymmetry", trials, Axis.linear("Antisymmetry index"))
            .with(Curve.of("W", x, antisymmetry)).with(Curve.of("W − W(0)", x, each(antisymmetry, v -> 2 * v)))
            .with(Reference.horizontal("random matrix, −1/N", -1.0 / 64)));
  }

  static Figure weights() {
    double[] early = gaussians(4096, -2.9, 1.0, -2.9, 1.0);
    double[] late = gaussians(4096, -3.4, 0.7, -1.2, 0.35);
    Distributions.Bins bins = new Distributions.Bins(-7, 0.5, 60);
    double[] x = IntStream.range(0, 200).mapToDouble(i -> -7 + 7.5 * i / 199).toArray();
    Axis axis = Axis.linear("ln |w|").between(-7, 0.5);
    Distributions network = Distributions.of("ps-sparse, all seeds", axis).note("Ashman D 2.6, valley 0.31")
        .with(Distributions.Histogram.count("at start", early, bins))
        .with(Distributions.Histogram.count("at criterion", late, bins))
        .with(Curve.of("two Gaussians", x, each(x, v -> (bell(v, -3.4, 0.7) + bell(v, -1.2, 0.35)) / 2)))
        .with(Curve.of("one Gaussian", x, each(x, v -> bell(v, -2.3, 1.25))).dashed())
        .with(Reference.vertical("threshold θ", Math.log(0.2)));
    double[] synapses = gaussians(1961, 0, 0.55, 1.25, 0.55);
    Distributions cortex = Distributions.of("Synapses, synthetic", Axis.linear("ln size (arbitrary units)"))
        .with(Distributions.Histogram.count("synthetic mixture", synapses, new Distributions.Bins(-2, 3.5, 40)));
    return Figure.of("weights", "Weight distributions.", Layout.doubleColumn(68, 2), network, cortex);
  }

  static Figure spectra() {
    double[] values = IntStream.range(0, 64).mapToDouble(i -> 3 * Math.exp(-i / 14.0) + 1e-3).toArray();
    Axis rank = Axis.linear("Rank");
    return Figure.of("spectra", "Singular values.", Layout.doubleColumn(52, 2),
        Curves.of("Weights", rank, Axis.log("Singular value")).with(Curve.ranked("ps-sparse", values))
            .with(Curve.ranked("BP tuned (Adam)", each(values, v -> v * 0.8 + 0.1))),
        Curves.of("Change of weights", rank, Axis.log("Singular value"))
            .with(Curve.ranked("ps-sparse", each(values, v -> v * v * 0.1)))
            .with(Curve.ranked("BP tuned (Adam)", each(values, v -> v * v * v * 0.1)))).with(PALETTE);
  }

  static Figure eigenvalues() {
    ComplexPlane plane = ComplexPlane.of("Eigenvalues of W");
    for (int k = 0; k < 2; k++) {
      double radius = 0.8 + 0.5 * k;
      double[] angle = IntStream.range(0, 64).mapToDouble(i -> 2 * Math.PI * RANDOM.nextDouble()).toArray();
      double[] length = each(angle, v -> radius * Math.sqrt(RANDOM.nextDouble()));
      double[] real = IntStream.range(0, 64).mapToDouble(i -> length[i] * Math.cos(angle[i])).toArray();
      double[] imaginary = IntStream.range(0, 64).mapToDouble(i -> length[i] * Math.sin(angle[i])).toArray();
      plane = plane.with(new ComplexPlane.Cloud(k == 0 ? "at start" : "at criterion", real, imaginary));
    }
    return Figure.of("eigenvalues", "Eigenvalues, one seed.", Layout.singleColumn(80, 1), plane);
  }

  static Figure map() {
    return Figure.of("map", "Trials to criterion over two pairs of hyperparameters.",
        Layout.doubleColumn(68, 2), heat("Threshold and Hebbian rate"), heat("Gain and learning rate"));
  }

  private static HeatMap heat(String title) {
    double[] theta = {0.05, 0.08, 0.125, 0.2, 0.35, 0.5};
    double[] eta = {0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};
    double[][] cells = new double[eta.length][theta.length];
    for (int i = 0; i < eta.length; i++) {
      for (int j = 0; j < theta.length; j++) {
        cells[i][j] = 450 * Math.exp(0.4 * Math.pow(i - 3.7, 2) * 0.4 + 0.5 * Math.pow(j - 2.6, 2) * 0.5);
        cells[i][j] = Math.min(3200, cells[i][j]);
      }
    }
    cells[6][5] = Double.NaN;
    return HeatMap.of(title, new HeatMap.Grid("Threshold θ", theta, "Hebbian rate η", eta, cells),
        Axis.log("Trials to criterion")).with(new HeatMap.Contour("BP's best, 960 trials", 960))
        .with(new HeatMap.Mark("preset", 4, 3));
  }

  static Figure controls() {
    Bars bars = Bars.of("", Axis.linear("Mean trials to criterion"))
        .with(Reference.vertical("BP tuned", 1180));
    String[] names = {"ps-sparse", "ps-unbounded", "frozen weak synapses (g 1.3, lr 0.01)", "random walk",
        "permuted Hebb (same updates, other synapses)", "uniform growth", "fixed random mask",
        "Hebb before training only, preh(20)", "Hebb stopped after 10 updates, hstop(10)"};
    for (int i = 0; i < names.length; i++) {
      double value = 500 + 170 * i;
      bars = bars.with(new Bars.Bar(names[i], i < 2 ? "psRNN" : "control", value, value * 0.8, value * 1.2));
    }
    return Figure.of("controls", "Controls.", Layout.singleColumn(90, 1), bars);
  }

  static Figure mechanisms() {
    double[] eta = {0.01, 0.03, 0.1, 0.3, 1};
    double[] steps = {0, 5, 10, 20, 40};
    double[] updates = IntStream.range(0, 200).mapToDouble(i -> i).toArray();
    Curve fall = Curve.of("drift under Hebb", eta, each(eta, v -> 0.9 - 0.3 * Math.log10(v / 0.01)));
    return Figure.of("mechanisms", "Mechanisms.", Layout.doubleColumn(60, 3, 1),
        Curves.of("Gradient sampling", Axis.log("Hebbian rate η"), Axis.linear("Cosine with the true gradient"))
            .with(fall.band(each(fall.y(), v -> v - 0.05), each(fall.y(), v -> v + 0.05)))
            .with(Reference.horizontal("8 gradients, fixed W", 0.92)),
        Curves.of("Initialisation", Axis.linear("Hebbian updates n"),
            Axis.linear("Trials to criterion").between(0, 3200))
            .with(Curve.of("hstop(n)", steps, new double[] {2400, 1500, 900, 850, 800}))
            .with(Curve.of("preh(n)", steps, new double[] {3004, 1800, 1200, 896, 880})),
        Curves.of("Runaway", Axis.linear("Updates"), Axis.log("Spectral radius"))
            .with(Curve.of("with switching", updates, each(updates, v -> 1 + 0.2 * Math.tanh(v / 50))))
            .with(Curve.of("without switching", updates, each(updates, v -> 0.8 * Math.exp(v / 40)))),
        Curves.of("Chance", Axis.linear("Updates"), Axis.linear("Accuracy").between(0, 1))
            .with(Curve.of("with switching", updates, each(updates, v -> 0.5 + 0.5 * Math.tanh(v / 80))))
            .with(Curve.of("without switching", updates, each(updates, v -> 0.5 + 0.02 * RANDOM.nextGaussian()))));
  }

  static Figure trial() {
    double[][] inputs = new double[3][67];
    double[][] target = new double[2][67];
    double[] mask = new double[67];
    for (int t = 0; t < 67; t++) {
      inputs[0][t] = t < 55 ? 1 : 0;
      inputs[1][t] = t >= 10 && t < 20 ? 0.8 : 0.05 * RANDOM.nextGaussian();
      inputs[2][t] = t >= 45 && t < 55 ? 0.8 : 0.05 * RANDOM.nextGaussian();
      target[0][t] = t >= 57 ? 1 : 0;
      target[1][t] = t < 12 ? Double.NaN : Math.tanh((t - 50) / 8.0) * 0.5 + 0.5;
      mask[t] = t >= 57 ? 1 : 0;
    }
    TrialView view = TrialView.of("", 20)
        .with(new TrialView.Traces("Inputs", List.of("fixation", "stimulus 1", "stimulus 2"), inputs))
        .with(new TrialView.Traces("Output", List.of("target", "network"), target))
        .with(TrialView.Strip.of("Loss mask", mask))
        .with(new TrialView.Period("fixation", 0, 10)).with(new TrialView.Period("sample", 10, 20))
        .with(new TrialView.Period("delay", 20, 45)).with(new TrialView.Period("test", 45, 55))
        .with(new TrialView.Period("gap", 55, 57)).with(new TrialView.Period("response", 57, 67));
    return Figure.of("trial", "One trial.", Layout.singleColumn(70, 1), view);
  }

  static Figure manyInputs() {
    double[][] inputs = new double[33][67];
    for (int channel = 0; channel < 33; channel++) {
      for (int t = 0; t < 67; t++) {
        double bump = 0.8 * Math.exp(-Math.pow(channel - 12, 2) / 12.0);
        inputs[channel][t] = (t >= 10 && t < 20 ? bump : 0) + 0.02 * Math.abs(RANDOM.nextGaussian());
      }
    }
    double[] mask = IntStream.range(0, 67).mapToDouble(t -> t > 50 ? 1 : 0).toArray();
    double[][] output = {IntStream.range(0, 67).mapToDouble(t -> Math.sin(t / 9.0)).toArray()};
    TrialView view = TrialView.of("Yang-19, delayed go", 20)
        .with(new TrialView.Heat("Input ring", inputs))
        .with(new TrialView.Traces("Output", List.of("target"), output)).with(TrialView.Strip.of("Loss mask", mask))
        .with(new TrialView.Period("fixation", 0, 10)).with(new TrialView.Period("stimulus", 10, 20))
        .with(new TrialView.Period("delay", 20, 50)).with(new TrialView.Period("go", 50, 67));
    return Figure.of("many-inputs", "One trial with a ring of inputs.", Layout.singleColumn(80, 1), view);
  }

  static double[] each(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  private static double[] plus(double[] values, double[] width, int sign) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] + sign * width[i]).toArray();
  }

  private static double[] gaussians(int n, double m1, double s1, double m2, double s2) {
    return IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? m1 + s1 * RANDOM.nextGaussian()
        : m2 + s2 * RANDOM.nextGaussian()).toArray();
  }

  private static double bell(double x, double mean, double sd) {
    return Math.exp(-Math.pow((x - mean) / sd, 2) / 2) / (sd * Math.sqrt(2 * Math.PI));
  }
}
