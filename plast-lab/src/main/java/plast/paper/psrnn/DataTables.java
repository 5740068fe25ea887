package plast.paper.psrnn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import plast.analyse.Metric;
import plast.io.CsvWriter;
import plast.paper.psrnn.StructureClaims.View;

/** The numbers behind the report as CSV files in {@code data/}. */
final class DataTables {
  private DataTables() {}

  static void write(Findings findings, Path folder) throws IOException {
    trials(findings, folder.resolve("trials.csv"));
    claims(findings, folder.resolve("claims.csv"));
    structure(findings, folder.resolve("structure.csv"));
  }

  private static void trials(Findings findings, Path file) throws IOException {
    try (CsvWriter out = fresh(file, "task", "condition", "seed", "trials", "solved", "strongFraction", "growth")) {
      for (ArmResult arm : findings.results().arms()) {
        for (Network n : arm.networks()) {
          out.row(List.of(arm.task(), arm.name(), n.seed(), n.trials(arm.cap()), n.solved(), n.strongFraction(),
              n.growth()));
        }
      }
    }
  }

  private static void claims(Findings findings, Path file) throws IOException {
    try (CsvWriter out = fresh(file, "claim", "setting", "verdict", "measure", "effect", "low", "high", "p", "remark")) {
      for (Claim c : findings.claims()) {
        out.row(List.of(c.id(), c.setting(), c.verdict().words(), c.measure(), c.effect().estimate(), c.effect().low(),
            c.effect().high(), c.p(), c.remark()));
      }
    }
  }

  private static void structure(Findings findings, Path file) throws IOException {
    try (CsvWriter out = fresh(file, "task", "condition", "seed", "view", "metric", "value")) {
      for (ArmResult arm : findings.results().listed()) {
        if (!arm.hasWiring()) continue;
        for (View view : View.values()) {
          for (Metric metric : Metric.values()) {
            double[] values = view.of(arm, metric);
            for (int k = 0; k < values.length; k++) {
              out.row(List.of(arm.task(), arm.name(), arm.networks().get(k).seed(), view.words(), metric.key(), values[k]));
            }
          }
        }
      }
    }
  }

  /** A report is written anew each time, and so is its data. */
  private static CsvWriter fresh(Path file, String... columns) throws IOException {
    Files.deleteIfExists(file);
    return CsvWriter.open(file, List.of(columns));
  }
}
