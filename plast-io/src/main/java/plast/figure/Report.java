package plast.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A report in one HTML file that needs no other file and no network; only its data links point to the files beside it.
 *
 * @param lead what a reader in a hurry should know
 */
public record Report(String title, String lead, List<Section> sections) {

  /** A headed part of a report. */
  public record Section(String title, List<Block> blocks) {
    public Section {
      Objects.requireNonNull(title, "title");
      blocks = List.copyOf(blocks);
    }
  }

  public Report {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(lead, "lead");
    sections = List.copyOf(sections);
  }

  public static Report titled(String title) {
    return new Report(title, "", List.of());
  }

  public Report lead(String newLead) {
    return new Report(title, newLead, sections);
  }

  public Report section(String sectionTitle, Block... blocks) {
    return section(sectionTitle, List.of(blocks));
  }

  public Report section(String sectionTitle, List<? extends Block> blocks) {
    return new Report(title, lead, Panel.append(sections, new Section(sectionTitle, List.copyOf(blocks))));
  }

  /** The whole page. */
  public String html() {
    return ReportHtml.of(this);
  }

  /**
   * Writes {@link #html()} to {@code file}.
   *
   * @throws IOException when the file cannot be written
   */
  public void write(Path file) throws IOException {
    Files.writeString(file, html());
  }
}
