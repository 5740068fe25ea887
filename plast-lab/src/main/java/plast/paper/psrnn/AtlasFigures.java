package plast.paper.psrnn;

import static plast.paper.psrnn.AtlasConditions.BP_13;
import static plast.paper.psrnn.AtlasConditions.BP_16;
import static plast.paper.psrnn.AtlasConditions.DEFAULT;
import static plast.paper.psrnn.AtlasConditions.FAST;
import static plast.paper.psrnn.AtlasConditions.sized;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plast.analyse.Interval;
import plast.analyse.Metric;
import plast.figure.Axis;
import plast.figure.Bars;
import plast.figure.Figure;
import plast.figure.Layout;
import plast.figure.PairedDots;
import plast.figure.Panel;
import plast.figure.Reference;
import plast.paper.psrnn.StructureClaims.Difference;
import plast.paper.psrnn.StructureClaims.View;

/** Figures of the atlas: trials to criterion against typical and good starts, and differences of structure. */
final class AtlasFigures {
  private final Results results;

  AtlasFigures(Results results) {
    this.results = results;
  }

  List<Figure> all() {
    List<String> tasks = results.tasks(Part.ATLAS);
    if (tasks.isEmpty()) return List.of();
    List<Figure> figures = new ArrayList<>();
    figures.add(trials(tasks));
    structure(tasks).ifPresent(figures::add);
    return figures;
  }

  private Figure trials(List<String> tasks) {
    List<Panel> panels = new ArrayList<>();
    Layout layout = new Layout(Layout.DOUBLE_COLUMN_MM, List.of());
    for (String task : tasks) {
      panels.add(dots(task, "tanh, N 64", List.of(FAST, DEFAULT, BP_13, BP_16)));
      int units = results.arm(task, sized("ps-atlas", 100)).isPresent() ? 100 : 50;
      panels.add(dots(task, "ReLU, N " + units, Stream.of("ps-atlas", "frozen", DEFAULT, BP_13, BP_16)
          .map(name -> sized(name, units)).toList()));
      layout = layout.row(70, 1, 1.2);
    }
    return Figure.of("atlas-trials",
        "Trials to criterion on the short tasks. The psRNN needs fewer trials than backpropagation from the default "
            + "initialisation of common libraries (same settings), but not fewer than backpropagation from Gaussian weights of "
            + "gain 1.3 or 1.6. Dots are networks, lines join seeds, diamonds are means with 95 % confidence intervals; open "
            + "dots did not learn within the cap.",
        layout, panels.toArray(Panel[]::new));
  }

  private PairedDots dots(String task, String networks, List<String> names) {
    PairedDots panel = PairedDots.of(TaskWords.title(task), Axis.log("Trials to criterion")).note(networks);
    for (String name : names) {
      Optional<ArmResult> arm = results.arm(task, name);
      if (arm.isEmpty()) continue;
      Interval mean = arm.get().meanTrials();
      panel = panel.cappedAt(arm.get().cap()).with(new PairedDots.Group(withoutSize(arm.get()), arm.get().trials(),
          mean.estimate(), Math.max(1, mean.low()), mean.high()));
    }
    return panel;
  }

  /** The panel says the size. */
  private static String withoutSize(ArmResult arm) {
    return arm.arm().label().replaceFirst(", N \\d+$", "");
  }

  private Optional<Figure> structure(List<String> tasks) {
    List<Panel> panels = new ArrayList<>();
    for (Metric metric : List.of(Metric.ANTISYMMETRY_INDEX, Metric.EFFECTIVE_RANK, Metric.DEPARTURE_FROM_NORMALITY,
        Metric.TROPHIC_INCOHERENCE)) {
      Bars bars = Bars.of(capital(metric.label()), Axis.linear("Difference to BP"))
          .with(Reference.vertical("no difference", 0));
      for (String task : tasks) bars = withTask(bars, task, metric);
      panels.add(bars);
    }
    if (panels.stream().allMatch(panel -> ((Bars) panel).bars().isEmpty())) return Optional.empty();
    int bars = ((Bars) panels.getFirst()).bars().size();
    return Optional.of(new Figure("atlas-structure",
        "Structure of the recurrent weights at the criterion against backpropagation from the same start: paired "
            + "differences with 95 % confidence intervals. The claims are a higher antisymmetry index (C4), a lower effective "
            + "rank (C5), a higher departure from normality and a lower trophic incoherence (C6). Frozen weak synapses, "
            + "without any Hebbian change, show how much comes from training fewer synapses alone.",
        Layout.doubleColumn(22 + 6 * bars, 2, 2), panels, Labels.PALETTE));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private Bars withTask(Bars bars, String task, Metric metric) {
    Bars more = bars;
    for (int units : new int[] {100, 50}) {
      Optional<ArmResult> bp = results.arm(task, sized(DEFAULT, units));
      for (String name : List.of("ps-atlas", "frozen")) {
        Optional<ArmResult> arm = results.arm(task, sized(name, units));
        if (arm.isEmpty() || bp.isEmpty()) continue;
        Interval d = Difference.of(arm.get(), bp.get(), View.AT_CRITERION, metric).interval();
        String label = task.replace("-short", "") + ", N " + units + (name.equals("frozen") ? ", frozen" : "");
        more = more.with(new Bars.Bar(label, name.equals("frozen") ? "weak frozen" : "psRNN anticov",
            d.estimate(), d.low(), d.high()));
      }
    }
    return more;
  }
}
