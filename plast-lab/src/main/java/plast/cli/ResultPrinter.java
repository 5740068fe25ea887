package plast.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.analyse.Interval;
import plast.analyse.RatioComparison;
import plast.experiment.Comparison;
import plast.experiment.ConditionResult;
import plast.experiment.StudyResult;

/** Prints trained conditions and their comparison as tables. */
record ResultPrinter(Console console) {

  void print(StudyResult study, long seed) {
    List<Comparison.Arm> arms = new ArrayList<>();
    for (ConditionResult condition : study.conditions()) {
      arms.add(new Comparison.Arm(condition.condition().name(), seed, condition));
    }
    Comparison comparison = Comparison.of(arms, Optional.empty());
    conditions(comparison.arms());
    ratios(comparison.pairs());
    for (StudyResult.Failure failure : study.failures()) {
      console.note("broke off: " + failure.job().name() + ": " + failure.message());
    }
  }

  void conditions(List<Comparison.Arm> arms) {
    Table table = new Table("condition", "task", "solved", "trials to criterion", "median", "strong");
    for (Comparison.Arm arm : arms) {
      ConditionResult result = arm.result();
      Interval mean = result.meanTrials();
      String trials = result.seeds().isEmpty() ? "–"
          : Words.number(mean.estimate()) + (mean.isKnown() ? " ± " + Words.number(mean.halfWidth()) : "");
      table.row(arm.label(), result.condition().task(), result.solved() + "/" + result.seeds().size(), trials,
          Words.number(result.medianTrials()), Words.percent(result.strongFraction()));
    }
    table.print(console);
  }

  void ratios(List<Comparison.Pair> pairs) {
    if (pairs.isEmpty()) return;
    console.say("");
    Table table = new Table("trials of … to …", "task", "ratio", "95 % interval", "p", "seeds");
    for (Comparison.Pair pair : pairs) {
      String name = pair.a() + " / " + pair.b();
      if (pair.ratio().isEmpty()) {
        table.row(name, pair.task(), "–", "not learned within the cap", "–", "" + pair.pairs());
        continue;
      }
      RatioComparison ratio = pair.ratio().get();
      table.row(name, pair.task(), pair.bound() + Words.number(ratio.ratio()),
          "[" + Words.number(ratio.bootstrap().low()) + ", " + Words.number(ratio.bootstrap().high()) + "]",
          Words.number(ratio.p()), "" + pair.pairs());
    }
    table.print(console);
  }
}
