package plast.paper.psrnn;

import static plast.paper.psrnn.ReferenceConditions.BP_08;
import static plast.paper.psrnn.ReferenceConditions.FIXED_SPARSE;
import static plast.paper.psrnn.ReferenceConditions.FIXED_UNBOUNDED;
import static plast.paper.psrnn.ReferenceConditions.PERMUTED;
import static plast.paper.psrnn.ReferenceConditions.SPARSE;
import static plast.paper.psrnn.ReferenceConditions.UNBOUNDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.analyse.Interval;
import plast.analyse.Statistics;
import plast.analyse.Verdict;
import plast.paper.psrnn.Claim.Rank;
import plast.paper.psrnn.Claim.Statement;
import plast.paper.psrnn.StructureClaims.Difference;

/** C7a to C7c: why it works. */
final class MechanismClaims {
  private MechanismClaims() {}

  static List<Claim> of(Results results, Optional<GradientSampling> gradients) {
    List<Claim> claims = new ArrayList<>();
    gradients.ifPresent(sampling -> {
      for (double rate : sampling.rates()) claims.add(gradient(sampling, rate));
    });
    for (String preset : List.of("unbounded", "sparse")) {
      results.compare("dms", preset + "-accum4", "ps-" + preset).ifPresent(c -> claims.add(ratio(
          Statement.C7A, c, "4 gradients at 4 weights per update", Rank.DETAIL)));
    }
    results.compare("dms", "preh20", BP_08).ifPresent(c -> claims.add(ratio(
        Statement.C7B, c, "psRNN for 20 updates, then BP, against BP from the same start", Rank.HEADLINE)));
    results.compare("dms", SPARSE, PERMUTED).ifPresent(c -> claims.add(ratio(
        Statement.C7B, c, "task-relevant: Hebb against the same changes on other synapses", Rank.HEADLINE)));
    results.compare("dms", UNBOUNDED, "unbounded-uniform").ifPresent(c -> claims.add(ratio(
        Statement.C7B, c, "task-relevant: Hebb against uniform growth", Rank.HEADLINE)));
    results.compare("dms", SPARSE, "sparse-uniform").ifPresent(c -> claims.add(ratio(
        Statement.C7B, c, "task-relevant: Hebb against uniform growth", Rank.DETAIL)));
    for (String task : results.tasks(Part.REFERENCE)) {
      results.compare(task, UNBOUNDED, FIXED_UNBOUNDED).ifPresent(c -> claims.add(runaway(c)));
      results.compare(task, SPARSE, FIXED_SPARSE).ifPresent(c -> claims.add(runaway(c)));
    }
    return claims;
  }

  private static Claim gradient(GradientSampling sampling, double rate) {
    Difference d = Difference.of(
        sampling.perSeed(rate, GradientSampling.Sample::drift), sampling.perSeed(rate, GradientSampling.Sample::fixed));
    double one = Statistics.tMean(sampling.perSeed(rate, GradientSampling.Sample::one), ArmResult.LEVEL).estimate();
    double fixed = Statistics.tMean(sampling.perSeed(rate, GradientSampling.Sample::fixed), ArmResult.LEVEL).estimate();
    String setting = "dms: ps-sparse, η " + rate + ", " + GradientSampling.ESTIMATES
        + " gradients while the rule acts − as many at fixed weights";
    return new Claim(Statement.C7A, setting, Verdicts.betterGradient(d.interval()), d.interval(),
        "difference of cosine with the true gradient", d.p(),
        "at fixed weights " + Words.number(fixed, 2) + ", one gradient alone " + Words.number(one, 2) + "; "
            + sampling.networks() + " networks, after 10, 25 and 40 updates",
        Mechanisms.HEADLINE_RATES.contains(rate) ? Rank.HEADLINE : Rank.DETAIL);
  }

  private static Claim ratio(Statement statement, Comparison c, String words, Rank rank) {
    return new Claim(statement, Claims.setting(c, words), Claims.verdict(c), c.interval(), "ratio of trials",
        c.ratio().p(), Claims.remark(c), rank);
  }

  /** Growth of the norm without switching over growth with it, and trials with switching over those without. */
  private static Claim runaway(Comparison c) {
    double[] without = c.b().each(Network::growth), with = c.a().each(Network::growth);
    Interval growth = Statistics.tRatio(without, with, ArmResult.LEVEL);
    Verdict trials = Claims.verdict(c);
    double[] logs = new double[with.length];
    for (int k = 0; k < logs.length; k++) logs[k] = Math.log(without[k] / with[k]);
    String remark = "‖W‖ grows " + Words.number(c.b().growth().estimate(), 1) + "-fold without and "
        + Words.number(c.a().growth().estimate(), 1) + "-fold with switching; trials with/without " + c.ratioText()
        + ", learned without: " + c.b().solved() + " of " + c.b().seeds();
    return new Claim(Statement.C7C, c.a().task() + ": " + c.b().name() + " / " + c.a().name(),
        Verdicts.preventsRunaway(growth, trials), growth, "ratio of the growth of ‖W‖",
        Statistics.wilcoxonSignedRank(logs), remark,
        c.a().task().equals("dms") ? Rank.HEADLINE : Rank.DETAIL);
  }
}
