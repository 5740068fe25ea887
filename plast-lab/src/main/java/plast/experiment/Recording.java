package plast.experiment;

import java.util.List;
import plast.learn.Condition;
import plast.learn.Learner;
import plast.learn.Outcome;
import plast.math.Seed;
import plast.rate.model.RateNetwork;
import plast.rate.model.RateNetwork.Observable;
import plast.task.Batch;
import plast.task.Task;
import plast.task.Tasks;

/**
 * A trained network watched on fresh trials.
 *
 * @param network its latest forward pass is that of {@code batch}
 */
record Recording(Condition condition, RateNetwork network, Batch batch) {

  /**
   * Runs the network that training ended with.
   *
   * @param seed the network's own
   * @throws IllegalArgumentException when the outcome does not hold the network
   */
  static Recording of(Condition condition, Seed seed, Outcome outcome, int trials) {
    Task task = Tasks.named(condition.task())
        .with(condition.taskOptions(), condition.network().dt(), condition.network().tau());
    Learner learner = new Learner(condition, task, seed);
    List<double[]> arrays = learner.network().arrays(), trained = outcome.trained();
    if (trained.size() != arrays.size()) {
      throw new IllegalArgumentException("the run was made by an earlier version, which kept recurrent weights alone;"
          + " run it again to see its activity");
    }
    for (int k = 0; k < arrays.size(); k++) {
      System.arraycopy(trained.get(k), 0, arrays.get(k), 0, arrays.get(k).length);
    }
    Batch batch = task.draw(trials, seed.stream("recording"));
    learner.run(batch, learner.network().noisy() ? seed.stream("recording noise") : null);
    return new Recording(condition, learner.network(), batch);
  }

  /** Time of a step, ms; step 0 is the start. */
  double time(int step) {
    return step * condition.network().dt();
  }

  /** All trials x units of an observable at a step. */
  double[] values(Observable observable, int step) {
    double[] values = new double[batch.trials() * observable.units()];
    network.read(observable, step, values);
    return values;
  }
}
