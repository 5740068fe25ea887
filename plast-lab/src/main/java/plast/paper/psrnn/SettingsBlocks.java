package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plast.experiment.ResolvedFile;
import plast.experiment.StudyResult;
import plast.figure.Block;
import plast.figure.Block.Paragraph;
import plast.figure.Block.Settings;
import plast.figure.Block.Table;
import plast.io.RunRecord;
import plast.learn.Evaluation;

/** The last section of the report: how it was done. */
final class SettingsBlocks {
  private final Findings findings;
  private final List<Stage> stages;
  private final StudyResult trained;
  private final RunRecord record;

  SettingsBlocks(Findings findings, List<Stage> stages, StudyResult trained, RunRecord record) {
    this.findings = findings;
    this.stages = stages;
    this.trained = trained;
    this.record = record;
  }

  List<Block> of(double seconds) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph("Every condition starts from the same random numbers per seed (first weights up to the gain, "
        + "training trials, held-out trials), so that conditions are compared in pairs. Trials to criterion are the trials "
        + "used at the first evaluation at or above the criterion, on held-out trials drawn anew for each seed. Structure is "
        + "measured at that evaluation and at the end of training (reference: the cap; atlas: ten times the trials to "
        + "criterion or the cap), with the diagonal included. Means are over networks, intervals are 95 %."));
    blocks.add(budgets());
    blocks.add(stagesTable());
    blocks.addAll(notices());
    blocks.add(Settings.of("This run", run(seconds)));
    for (Stage stage : stages) {
      if (stage.name().equals("maps")) continue;
      blocks.add(new Settings("Settings of " + stage.name() + " (an experiment file)", ResolvedFile.text(stage.experiment())));
    }
    return blocks;
  }

  /** How often each arm had been tried before its setting was chosen; no setting is chosen in this run. */
  private static Table budgets() {
    return Table.of("Tuning budgets behind the settings, in configurations tried on 3 to 4 tuning seeds disjoint from the seeds "
        + "of this run. Resampled to equal budgets (30 on dms, 18 elsewhere), the expected best means were: dms BP 960, psRNN "
        + "510, frozen 773; cdm 533, 387, 560; pwm 267, 258, 320; ff3 1227, 1617, 1200. The SGD baseline is the best of 15 "
        + "cells. Atlas settings come from a search of about 1800 runs; its baselines at gain 1.3 and 1.6 were not tuned.",
        "Arm", "Configurations tried on dms", "Equal budget, dms", "Equal budget, cdm, pwm, ff3")
        .row("backpropagation", "93", "30", "18").row("psRNN", "about 270", "30", "18").row("frozen", "part of psRNN", "30", "18");
  }

  private Table stagesTable() {
    Table table = Table.of("Stages of this study.", "Stage", "Task", "Conditions", "Seeds", "Cap on trials", "Evaluation");
    for (Stage stage : stages) {
      var training = stage.experiment().conditions().getFirst().training();
      table = table.row(stage.name(), stage.task(), String.valueOf(stage.arms().size()),
          String.valueOf(stage.experiment().seeds().size()), String.valueOf(training.trials()),
          "every " + training.evaluateEvery() * training.batch() + " trials on " + training.evaluationTrials());
    }
    return table;
  }

  private List<Block> notices() {
    Map<String, Integer> counts = new TreeMap<>();
    long skipped = 0;
    for (ArmResult arm : findings.results().listed()) {
      for (Network network : arm.networks()) {
        for (String notice : network.notices()) counts.merge(arm.task() + ", " + arm.name() + ": " + kind(notice), 1, Integer::sum);
        skipped += network.evaluations().isEmpty() ? 0 : network.evaluations().getLast().skipped();
      }
    }
    for (StudyResult.Failure failure : trained.failures()) {
      counts.merge(failure.job().name() + " broke off, its seed is left out: " + failure.message(), 1, Integer::sum);
    }
    if (skipped > 0) counts.put("updates skipped because the gradient was zero or not finite", (int) skipped);
    if (counts.isEmpty()) return List.of();
    Map<String, Object> lines = new LinkedHashMap<>();
    counts.forEach(lines::put);
    return List.of(Settings.of("Notices, with the number of networks", lines));
  }

  /** A notice without its numbers, so that equal ones can be counted. */
  private static String kind(String notice) {
    return notice.replaceAll("(from update|at trial) \\d+ (on )?", "").replaceAll("at trial \\d+", "").strip();
  }

  private Map<String, Object> run(double seconds) {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("command", "plast reproduce psrnn " + String.join(" ", findings.request().words()));
    lines.put("master seed", Stage.SEED);
    lines.put("networks", findings.results().arms().stream().mapToInt(ArmResult::seeds).sum());
    lines.put("trials used", findings.results().arms().stream().flatMap(a -> a.networks().stream())
        .mapToLong(SettingsBlocks::used).sum());
    lines.put("seconds of this session", Words.number(seconds, 1));
    lines.put("started", record.times().started());
    lines.put("Plast", record.versions().product() + record.versions().commit().map(c -> " (" + c + ")").orElse("")
        + (record.versions().dirty() ? " with local changes" : ""));
    lines.put("JDK", record.versions().jdk());
    lines.put("processor", record.versions().cpu() + ", vectors of " + record.versions().vectorWidth() + " bits");
    return lines;
  }

  private static long used(Network network) {
    List<Evaluation> evaluations = network.evaluations();
    return evaluations.isEmpty() ? 0 : evaluations.getLast().trials();
  }
}
