package plast.paper.psrnn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plast.analyse.Interval;

/** A result as the values that {@code --json} prints. */
final class ResultJson {
  private ResultJson() {}

  static Map<String, Object> of(Reproduction.Result result) {
    Optional<Findings> findings = result.findings();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conditions", findings.map(f -> f.results().listed().stream().map(ResultJson::condition).toList())
        .orElse(List.of()));
    json.put("comparisons", findings.map(f -> f.comparisons().stream().map(ResultJson::comparison).toList())
        .orElse(List.of()));
    json.put("claims", findings.map(f -> f.claims().stream().map(ResultJson::claim).toList()).orElse(List.of()));
    json.put("report", result.report().map(Object::toString).orElse(null));
    json.put("runFolder", result.folder().path().toString());
    json.put("seconds", result.seconds());
    return json;
  }

  private static Map<String, Object> condition(ArmResult arm) {
    Interval mean = arm.meanTrials();
    Map<String, Object> trials = new LinkedHashMap<>();
    trials.put("mean", mean.estimate());
    trials.put("ciHalfWidth", mean.halfWidth());
    trials.put("median", arm.medianTrials());
    trials.put("values", Arrays.stream(arm.trials()).boxed().toList());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", arm.name());
    json.put("task", arm.task());
    json.put("seeds", arm.seeds());
    json.put("solved", arm.solved());
    json.put("trialsToCriterion", trials);
    json.put("strongFraction", arm.strongFraction().estimate());
    return json;
  }

  private static Map<String, Object> comparison(Comparison c) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("task", c.a().task());
    json.put("a", c.a().name());
    json.put("b", c.b().name());
    json.put("ratio", c.ratio().ratio());
    json.put("ciLow", c.interval().low());
    json.put("ciHigh", c.interval().high());
    json.put("p", c.ratio().p());
    return json;
  }

  private static Map<String, Object> claim(Claim claim) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", claim.id());
    json.put("verdict", claim.verdict().words());
    json.put("effect", claim.effect().estimate());
    json.put("ciLow", claim.effect().low());
    json.put("ciHigh", claim.effect().high());
    json.put("setting", claim.setting());
    return json;
  }
}
