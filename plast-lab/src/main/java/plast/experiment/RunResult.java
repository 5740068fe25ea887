package plast.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.io.RunFolder;
import plast.io.RunState;
import plast.math.Matrix;

/**
 * A run that has ended.
 *
 * @param folder  where everything lies
 * @param state   done, failed or stopped
 * @param study   the trained networks
 * @param seconds of this session
 */
public record RunResult(RunFolder folder, RunState state, StudyResult study, double seconds) {

  /** The recurrent weights of a network at the end, row = postsynaptic, column = presynaptic. */
  public Matrix weights(String condition, int seed) {
    return study.condition(condition).seed(seed).outcome().get().last().weights();
  }

  /** As JSON: state, runFolder, conditions, seconds, and failures where there are any. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", state.toString());
    json.put("runFolder", folder.path().toString());
    json.put("conditions", study.conditions().stream().map(ConditionResult::json).toList());
    json.put("seconds", seconds);
    if (!study.failures().isEmpty()) {
      List<Map<String, Object>> failures = study.failures().stream().map(failure -> {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("condition", failure.job().condition().name());
        one.put("seed", failure.job().seed());
        one.put("message", failure.message());
        return one;
      }).toList();
      json.put("failures", failures);
    }
    return json;
  }
}
