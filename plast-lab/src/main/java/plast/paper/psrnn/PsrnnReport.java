package plast.paper.psrnn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import plast.experiment.StudyResult;
import plast.figure.Block;
import plast.figure.Block.Cell;
import plast.figure.Block.FigureBlock;
import plast.figure.Block.Paragraph;
import plast.figure.Block.Table;
import plast.figure.Block.Tone;
import plast.figure.Report;
import plast.figure.Written;
import plast.io.RunRecord;

/** The report: verdicts, trials, targets, figures, structure, settings. */
final class PsrnnReport {
  private final Findings findings;
  private final List<Stage> stages;
  private final StudyResult trained;
  private final RunRecord record;

  PsrnnReport(Findings findings, List<Stage> stages, StudyResult trained, RunRecord record) {
    this.findings = findings;
    this.stages = stages;
    this.trained = trained;
    this.record = record;
  }

  void write(List<Written> figures, double seconds, Path file) throws IOException {
    report(figures, seconds).write(file);
  }

  private Report report(List<Written> figures, double seconds) {
    Report report = Report.titled("The psRNN: plasticity-switching recurrent networks").lead(ReportWords.LEAD)
        .section("Verdicts", verdicts())
        .section("Trials to criterion", trials());
    List<Block> targets = targets();
    if (!targets.isEmpty()) report = report.section("Reference targets", targets);
    report = report.section("Figures", figures.stream().filter(w -> !w.figure().name().equals("psrnn"))
        .map(w -> (Block) new FigureBlock(w, "figures")).toList());
    List<Block> structure = StructureTables.of(findings.results());
    if (!structure.isEmpty()) report = report.section("Structure of the recurrent weights", structure);
    return report.section("All settings of the claims", List.of(claims("Every claim at every setting.", findings.claims())))
        .section("Methods, settings, budgets", new SettingsBlocks(findings, stages, trained, record).of(seconds));
  }

  private List<Block> verdicts() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdictTable());
    for (String text : ReportWords.caveats(findings)) blocks.add(new Paragraph(text));
    return blocks;
  }

  /** The main settings of each claim, whose words stand in its first row. */
  private Table verdictTable() {
    Table table = Table.of("Each claim of the abstracts at its main settings. " + ReportWords.RULES,
        "Claim", "Setting", "Verdict", "Effect [95 % CI]", "p");
    Set<Claim.Statement> named = EnumSet.noneOf(Claim.Statement.class);
    for (Claim c : findings.claims()) {
      if (c.rank() != Claim.Rank.HEADLINE) continue;
      String claim = named.add(c.statement()) ? c.id() + " " + c.statement().words() : c.id();
      table = table.row(Cell.of(claim), Cell.of(c.setting()), Cell.verdict(c.verdict().words()),
          Cell.of(effect(c)), Cell.of(p(c.p())));
    }
    return table;
  }

  private static String effect(Claim c) {
    return Words.interval(c.effect(), digits(c)) + " " + c.measure();
  }

  private static String p(double p) {
    return Double.isNaN(p) ? "–" : Words.p(p).substring(2);
  }

  private static Table claims(String caption, List<Claim> claims) {
    Table table = Table.of(caption, "Claim", "Setting", "Verdict", "Effect [95 % CI]", "p", "Remark");
    for (Claim c : claims) {
      table = table.row(Cell.of(c.id()), Cell.of(c.setting()), Cell.verdict(c.verdict().words()), Cell.of(effect(c)),
          Cell.of(p(c.p())), Cell.of(c.remark()));
    }
    return table;
  }

  static int digits(Claim claim) {
    return switch (claim.statement()) {
      case C4, C6, C7A -> 3;
      case C7C, C5 -> 1;
      default -> 2;
    };
  }

  private List<Block> trials() {
    List<Block> blocks = new ArrayList<>();
    Table table = Table.of("Trials to criterion: mean ± half-width of the 95 % t interval, median, networks that learned. "
        + "Networks that did not learn count with the cap.",
        "Task", "Condition", "", "Mean", "Median", "Learned", "Strong at criterion", "Cap");
    for (ArmResult arm : findings.results().listed()) {
      table = table.row(arm.task(), arm.name(), arm.arm().label(),
          arm.solved() == 0 ? "not learned" : Words.plusMinus(arm.meanTrials(), 0),
          arm.solved() == 0 ? "–" : Words.number(arm.medianTrials(), 0), arm.solved() + "/" + arm.seeds(),
          Words.number(arm.strongFraction().estimate(), 2), String.valueOf(arm.cap()));
    }
    blocks.add(table);
    Table ratios = Table.of("Paired comparisons: geometric mean of the ratio of trials with bootstrap 95 % interval, p of "
        + "Wilcoxon's signed-rank test. ≤: networks of b did not learn, the true ratio is smaller; ≥: networks of a; "
        + "~: of both.", "Task", "a", "b", "a / b [95 % CI]", "p");
    for (Comparison c : findings.comparisons()) {
      ratios = ratios.row(c.a().task(), c.a().name(), c.b().name(),
          c.bound() == Comparison.Bound.NONE ? "not learned within the cap" : c.ratioText(),
          p(c.ratio().p()));
    }
    blocks.add(ratios);
    return blocks;
  }

  private List<Block> targets() {
    List<Block> blocks = new ArrayList<>();
    if (!findings.targets().isEmpty()) {
      blocks.add(targets("Ranges that two independent implementations of the study met with 16 seeds, and this run's "
          + "numbers.", findings.targets()));
    }
    if (!findings.atlasTargets().isEmpty()) {
      blocks.add(targets("Numbers of an earlier search of the design space (other random numbers), and this run's. Ranges "
          + "are 95 % intervals over 8 or 12 networks; about one in six new estimates of equal precision falls outside such "
          + "a range, and it is said when the intervals of both still overlap.",
          findings.atlasTargets()));
    }
    return blocks;
  }

  private static Table targets(String caption, List<Target> targets) {
    Table table = Table.of(caption, "Target", "What", "Wanted", "Got", "");
    for (Target t : targets) {
      Tone tone = switch (t.outcome()) {
        case MET -> Tone.YES;
        case NOT_MET -> Tone.NO;
        case OVERLAPS, SHOWN -> Tone.PLAIN;
      };
      table = table.row(Cell.of(t.id()), Cell.of(t.what()), Cell.of(t.wanted()), Cell.of(t.got()),
          new Cell(t.outcome().words(), tone));
    }
    return table;
  }
}
