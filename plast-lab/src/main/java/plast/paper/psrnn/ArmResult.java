package plast.paper.psrnn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import plast.analyse.Interval;
import plast.analyse.Statistics;
import plast.learn.Condition;
import plast.learn.Evaluation;

/**
 * The networks of one arm on one task, by seed.
 *
 * @param condition what was trained
 * @param criterion the performance that counts as learned
 * @param networks  in the order of the seeds
 */
public record ArmResult(Part part, Arm arm, Condition condition, double criterion, List<Network> networks) {
  static final double LEVEL = 0.95;

  /** Whether it is a condition of its own and no cell of a map. */
  public boolean isListed() {
    return arm.detail() != Arm.Detail.MAP;
  }

  public String name() {
    return arm.name();
  }

  public String task() {
    return condition.task();
  }

  public long cap() {
    return condition.training().trials();
  }

  public int seeds() {
    return networks.size();
  }

  /** Trials to criterion per seed; the cap where it was not reached. */
  public double[] trials() {
    return each(network -> network.trials(cap()));
  }

  public int solved() {
    return (int) networks.stream().filter(Network::solved).count();
  }

  public Interval meanTrials() {
    return Statistics.tMean(trials(), LEVEL);
  }

  public double medianTrials() {
    double[] sorted = trials();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  public Interval strongFraction() {
    return Statistics.tMean(each(Network::strongFraction), LEVEL);
  }

  /** Share of strong synapses at the last evaluation. */
  public Interval strongFractionLate() {
    return Statistics.tMean(each(network -> last(network).map(Evaluation::strongFraction).orElse(Double.NaN)), LEVEL);
  }

  public Interval growth() {
    return Statistics.tMean(each(Network::growth), LEVEL);
  }

  public boolean hasWiring() {
    return networks.stream().allMatch(network -> network.wiring().isPresent());
  }

  /** A value of each network's wiring. */
  public double[] wiring(ToDoubleFunction<Wiring> value) {
    return each(network -> network.wiring().map(value::applyAsDouble).orElse(Double.NaN));
  }

  double[] each(ToDoubleFunction<Network> value) {
    return networks.stream().mapToDouble(value).toArray();
  }

  private static Optional<Evaluation> last(Network network) {
    return network.evaluations().isEmpty() ? Optional.empty() : Optional.of(network.evaluations().getLast());
  }
}
