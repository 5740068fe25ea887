package plast.paper.psrnn;

import static plast.paper.psrnn.ReferenceConditions.BP_TUNED;
import static plast.paper.psrnn.ReferenceConditions.SPARSE;
import static plast.paper.psrnn.ReferenceConditions.UNBOUNDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.analyse.Metric;
import plast.analyse.RandomReference;
import plast.analyse.Spectra;
import plast.analyse.Structure;
import plast.figure.Axis;
import plast.figure.ComplexPlane;
import plast.figure.Curves;
import plast.figure.Figure;
import plast.figure.Layout;
import plast.figure.Reference;
import plast.math.Seed;

/** Figures about the recurrent weights: spectra, antisymmetry, feedforwardness, eigenvalues. */
final class WiringFigures {
  private static final Axis TRIALS = Axis.linear("Training trials");
  private static final int RANDOM_DRAWS = 20;

  private final String task;
  private final List<ArmResult> arms;
  private final Structure random;

  private WiringFigures(String task, List<ArmResult> arms) {
    this.task = task;
    this.arms = arms;
    int units = arms.getFirst().condition().network().units();
    random = RandomReference.of(units, true, new Seed(Stage.SEED).stream("random matrices"), RANDOM_DRAWS);
  }

  /** Those of the first task; none when no wiring was kept. */
  static List<Figure> all(Results results) {
    List<String> tasks = results.tasks(Part.REFERENCE);
    if (tasks.isEmpty()) return List.of();
    List<ArmResult> arms = List.of(SPARSE, UNBOUNDED, BP_TUNED).stream()
        .flatMap(name -> results.arm(tasks.getFirst(), name).stream()).filter(ArmResult::hasWiring).toList();
    if (arms.isEmpty()) return List.of();
    WiringFigures figures = new WiringFigures(tasks.getFirst(), arms);
    return List.of(figures.spectra(), figures.antisymmetry(), figures.feedforward(), figures.eigenvalues());
  }

  private Figure spectra() {
    Axis rank = Axis.linear("Rank of the singular value");
    Curves weights = Curves.of("W at criterion", rank, Axis.linear("Singular value").between(0, Double.NaN));
    Curves change = Curves.of("ΔW at criterion", rank, Axis.log("Singular value"));
    for (ArmResult arm : arms) {
      List<double[]> ofWeights = new ArrayList<>(), ofChange = new ArrayList<>();
      for (Network network : arm.networks()) {
        Wiring wiring = network.wiring().orElseThrow();
        ofWeights.add(Spectra.singularValues(wiring.criterion().weights()));
        ofChange.add(Spectra.singularValues(wiring.criterion().weights().minus(wiring.initial().weights())));
      }
      double[] ranks = Series.ranks(ofWeights.getFirst().length);
      weights = weights.with(Series.mean(label(arm), ranks, ofWeights));
      change = change.with(Series.mean(label(arm), ranks, ofChange));
    }
    return Figure.of("spectra",
        "Singular values of the recurrent weights W and of their change ΔW = W − W(0) at the criterion, and the effective "
            + "rank (exponential of the entropy of the normalised singular values) over training, on "
            + TaskWords.of(task) + ". Mean and 95 % confidence interval over networks; dashed: random matrix.",
        Layout.doubleColumn(56, 2, 2), weights, change,
        course("Effective rank of W", Metric.EFFECTIVE_RANK, "Effective rank", Of.WEIGHTS),
        course("Effective rank of ΔW", Metric.EFFECTIVE_RANK, "Effective rank", Of.CHANGE)).with(Labels.PALETTE);
  }

  private Figure antisymmetry() {
    return Figure.of("antisymmetry",
        "Antisymmetry index −tr(W²)/‖W‖² over training on " + TaskWords.of(task) + ": −1 symmetric, +1 antisymmetric, "
            + "−1/N for a random matrix (dashed). Left the weights, right their change. Mean and 95 % confidence interval.",
        Layout.doubleColumn(58, 2),
        course("W", Metric.ANTISYMMETRY_INDEX, "Antisymmetry index", Of.WEIGHTS),
        course("ΔW", Metric.ANTISYMMETRY_INDEX, "Antisymmetry index", Of.CHANGE)).with(Labels.PALETTE);
  }

  private Figure feedforward() {
    return Figure.of("feedforward",
        "How feedforward the recurrent weights are over training on " + TaskWords.of(task)
            + ". Departure from normality (0 normal, 1 purely feedforward; higher is more feedforward), trophic incoherence "
            + "(0 perfectly layered, 1 without direction; lower is more feedforward) and the share of |W| that points up "
            + "the trophic levels. Mean and 95 % confidence interval; dashed: random matrix.",
        Layout.doubleColumn(58, 3),
        course("Non-normality", Metric.DEPARTURE_FROM_NORMALITY, "Departure from normality", Of.WEIGHTS),
        course("Layering", Metric.TROPHIC_INCOHERENCE, "Trophic incoherence F₀", Of.WEIGHTS),
        course("Direction", Metric.UPWARD_FRACTION, "Upward fraction", Of.WEIGHTS)).with(Labels.PALETTE);
  }

  private enum Of { WEIGHTS, CHANGE }

  private Curves course(String title, Metric metric, String axis, Of of) {
    Curves panel = Curves.of(title, TRIALS, Axis.linear(axis))
        .with(Reference.horizontal("random matrix", metric.of(random)));
    for (ArmResult arm : arms) {
      panel = panel.with(Series.course(arm, label(arm),
          c -> metric.of(of == Of.WEIGHTS ? c.all() : c.change())));
    }
    return panel;
  }

  private Figure eigenvalues() {
    List<ComplexPlane> panels = new ArrayList<>();
    for (ArmResult arm : arms) {
      Wiring wiring = arm.networks().getFirst().wiring().orElseThrow();
      panels.add(ComplexPlane.of(label(arm))
          .with(cloud("before training", Spectra.eigenvalues(wiring.initial().weights())))
          .with(cloud(label(arm), Spectra.eigenvalues(wiring.criterion().weights()))));
    }
    return Figure.of("eigenvalues",
        "Eigenvalues of the recurrent weights of one network (seed " + arms.getFirst().networks().getFirst().seed()
            + ") before training and at the criterion on " + TaskWords.of(task) + ", with the unit circle.",
        Layout.doubleColumn(66, panels.size()), panels.toArray(ComplexPlane[]::new)).with(Labels.PALETTE);
  }

  private static ComplexPlane.Cloud cloud(String label, Spectra.Eigenvalues eigenvalues) {
    return new ComplexPlane.Cloud(label, eigenvalues.real(), eigenvalues.imaginary());
  }

  private static String label(ArmResult arm) {
    return arm.arm().label();
  }

  /** The arm whose weights the distribution figure shows. */
  static Optional<ArmResult> distributed(Results results) {
    return results.tasks(Part.REFERENCE).stream().findFirst().flatMap(task -> results.arm(task, SPARSE))
        .filter(ArmResult::hasWiring);
  }
}
