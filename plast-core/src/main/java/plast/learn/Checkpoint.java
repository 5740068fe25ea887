package plast.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import plast.math.Matrix;
import plast.rule.Switching;

/** A training run as named arrays, and back. What a condition and a seed determine is not stored but made again. */
final class Checkpoint {
  private static final int EVALUATION_FIELDS = 9;

  private Checkpoint() {}

  static Map<String, double[]> of(Learner learner, TrainingLog log) {
    Map<String, double[]> map = new LinkedHashMap<>();
    map.put("counters", new double[] {
      log.update, log.trials, log.trialsToCriterion.orElse(-1), log.diverged ? 1 : 0, log.oneSided,
      log.lossSum, log.switchedUp, log.switchedDown, learner.skipped()
    });
    List<double[]> weights = learner.network().arrays();
    for (int g = 0; g < weights.size(); g++) map.put("weights." + g, weights.get(g).clone());
    List<double[]> moments = learner.optimiser().state();
    for (int g = 0; g < moments.size(); g++) map.put("optimiser." + g, moments.get(g).clone());
    map.put("optimiser.powers", learner.optimiser().powers());
    for (PlasticProjection p : learner.plastic()) {
      map.put("strong." + p.synapses().name(), p.partition().switching().strong().clone());
      p.rules().forEach((which, rule) -> rule.state()
          .forEach((variable, values) -> map.put(stateName(p, which, variable), values.clone())));
    }
    map.put("evaluations", flatten(log.evaluations));
    put(map, "last", log.last);
    if (log.atCriterion != null) put(map, "criterion", log.atCriterion);
    for (int k = 0; k < log.during.size(); k++) put(map, "during." + k, log.during.get(k));
    for (int k = 0; k < log.notices.size(); k++) {
      map.put("notice." + k, log.notices.get(k).chars().asDoubleStream().toArray());
    }
    return map;
  }

  static void restore(Map<String, double[]> map, Learner learner, TrainingLog log) {
    double[] counters = array(map, "counters", 9);
    log.update = (long) counters[0];
    log.trials = (long) counters[1];
    log.trialsToCriterion = counters[2] < 0 ? OptionalLong.empty() : OptionalLong.of((long) counters[2]);
    log.diverged = counters[3] == 1;
    log.oneSided = (long) counters[4];
    log.lossSum = counters[5];
    log.switchedUp = counters[6];
    log.switchedDown = counters[7];
    learner.setSkipped((long) counters[8]);
    List<double[]> weights = learner.network().arrays();
    for (int g = 0; g < weights.size(); g++) fill(map, "weights." + g, weights.get(g));
    List<double[]> moments = learner.optimiser().state();
    for (int g = 0; g < moments.size(); g++) fill(map, "optimiser." + g, moments.get(g));
    learner.optimiser().restorePowers(array(map, "optimiser.powers", 2));
    for (PlasticProjection p : learner.plastic()) {
      Switching switching = p.partition().switching();
      switching.restore(array(map, "strong." + p.synapses().name(), switching.strong().length));
      p.partition().refresh(Math.max(0, log.update - 1));
      p.rules().forEach((which, rule) -> rule.state()
          .forEach((variable, values) -> fill(map, stateName(p, which, variable), values)));
    }
    log.evaluations.clear();
    log.evaluations.addAll(evaluations(map.getOrDefault("evaluations", new double[0])));
    int units = learner.network().units();
    log.last = snapshot(map, "last", units);
    if (map.containsKey("criterion.weights")) log.atCriterion = snapshot(map, "criterion", units);
    for (int k = 0; map.containsKey("during." + k + ".weights"); k++) {
      log.during.add(snapshot(map, "during." + k, units));
    }
    log.notices.clear();
    for (double[] notice; (notice = map.get("notice." + log.notices.size())) != null; ) {
      StringBuilder text = new StringBuilder();
      for (double c : notice) text.append((char) c);
      log.notices.add(text.toString());
    }
  }

  private static String stateName(PlasticProjection p, String which, String variable) {
    return "rule." + p.synapses().name() + "." + which + "." + variable;
  }

  private static void put(Map<String, double[]> map, String name, WeightSnapshot snapshot) {
    map.put(name + ".weights", snapshot.weights().values().clone());
    double[] strong = new double[snapshot.strong().length];
    for (int k = 0; k < strong.length; k++) strong[k] = snapshot.strong()[k] ? 1 : 0;
    map.put(name + ".strong", strong);
    map.put(name + ".at", new double[] {snapshot.update(), snapshot.trials()});
  }

  private static WeightSnapshot snapshot(Map<String, double[]> map, String name, int units) {
    double[] at = array(map, name + ".at", 2);
    double[] strong = array(map, name + ".strong", units * units);
    boolean[] mask = new boolean[strong.length];
    for (int k = 0; k < mask.length; k++) mask[k] = strong[k] == 1;
    Matrix weights = new Matrix(units, units, array(map, name + ".weights", units * units).clone());
    return new WeightSnapshot((long) at[0], (long) at[1], weights, mask);
  }

  private static double[] flatten(List<Evaluation> evaluations) {
    double[] flat = new double[evaluations.size() * EVALUATION_FIELDS];
    int k = 0;
    for (Evaluation e : evaluations) {
      for (double v : new double[] {
        e.update(), e.trials(), e.trainingLoss(), e.performance(), e.strictPerformance(), e.strongFraction(),
        e.switchedUp(), e.switchedDown(), e.skipped()
      }) {
        flat[k++] = v;
      }
    }
    return flat;
  }

  private static List<Evaluation> evaluations(double[] flat) {
    return java.util.stream.IntStream.range(0, flat.length / EVALUATION_FIELDS)
        .map(k -> k * EVALUATION_FIELDS)
        .mapToObj(k -> new Evaluation(
            (long) flat[k], (long) flat[k + 1], flat[k + 2], flat[k + 3], flat[k + 4], flat[k + 5], flat[k + 6],
            flat[k + 7], (long) flat[k + 8]))
        .toList();
  }

  private static void fill(Map<String, double[]> map, String name, double[] target) {
    System.arraycopy(array(map, name, target.length), 0, target, 0, target.length);
  }

  private static double[] array(Map<String, double[]> map, String name, int length) {
    double[] values = map.get(name);
    if (values == null) throw new IllegalArgumentException("the checkpoint lacks '" + name + "'");
    if (values.length != length) {
      throw new IllegalArgumentException(
          "the checkpoint's '" + name + "' has " + values.length + " entries, this experiment needs " + length);
    }
    return values;
  }
}
