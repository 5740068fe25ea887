package plast.rate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.rule.Activity;

/**
 * A network of rate units with its trained numbers and their gradient, as a learner sees it. Holds the trajectory of
 * the latest forward pass; allocates only when a batch is larger than any before. For one thread at a time.
 */
public interface RateNetwork {

  /** The units of all populations. */
  int units();

  /** All trained numbers; shared, written by the learner. */
  List<double[]> arrays();

  /** ∂L/∂(each array) of the latest backward pass; shared. */
  List<double[]> gradients();

  /** The projections whose synapses may follow a rule. */
  List<Synapses> projections();

  /** Whether a forward pass draws numbers. */
  boolean noisy();

  /**
   * Runs the network.
   *
   * @param stimulus steps x trials x inputs, row-major, not modified
   * @param noise    needed where the network is {@link #noisy}
   */
  void forward(float[] stimulus, int steps, int trials, @Nullable RandomStream noise);

  /** y of the latest forward pass, steps x trials x outputs, row-major. Overwritten by the next one. */
  double[] output();

  /** What the activity of the latest forward pass costs, a term of the loss; 0 where nothing is said of it. */
  double cost();

  /**
   * Backpropagation through time over the latest forward pass, into {@link #gradients}; the cost is part of the loss.
   *
   * @param outputErrors ∂L/∂y, steps x trials x outputs, not modified
   * @param products     projections whose product of both sides will be asked for: it can be cheaper made here
   */
  void backward(double[] outputErrors, Set<String> products);

  /** What both sides of a projection did in the latest forward pass. */
  Activity activity(String projection);

  /** What can be watched. */
  List<Observable> observables();

  /**
   * Reads an observable at a step of the latest forward pass.
   *
   * @param step   0 is the start
   * @param values trials x units, written
   */
  void read(Observable observable, int step, double[] values);

  /** Where the latest forward pass first left the finite numbers, in words. */
  Optional<String> notFinite();

  /**
   * A variable of the units of a population: of their state, or {@link #RATE}.
   *
   * @param units how many there are
   */
  record Observable(String population, String variable, int units) {
    /** What units tell others. */
    public static final String RATE = "rate";
  }

  /** Brings weights that an update has moved too far back to where they may be: signs of Dale's law. */
  void constrain();

  /** The weights that act among all units, row = postsynaptic; not to be written. */
  Matrix recurrent();
}
