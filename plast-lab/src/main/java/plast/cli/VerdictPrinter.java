package plast.cli;

import java.util.ArrayList;
import java.util.List;
import plast.paper.psrnn.ArmResult;
import plast.paper.psrnn.Claim;
import plast.paper.psrnn.Findings;
import plast.paper.psrnn.Target;

/** Prints the verdicts and the trials to criterion of a reproduction. */
record VerdictPrinter(Console console) {

  void print(Findings findings) {
    claims(findings.claims());
    console.say("");
    trials(findings.results().listed());
    targets(findings);
  }

  private void trials(List<ArmResult> arms) {
    Table table = new Table("condition", "task", "learned", "trials to criterion", "median", "strong");
    for (ArmResult arm : arms) {
      var mean = arm.meanTrials();
      boolean learned = arm.solved() > 0;
      table.row(arm.name(), arm.task(), arm.solved() + "/" + arm.seeds(),
          learned ? Words.number(mean.estimate()) + " ± " + Words.number(mean.halfWidth()) : "not learned",
          learned ? Words.number(arm.medianTrials()) : "–", Words.percent(arm.strongFraction().estimate()));
    }
    table.print(console);
  }

  private void claims(List<Claim> claims) {
    Table table = new Table("claim", "", "verdict", "effect", "95 % interval", "setting");
    for (Claim claim : claims) {
      if (claim.rank() != Claim.Rank.HEADLINE) continue;
      table.row(claim.id(), claim.statement().keyword(), claim.verdict().words(), number(claim.effect().estimate()),
          "[" + number(claim.effect().low()) + ", " + number(claim.effect().high()) + "]", claim.setting());
    }
    table.print(console);
    console.say("");
    console.say("C1 C7b: ratio of trials. C2: strong fraction. C3: Ashman's D. C4 C5 C6: difference of antisymmetry, "
        + "rank, trophic");
    console.say("incoherence. C7a: difference of cosine. C7c: ratio of growth of the weights. Only abstracts of the psRNN are "
        + "public:");
    console.say("rule, tasks and numbers are our choice. p values are not corrected for the number of settings.");
  }

  private void targets(Findings findings) {
    List<Target> all = new ArrayList<>(findings.targets());
    all.addAll(findings.atlasTargets());
    List<Target> missed = all.stream().filter(t -> t.outcome() == Target.Outcome.NOT_MET).toList();
    long judged = all.stream().filter(t -> t.outcome() != Target.Outcome.SHOWN).count();
    long met = all.stream().filter(t -> t.outcome() == Target.Outcome.MET).count();
    if (judged == 0) return;
    console.say("");
    console.say("Reference targets met: " + met + " of " + judged + (missed.isEmpty() ? "" : "; not met:"));
    for (Target t : missed) console.say("  " + line(t));
    for (Target t : all) {
      if (t.outcome() == Target.Outcome.OVERLAPS) console.say("  intervals overlap: " + line(t));
    }
  }

  private static String line(Target t) {
    return t.id() + " " + t.what() + ": " + t.got() + ", wanted " + t.wanted();
  }

  private static String number(double value) {
    return Words.number(value);
  }
}
