package plast.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plast.figure.Block.Cell;
import plast.figure.Block.FigureBlock;
import plast.figure.Block.Paragraph;
import plast.figure.Block.Settings;
import plast.figure.Block.Table;

class ReportTest {
  private static final String HTML = report().html();

  private static Report report() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("seeds", 16);
    settings.put("learning rate", 0.005);
    return Report.titled("Study <1>").lead("Two & three.")
        .section("Verdicts", Table.of("Claims.", "Claim", "Verdict", "Effect")
            .row(Cell.of("C1 <fewer>"), Cell.verdict("reproduced"), Cell.of("0.51 [0.37, 0.74]"))
            .row(Cell.of("C4"), Cell.verdict("opposite"), Cell.of("−0.02")), new Paragraph("a < b"))
        .section("Figures", figure("one", ""), figure("two", "no PNG: no fonts"))
        .section("Settings", Settings.of("Base", settings));
  }

  private static FigureBlock figure(String name, String problem) {
    Figure figure = Figure.of(name, "Caption of \"" + name + "\" <i>", Layout.singleColumn(40, 1),
        Curves.of("", Axis.linear("x"), Axis.linear("y")));
    Path file = Path.of(name);
    return new FigureBlock(new Written(figure, "<svg><text>" + name + "</text></svg>", file, file, file, problem),
        "figures");
  }

  @Test
  void everyBlockIsThere() {
    assertThat(HTML).contains("<title>Study &lt;1&gt;</title>", "<p class=\"lead\">Two &amp; three.</p>",
        "<caption>Table 1. Claims.</caption>", "<p>a &lt; b</p>", "<strong>Figure 2.</strong>",
        "<svg><text>one</text></svg>", "seeds:         16\nlearning rate: 0.005");
  }

  @Test
  void textIsEscapedEverywhere() {
    assertThat(HTML).contains("C1 &lt;fewer&gt;", "Caption of \"one\" &lt;i&gt;").doesNotContain("<fewer>", "<i>");
  }

  @Test
  void verdictsAreWordsWithASignNotColourAlone() {
    assertThat(HTML).contains("<td class=\"yes\"><span aria-hidden=\"true\">✓</span> reproduced</td>",
        "<td class=\"opposite\"><span aria-hidden=\"true\">⇄</span> opposite</td>");
  }

  @Test
  void columnsOfNumbersAlignRight() {
    assertThat(HTML).contains("<th scope=\"col\" class=\"number\">Effect</th>",
        "<td class=\"number\">0.51 [0.37, 0.74]</td>", "<th scope=\"col\">Claim</th>");
  }

  @Test
  void figuresLinkToTheirFiles() {
    assertThat(HTML).contains("href=\"figures/one.csv\"", "href=\"figures/one.png\"", "href=\"figures/two.svg\"",
        "no PNG: no fonts").doesNotContain("href=\"figures/two.png\"");
  }

  @Test
  void idsAreUniqueAndEveryInnerLinkHasATarget() {
    List<String> ids = matches(" id=\"([^\"]+)\"");
    assertThat(ids).doesNotHaveDuplicates().contains("section-3", "figure-2", "table-1");
    assertThat(ids).containsAll(matches("href=\"#([^\"]+)\""));
  }

  @Test
  void nothingIsFetched() {
    assertThat(HTML).doesNotContain("<script", "<link", "@import", "http://", "https://", " src=");
  }

  @Test
  void aRowOfTheWrongLengthIsNamed() {
    assertThatThrownBy(() -> Table.of("T", "a", "b").row("1"))
        .hasMessage("row 0 of table 'T' has 1 cells, its header has 2");
  }

  private static List<String> matches(String pattern) {
    return Pattern.compile(pattern).matcher(HTML).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
