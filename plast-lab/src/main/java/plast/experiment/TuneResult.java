package plast.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.io.RunFolder;
import plast.io.RunState;
import plast.learn.Condition;

/**
 * What a search found.
 *
 * @param winners one per condition, in the order of the experiment; none for a condition that failed throughout
 * @param study   every configuration with every tuning seed
 */
public record TuneResult(
    RunFolder folder, RunState state, TuneSettings tune, List<Winner> winners, StudyResult study, double seconds) {

  /**
   * The best configuration of a condition.
   *
   * @param condition  as it was before the search
   * @param best       the configuration; its name ends in its number
   * @param changes    the keys that the search set, as text; none when the condition was best as it was
   * @param meanTrials over the tuning seeds
   * @param solved     tuning seeds that reached the criterion
   */
  public record Winner(
      Condition condition, Condition best, Map<String, String> changes, double meanTrials, int solved) {}

  public TuneResult {
    winners = List.copyOf(winners);
  }

  /** The experiment with the winners in place; there once the search is done. */
  public Path tunedFile() {
    return folder.path().resolve("tuned.yaml");
  }

  /** As JSON: state, runFolder, tuned, budget, seeds, conditions, seconds. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", state.toString());
    json.put("runFolder", folder.path().toString());
    json.put("tuned", state == RunState.DONE ? tunedFile().toString() : null);
    json.put("budget", tune.budget());
    json.put("seeds", tune.seeds());
    json.put("conditions", winners.stream().map(TuneResult::json).toList());
    json.put("seconds", seconds);
    return json;
  }

  private static Map<String, Object> json(Winner winner) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", winner.condition().name());
    json.put("task", winner.condition().task());
    json.put("best", winner.best().name());
    json.put("settings", winner.changes());
    json.put("meanTrials", winner.meanTrials());
    json.put("solved", winner.solved());
    return json;
  }
}
