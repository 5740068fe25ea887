package plast.rate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rule.Activity;

/** The network of {@link NetworkSettings}: one population, whose equations {@link Propagation} has. */
public final class BuiltInNetwork implements RateNetwork {
  /** The projections of the network, by their names. */
  public static final String RECURRENT = "recurrent", INPUT = "input", READOUT = "readout";

  public static final Set<String> PROJECTIONS = Set.of(RECURRENT, INPUT, READOUT);

  private final NetworkSettings settings;
  private final Parameters weights;
  private final Parameters gradient;
  private final List<double[]> arrays;
  private final List<double[]> gradients;
  private final Propagation propagation;
  private final List<Synapses> projections;

  /** Draws the first weights. */
  public BuiltInNetwork(NetworkSettings settings, int inputs, int outputs, Seed seed) {
    this.settings = settings;
    weights = InitialWeights.draw(settings, inputs, outputs, seed);
    gradient = Parameters.zeros(settings.units(), inputs, outputs);
    arrays = weights.arrays();
    gradients = gradient.arrays();
    propagation = new Propagation(settings, inputs, outputs);
    double sd = settings.initialisation().standardDeviation(settings.units());
    projections = List.of(
        new Synapses(RECURRENT, 0, weights.recurrent(), diagonal(), sd, new Synapses.Block(0, 0)),
        outward(INPUT, 1, weights.input()), outward(READOUT, 2, weights.readout()));
  }

  private static Synapses outward(String name, int group, Matrix w) {
    return new Synapses(name, group, w, new int[0], Synapses.rootMeanSquare(w.values()), Synapses.Block.NONE);
  }

  private int[] diagonal() {
    int[] entries = new int[settings.autapses() ? 0 : settings.units()];
    for (int i = 0; i < entries.length; i++) entries[i] = i * (settings.units() + 1);
    return entries;
  }

  @Override
  public int units() {
    return settings.units();
  }

  @Override
  public List<double[]> arrays() {
    return arrays;
  }

  @Override
  public List<double[]> gradients() {
    return gradients;
  }

  @Override
  public List<Synapses> projections() {
    return projections;
  }

  @Override
  public boolean noisy() {
    return settings.recurrentNoise() > 0;
  }

  @Override
  public void forward(float[] stimulus, int steps, int trials, @Nullable RandomStream noise) {
    propagation.forward(weights, stimulus, steps, trials, noise);
  }

  @Override
  public double[] output() {
    return propagation.output();
  }

  @Override
  public double cost() {
    return 0;
  }

  @Override
  public void backward(double[] outputErrors, Set<String> products) {
    propagation.backward(weights, outputErrors, gradient, products.contains(RECURRENT));
    for (int k : projections.getFirst().absent()) gradient.recurrent().values()[k] = 0;
  }

  @Override
  public Activity activity(String projection) {
    return switch (projection) {
      case RECURRENT -> propagation.recurrentActivity();
      case INPUT -> propagation.inputActivity();
      case READOUT -> propagation.readoutActivity();
      default -> throw new IllegalArgumentException("no projection '" + projection + "'");
    };
  }

  @Override
  public List<Observable> observables() {
    return List.of(new Observable("units", Observable.RATE, settings.units()));
  }

  @Override
  public void read(Observable observable, int step, double[] values) {
    int units = settings.units();
    for (int k = 0; k < values.length; k++) values[k] = propagation.rate(step, k / units, k % units);
  }

  /** Not known. */
  @Override
  public Optional<String> notFinite() {
    return Optional.empty();
  }

  /** Does nothing: weights may have any sign. */
  @Override
  public void constrain() {}

  @Override
  public Matrix recurrent() {
    return weights.recurrent();
  }
}
