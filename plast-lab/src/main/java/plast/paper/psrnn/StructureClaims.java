package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import plast.analyse.Interval;
import plast.analyse.Metric;
import plast.analyse.Statistics;
import plast.analyse.Structure;
import plast.analyse.Verdict;
import plast.paper.psrnn.Claim.Rank;
import plast.paper.psrnn.Claim.Statement;

/** C3 to C6: what training leaves in the recurrent weights, against backpropagation on the same seeds. */
final class StructureClaims {
  private StructureClaims() {}

  /** Which weights of a network a structure is taken from. */
  enum View {
    AT_CRITERION("W at criterion", w -> w.atCriterion().all()),
    LATE("W late", w -> w.late().all()),
    EXCESS("W at criterion, excess over shuffled entries", w -> w.atCriterion().excess()),
    EXCESS_LATE("W late, excess over shuffled entries", w -> w.late().excess()),
    CHANGE("ΔW at criterion", w -> w.atCriterion().change()),
    CHANGE_LATE("ΔW late", w -> w.late().change()),
    STRONG("strong synapses of W at criterion", w -> w.atCriterion().strong()),
    STRONG_CHANGE("strong synapses of ΔW at criterion", w -> w.atCriterion().changeOfStrong());

    private final String words;
    private final Function<Wiring, Structure> of;

    View(String words, Function<Wiring, Structure> of) {
      this.words = words;
      this.of = of;
    }

    String words() {
      return words;
    }

    double[] of(ArmResult arm, Metric metric) {
      return arm.wiring(w -> metric.of(of.apply(w)));
    }
  }

  /** A paired difference with its interval and p. */
  record Difference(Interval interval, double p) {
    static Difference of(double[] a, double[] b) {
      double[] differences = a.clone();
      for (int k = 0; k < a.length; k++) differences[k] -= b[k];
      return new Difference(Statistics.tMean(differences, ArmResult.LEVEL), Statistics.wilcoxonSignedRank(differences));
    }

    static Difference of(ArmResult a, ArmResult b, View view, Metric metric) {
      return of(view.of(a, metric), view.of(b, metric));
    }
  }

  /** The claims of one psRNN against one baseline on a task; none when their wiring was not kept. */
  static List<Claim> of(Results results, String task, String psRnn, String baseline) {
    Optional<ArmResult> a = results.arm(task, psRnn), b = results.arm(task, baseline);
    if (a.isEmpty() || b.isEmpty() || !a.get().hasWiring() || !b.get().hasWiring()) return List.of();
    Pair pair = new Pair(a.get(), b.get());
    List<Claim> claims = new ArrayList<>();
    claims.add(pair.bimodal());
    for (View view : List.of(View.AT_CRITERION, View.LATE, View.EXCESS)) {
      claims.add(pair.moreAntisymmetric(view));
      claims.add(pair.lowerRank(view));
      claims.add(pair.moreFeedforward(view));
    }
    return claims;
  }

  private record Pair(ArmResult a, ArmResult b) {

    Claim bimodal() {
      Interval d = mean(w -> w.atCriterion().modes().ashmanD()), valley = mean(w -> w.atCriterion().modes().valley());
      double startD = mean(w -> w.startModes().ashmanD()).estimate();
      double otherD = average(b.wiring(w -> w.atCriterion().modes().ashmanD()));
      String setting = a.task() + ": " + a.name() + " at criterion (valley " + Words.interval(valley, 2) + ")";
      String remark = "needs D > 2 and valley > 0.1; before training D " + Words.number(startD, 2) + ", BP D "
          + Words.number(otherD, 2);
      return new Claim(Statement.C3, setting, Verdicts.bimodal(d, valley), d, "Ashman's D of ln |w|", Double.NaN, remark,
          Rank.HEADLINE);
    }

    Claim moreAntisymmetric(View view) {
      Difference d = Difference.of(a, b, view, Metric.ANTISYMMETRY_INDEX);
      return claim(new Basis(Statement.C4, view, "", "difference of antisymmetry index"),
          Verdicts.moreAntisymmetric(d.interval()), d);
    }

    Claim lowerRank(View view) {
      Difference d = Difference.of(a, b, view, Metric.EFFECTIVE_RANK);
      return claim(new Basis(Statement.C5, view, "", "difference of effective rank"),
          Verdicts.lowerRank(d.interval()), d);
    }

    Claim moreFeedforward(View view) {
      Difference departure = Difference.of(a, b, view, Metric.DEPARTURE_FROM_NORMALITY);
      Difference incoherence = Difference.of(a, b, view, Metric.TROPHIC_INCOHERENCE);
      String other = " (departure from normality " + Words.interval(departure.interval(), 3) + ")";
      return claim(new Basis(Statement.C6, view, other, "difference of trophic incoherence F₀"),
          Verdicts.moreFeedforward(departure.interval(), incoherence.interval()), incoherence);
    }

    /** What a verdict rests on; {@code other} is what a second measure says. */
    private record Basis(Statement statement, View view, String other, String measure) {}

    private Claim claim(Basis basis, Verdict verdict, Difference d) {
      String setting = a.task() + ": " + a.name() + " − " + b.name() + ", " + basis.view().words() + basis.other();
      return new Claim(basis.statement(), setting, verdict, d.interval(), basis.measure(), d.p(), unlearned(),
          basis.view() == View.AT_CRITERION ? Rank.HEADLINE : Rank.DETAIL);
    }

    /** A network that never reached the criterion enters with its last weights. */
    private String unlearned() {
      int capped = a.seeds() - a.solved() + b.seeds() - b.solved();
      return capped == 0 ? "" : capped + " networks never reached the criterion and enter with their last weights";
    }

    private Interval mean(ToDoubleFunction<Wiring> value) {
      return Statistics.tMean(a.wiring(value), ArmResult.LEVEL);
    }

    private static double average(double[] values) {
      return Arrays.stream(values).average().orElse(Double.NaN);
    }
  }
}
