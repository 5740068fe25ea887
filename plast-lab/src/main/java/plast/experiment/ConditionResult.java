package plast.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import plast.analyse.Interval;
import plast.analyse.Statistics;
import plast.learn.Condition;

/**
 * All trained networks of one condition.
 *
 * @param seeds in the order of the study; those that failed or have not finished are missing
 */
public record ConditionResult(Condition condition, List<SeedResult> seeds) {
  private static final double LEVEL = 0.95;

  public ConditionResult {
    seeds = List.copyOf(seeds);
  }

  /** The networks that reached the criterion. */
  public int solved() {
    return (int) seeds.stream().filter(seed -> seed.trialsToCriterion().isPresent()).count();
  }

  /** Trials to criterion in the order of the seeds; the cap stands for networks that did not reach it. */
  public double[] trialsToCriterion() {
    return seeds.stream().mapToDouble(seed -> seed.censored(condition.training().trials())).toArray();
  }

  /** Mean of {@link #trialsToCriterion} with its 95 % t interval. */
  public Interval meanTrials() {
    return Statistics.tMean(trialsToCriterion(), LEVEL);
  }

  public double medianTrials() {
    double[] sorted = trialsToCriterion();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Mean over seeds of the strong fraction at criterion. */
  public double strongFraction() {
    return seeds.stream().mapToDouble(SeedResult::strongFraction).average().orElse(Double.NaN);
  }

  /** The network of a seed. */
  public SeedResult seed(int number) {
    return seeds.stream().filter(seed -> seed.seed() == number).findFirst().orElseThrow(() ->
        new NoSuchElementException("condition " + condition.name() + " has no finished network of seed " + number));
  }

  /** As JSON: name, task, seeds, solved, trialsToCriterion, strongFraction. */
  public Map<String, Object> json() {
    Interval mean = meanTrials();
    Map<String, Object> trials = new LinkedHashMap<>();
    trials.put("mean", mean.estimate());
    trials.put("ciHalfWidth", mean.halfWidth());
    trials.put("median", medianTrials());
    trials.put("values", Arrays.stream(trialsToCriterion()).boxed().toList());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", condition.name());
    json.put("task", condition.task());
    json.put("seeds", seeds.size());
    json.put("solved", solved());
    json.put("trialsToCriterion", trials);
    json.put("strongFraction", strongFraction());
    return json;
  }
}
