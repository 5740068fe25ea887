package plast.paper.psrnn;

import static plast.paper.psrnn.AtlasConditions.DEFAULT;
import static plast.paper.psrnn.AtlasConditions.FAST;
import static plast.paper.psrnn.AtlasConditions.sized;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.analyse.Metric;
import plast.paper.psrnn.StructureClaims.Difference;
import plast.paper.psrnn.StructureClaims.View;
import plast.paper.psrnn.Target.Outcome;
import plast.paper.psrnn.Target.Range;

/** The numbers that an earlier search of the design space reached with other random numbers, beside ours. */
final class AtlasTargets {
  private static final String ATLAS = "ps-atlas";
  private final Results results;
  private final List<Target> targets = new ArrayList<>();

  private AtlasTargets(Results results) {
    this.results = results;
  }

  static List<Target> of(Results results) {
    AtlasTargets all = new AtlasTargets(results);
    all.rectified("cdm-short", 100, new Range(0.53, 0.75, 2), "10.0 k");
    all.difference("cdm-short", 100, Metric.ANTISYMMETRY_INDEX, new Range(0.055, 0.115, 3));
    all.difference("cdm-short", 100, Metric.EFFECTIVE_RANK, new Range(-6, -5, 1));
    all.difference("cdm-short", 100, Metric.TROPHIC_INCOHERENCE, new Range(-0.08, -0.06, 3));
    all.strong("cdm-short", 100, "about 0.2");
    all.rectified("cdm-short", 50, new Range(0.54, 1.04, 2), "13.0 k");
    all.difference("cdm-short", 50, Metric.EFFECTIVE_RANK, new Range(-2.7, -0.7, 1));
    all.rectified("dms-short", 50, new Range(0.37, 0.90, 2), "about 32 k");
    all.growth("dms-short", new Range(0.15, 0.21, 2));
    all.growth("pwm-short", new Range(0.54, 0.91, 2));
    all.growth("cdm-short", new Range(0.17, 0.22, 2));
    return List.copyOf(all.targets);
  }

  private void rectified(String task, int units, Range ratio, String trials) {
    results.compare(task, sized(ATLAS, units), sized(DEFAULT, units)).ifPresent(c -> {
      targets.add(ratio(c, ratio));
      targets.add(new Target(ATLAS, task + ", " + c.b().name() + ": mean trials to criterion", trials,
          Words.plusMinus(c.b().meanTrials(), 0), Outcome.SHOWN));
    });
  }

  private void growth(String task, Range ratio) {
    results.compare(task, FAST, DEFAULT).ifPresent(c -> targets.add(ratio(c, ratio)));
  }

  private static Target ratio(Comparison c, Range range) {
    String id = c.a().name().startsWith(ATLAS) ? ATLAS : c.a().name();
    return new Target(id, c.a().task() + ", " + c.a().name() + " / " + c.b().name() + ": ratio of trials",
        range.text(), c.ratioText(), Outcome.of(c.interval(), range));
  }

  private void difference(String task, int units, Metric metric, Range range) {
    Optional<ArmResult> a = results.arm(task, sized(ATLAS, units)), b = results.arm(task, sized(DEFAULT, units));
    if (a.isEmpty() || b.isEmpty()) return;
    Difference d = Difference.of(a.get(), b.get(), View.AT_CRITERION, metric);
    targets.add(new Target(ATLAS, task + ", N " + units + ": " + metric.label() + " at criterion, psRNN − BP",
        range.text(), Words.interval(d.interval(), range.digits()),
        Outcome.of(d.interval(), range)));
  }

  private void strong(String task, int units, String expected) {
    results.arm(task, sized(ATLAS, units)).ifPresent(a -> targets.add(new Target(ATLAS,
        task + ", N " + units + ": strong fraction at criterion", expected, Words.interval(a.strongFraction(), 2),
        Outcome.SHOWN)));
  }
}
