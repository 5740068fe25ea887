package plast.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** The tables of {@code docs/experiment.md}. */
public final class KeyTable {
  private KeyTable() {}

  /** Every key with its type, its standard value and its meaning, as Markdown. */
  public static String keys() {
    StringBuilder text = new StringBuilder("| key | value | by default | meaning |\n|---|---|---|---|\n");
    row(text, "name", "a name", "the file's", TopDoc.NAME);
    row(text, "seed", TopKeys.SEED.describe(), "1", TopDoc.SEED);
    row(text, "seeds", "count, or list of numbers", "" + Experiment.STANDARD_SEEDS, TopDoc.SEEDS);
    row(text, "threads", TopKeys.THREADS.describe(), "0", TopDoc.THREADS);
    row(text, "checkpoint.every", "time, or number of updates", "10 s", TopDoc.CHECKPOINT);
    row(text, "include", "file, or list of files", "", TopDoc.INCLUDE);
    row(text, "preset", "a preset's name", Presets.STANDARD, TopDoc.PRESET);
    row(text, "task.name", "a task's name", "", TopDoc.TASK);
    for (Key key : ExperimentKeys.all()) {
      if (key.path().equals("plasticity.threshold.up")) {
        row(text, "plasticity.threshold.value", ExperimentKeys.threshold().describe(), "", TopDoc.VALUE);
      }
      ExperimentKeys.equations(key.section()).filter(key.path()::equals).ifPresent(_ -> row(text,
          key.section() + ".FORM", "see [Rules put together](language.md#rules-put-together)", "", TopDoc.COMBINATION));
      row(text, key.path(), key.type().describe(), key.standard(), key.doc());
      if (key.path().equals(ExperimentKeys.STRONG)) named(text, "plasticity.");
    }
    row(text, "conditions", "groups of keys by name", "", TopDoc.CONDITIONS);
    row(text, "tune.budget", "count", "" + TuneSettings.STANDARD_BUDGET, "configurations per condition, its own the first");
    row(text, "tune.seeds", "count, or list of numbers", "" + TuneSettings.STANDARD_SEEDS,
        "networks per configuration; never test seeds");
    row(text, "tune.space", "ranges by key", "see below", "what is searched: `{low, high, scale}` or a list of values");
    return text.toString();
  }

  /** Every key of a network of equations, as Markdown. */
  public static String network() {
    StringBuilder text = new StringBuilder("| key | value | by default | meaning |\n|---|---|---|---|\n");
    named(text, "network.");
    return text.toString();
  }

  private static void named(StringBuilder text, String section) {
    for (NetworkKeys.NetworkKey key : NetworkKeys.all()) {
      if (!key.pattern().startsWith(section)) continue;
      row(text, key.pattern().replace("*", "NAME"), key.type().describe(), key.standard(), key.doc());
    }
  }

  /** Every preset with its description, as Markdown. */
  public static String presets() {
    List<Preset> presets = Presets.names().stream().map(name -> Presets.named(name).orElseThrow()).toList();
    return presets.stream().map(preset -> "| `" + preset.name() + "` | " + preset.description() + " |\n")
        .collect(Collectors.joining("", "| preset | what it is |\n|---|---|\n", ""));
  }

  private static void row(StringBuilder text, String path, String type, String standard, String doc) {
    String value = standard.isEmpty() ? "" : "`" + standard + "`";
    text.append("| `").append(path).append("` | ").append(type).append(" | ").append(value).append(" | ")
        .append(doc.replace("|", "\\|")).append(" |\n");
  }
}
