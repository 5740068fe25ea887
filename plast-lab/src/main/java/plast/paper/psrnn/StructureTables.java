package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import plast.analyse.Interval;
import plast.analyse.Metric;
import plast.analyse.RandomReference;
import plast.analyse.Statistics;
import plast.analyse.Structure;
import plast.figure.Block;
import plast.figure.Block.Table;
import plast.math.Seed;
import plast.paper.psrnn.StructureClaims.View;

/** Structure of all arms whose wiring was kept, view by view, beside random matrices. */
final class StructureTables {
  private static final List<Metric> METRICS = List.of(Metric.ANTISYMMETRY_INDEX, Metric.EFFECTIVE_RANK,
      Metric.PARTICIPATION_RATIO, Metric.DEPARTURE_FROM_NORMALITY, Metric.TROPHIC_INCOHERENCE, Metric.UPWARD_FRACTION);

  private StructureTables() {}

  static List<Block> of(Results results) {
    List<ArmResult> arms = results.listed().stream().filter(ArmResult::hasWiring).toList();
    if (arms.isEmpty()) return List.of();
    List<Block> blocks = new ArrayList<>();
    for (View view : View.values()) blocks.add(table(view, arms));
    blocks.add(modes(arms));
    return blocks;
  }

  private static Table table(View view, List<ArmResult> arms) {
    List<String> header = new ArrayList<>(List.of("Task", "Condition"));
    METRICS.forEach(metric -> header.add(metric.label()));
    Table table = new Table(view.words() + ": mean ± half-width of the 95 % interval over networks.", header, List.of());
    for (ArmResult arm : arms) {
      List<String> row = new ArrayList<>(List.of(arm.task(), arm.name()));
      for (Metric metric : METRICS) row.add(plusMinus(view.of(arm, metric), digits(metric)));
      table = table.row(row.toArray(String[]::new));
    }
    if (view == View.AT_CRITERION) {
      for (int units : arms.stream().mapToInt(a -> a.condition().network().units()).distinct().toArray()) {
        table = table.row(random(units));
      }
    }
    return table;
  }

  private static String[] random(int units) {
    Structure random = RandomReference.of(units, true, new Seed(Stage.SEED).stream("random matrices"), 20);
    List<String> row = new ArrayList<>(List.of("–", "random matrix, N " + units));
    for (Metric metric : METRICS) row.add(Words.number(metric.of(random), digits(metric)));
    return row.toArray(String[]::new);
  }

  private static Table modes(List<ArmResult> arms) {
    Table table = Table.of("Modes of ln |w|, and pairs of strong synapses. Bimodal: D > 2 and valley > 0.1. ΔBIC is positive "
        + "for every network and decides nothing. Reciprocity: share of strong synapses whose reverse is strong, over chance.",
        "Task", "Condition", "D at start", "D at criterion", "Valley at criterion", "ΔBIC at criterion", "D late",
        "Valley late", "Reciprocity at criterion", "Reciprocity late");
    for (ArmResult arm : arms) {
      table = table.row(arm.task(), arm.name(),
          value(arm, w -> w.startModes().ashmanD()), value(arm, w -> w.atCriterion().modes().ashmanD()),
          value(arm, w -> w.atCriterion().modes().valley()), value(arm, w -> w.atCriterion().modes().deltaBic()),
          value(arm, w -> w.late().modes().ashmanD()), value(arm, w -> w.late().modes().valley()),
          value(arm, w -> w.atCriterion().reciprocity()), value(arm, w -> w.late().reciprocity()));
    }
    return table;
  }

  private static String value(ArmResult arm, ToDoubleFunction<Wiring> of) {
    return plusMinus(arm.wiring(of), 2);
  }

  private static String plusMinus(double[] values, int digits) {
    if (Arrays.stream(values).anyMatch(Double::isNaN)) return "–";
    Interval mean = Statistics.tMean(values, ArmResult.LEVEL);
    return Words.plusMinus(mean, digits);
  }

  private static int digits(Metric metric) {
    return metric == Metric.EFFECTIVE_RANK || metric == Metric.PARTICIPATION_RATIO ? 1 : 3;
  }
}
