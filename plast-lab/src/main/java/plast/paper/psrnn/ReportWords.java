package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.List;
import plast.analyse.Verdict;

/** Sentences of the report and of the command's help. */
public final class ReportWords {
  /** What a reader must know before any number. */
  public static final String LEAD =
      "In a plasticity-switching recurrent network every recurrent synapse follows one of two rules: weak synapses a "
          + "Hebbian-like rule, strong ones backpropagation, and each switches when its strength crosses a threshold. This "
          + "report tests the claims of Turcu, Cornford, Dorkenwald and Mihalas (2026). Only abstracts of that work are "
          + "public: the rule, the tasks and all numbers here are our choice, so every verdict speaks of this "
          + "re-implementation at the setting beside it.";

  static final String RULES =
      "Reproduced or opposite: the whole 95 % interval lies on one side of no effect. Not reproduced: it includes no effect "
          + "and excludes the smallest effect of interest (a ratio of 0.9, an index of 0.01, half a rank). Inconclusive: it "
          + "includes both, too many networks did not learn, or parts of a claim disagree.";

  private ReportWords() {}

  static List<String> caveats(Findings findings) {
    List<String> words = new ArrayList<>();
    words.add("Intervals and p values are not corrected for the number of settings. The strongest baseline of a task is "
        + "chosen by its mean on the very seeds of the comparison, which favours backpropagation.");
    boolean reference = !findings.results().tasks(Part.REFERENCE).isEmpty();
    boolean atlas = !findings.results().tasks(Part.ATLAS).isEmpty();
    if (reference) {
      words.add("At the initial gain of the psRNN presets (0.8) backpropagation starts badly; ratios against it are mostly a "
          + "statement about the start. Freezing the weak synapses of a network that starts well, without any Hebbian "
          + "change, gives much of the advantage: compare the condition frozen.");
    }
    if (atlas) {
      words.add("ps-atlas follows anticov, an anti-Hebbian rule: its sign is opposite to the abstract's ‘Hebbian-like’. With "
          + "a positive product rule (hebb) C4 to C6 failed wherever it was tried. Typical backpropagation starts from the "
          + "default of common libraries: against it C1 holds in " + held(findings, "typical BP")
          + " comparisons. Against well-initialised backpropagation (Gaussian weights of gain 1.3 or 1.6) it holds in "
          + held(findings, "well-initialised") + ".");
    }
    return words;
  }

  /** How often C1 holds against a kind of baseline, {@code 4 of 6}. */
  private static String held(Findings findings, String baseline) {
    List<Claim> claims = findings.claims().stream()
        .filter(c -> c.statement() == Claim.Statement.C1 && c.setting().contains(baseline)
            && !c.setting().contains("hebb")).toList();
    long reproduced = claims.stream().filter(c -> c.verdict() == Verdict.REPRODUCED).count();
    String count = reproduced + " of " + claims.size();
    return reproduced == 0 ? count + ": it vanishes" : count;
  }
}
