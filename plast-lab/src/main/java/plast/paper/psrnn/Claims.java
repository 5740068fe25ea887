package plast.paper.psrnn;

import static plast.paper.psrnn.ReferenceConditions.BP_08;
import static plast.paper.psrnn.ReferenceConditions.BP_13;
import static plast.paper.psrnn.ReferenceConditions.BP_OWN;
import static plast.paper.psrnn.ReferenceConditions.BP_SGD;
import static plast.paper.psrnn.ReferenceConditions.BP_TUNED;
import static plast.paper.psrnn.ReferenceConditions.GAIN_13;
import static plast.paper.psrnn.ReferenceConditions.SPARSE;
import static plast.paper.psrnn.ReferenceConditions.UNBOUNDED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plast.analyse.Interval;
import plast.analyse.Verdict;
import plast.paper.psrnn.Claim.Rank;
import plast.paper.psrnn.Claim.Statement;

/** Every claim at every setting that a study covers. */
final class Claims {
  private Claims() {}

  /** In the order C1 … C7c, within a claim part by part and task by task. */
  static List<Claim> of(Results results, Optional<GradientSampling> gradients) {
    List<Claim> claims = new ArrayList<>();
    for (String task : results.tasks(Part.REFERENCE)) {
      for (String psRnn : List.of(SPARSE, UNBOUNDED, GAIN_13)) claims.addAll(trials(results, task, psRnn));
      for (String psRnn : List.of(SPARSE, UNBOUNDED)) claims.addAll(StructureClaims.of(results, task, psRnn, BP_TUNED));
    }
    for (String task : results.tasks(Part.ATLAS)) claims.addAll(AtlasClaims.of(results, task));
    claims.addAll(MechanismClaims.of(results, gradients));
    claims.sort(Comparator.comparing(Claim::statement));
    return claims;
  }

  /** C1 against each baseline, C2 against the strongest. */
  private static List<Claim> trials(Results results, String task, String psRnn) {
    List<Claim> claims = new ArrayList<>();
    Optional<ArmResult> best = bestBackpropagation(results, task);
    Map<String, String> baselines = new LinkedHashMap<>();
    best.ifPresent(arm -> baselines.put(arm.name(), "BP tuned over everything"));
    baselines.putIfAbsent(BP_TUNED, "BP tuned with Adam");
    baselines.putIfAbsent(psRnn.equals(GAIN_13) ? BP_13 : BP_08,
        ReferenceConditions.tunedIsOwn(task) ? "BP at the same gain" : "BP tuned at the same gain");
    if (!psRnn.equals(GAIN_13)) baselines.putIfAbsent(BP_OWN, "BP at the psRNN's own settings");
    baselines.forEach((name, words) -> results.compare(task, psRnn, name).ifPresent(comparison -> {
      boolean strongest = best.isPresent() && name.equals(best.get().name());
      boolean inFull = task.equals("dms") && !psRnn.equals(GAIN_13);
      claims.add(fewerTrials(comparison, words, strongest || inFull ? Rank.HEADLINE : Rank.DETAIL));
      if (strongest) claims.add(fewerStrong(comparison, words, Rank.HEADLINE));
    }));
    return claims;
  }

  /** The baseline with the lowest mean; chosen on the test seeds, which favours it. */
  static Optional<ArmResult> bestBackpropagation(Results results, String task) {
    return Stream.of(BP_TUNED, BP_SGD, BP_13, BP_08, BP_OWN)
        .flatMap(name -> results.arm(task, name).stream())
        .min(Comparator.comparingDouble(arm -> arm.meanTrials().estimate()));
  }

  static Claim fewerTrials(Comparison c, String baseline, Rank rank) {
    return new Claim(
        Statement.C1, setting(c, baseline), verdict(c), c.interval(), "ratio of trials", c.ratio().p(), remark(c), rank);
  }

  static Claim fewerStrong(Comparison c, String baseline, Rank rank) {
    Interval strong = c.a().strongFraction();
    return new Claim(Statement.C2, setting(c, baseline), Verdicts.fewerStrong(verdict(c), strong), strong,
        "strong fraction at criterion", Double.NaN,
        "C1 here: " + verdict(c).words() + "; at the end of training " + Words.percent(
            c.a().strongFractionLate().estimate()) + " strong", rank);
  }

  static Verdict verdict(Comparison c) {
    int unlearnedA = c.a().seeds() - c.a().solved(), unlearnedB = c.b().seeds() - c.b().solved();
    boolean any = c.a().solved() + c.b().solved() > 0;
    return Verdicts.fewerTrials(c.interval(), new Verdicts.Unlearned(unlearnedA, unlearnedB, any));
  }

  static String setting(Comparison c, String baseline) {
    return c.a().task() + ": " + c.a().name() + " / " + c.b().name() + " (" + baseline + ")";
  }

  static String remark(Comparison c) {
    return switch (c.bound()) {
      case EXACT -> "";
      case AT_MOST -> unlearned(c.b()) + ": the ratio is an upper bound";
      case AT_LEAST -> unlearned(c.a()) + ": the ratio is a lower bound";
      case UNCLEAR -> unlearned(c.a()) + ", " + unlearned(c.b()) + ": the ratio is uncertain";
      case NONE -> "not learned within the cap by either";
    };
  }

  private static String unlearned(ArmResult arm) {
    return arm.name() + " unlearned in " + (arm.seeds() - arm.solved()) + " of " + arm.seeds();
  }
}
