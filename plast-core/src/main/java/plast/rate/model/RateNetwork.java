package plast.rate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.equation.Derivative;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rate.Synapses;
import plast.rate.WrittenNetwork;
import plast.rule.Activity;
import plast.rule.Sides;

/**
 * A network of rate units with its trained numbers and their gradient, as a learner sees it: {@link ModelNetwork} with
 * its parameters. Holds the trajectory of the latest forward pass; allocates only when a batch is larger than any
 * before. For one thread at a time.
 */
public final class RateNetwork {
  private final NetworkDescription description;
  private final Set<String> fixed;
  private final Map<String, Double> sd;
  private final ModelNetwork network;
  private final ModelParameters parameters;
  private final ModelParameters gradient;
  private final List<double[]> arrays;
  private final List<double[]> gradients;
  private final List<Synapses> projections;
  private final Projection[] signed; // those under Dale's law
  private final Map<String, Integer> firstUnit = new LinkedHashMap<>();
  private final Matrix recurrent;
  private ModelNetwork.Extent extent = new ModelNetwork.Extent(1, 1);
  private final double[][] errors; // ∂L/∂y of the readout, then of costs

  /**
   * A variable of the units of a population: of their state, or {@link #RATE}.
   *
   * @param units how many there are
   */
  public record Observable(String population, String variable, int units) {
    /** What units tell others. */
    public static final String RATE = "rate";
  }

  /**
   * Compiles it.
   *
   * @param fixed projections whose weights do not learn
   * @param sd    of the distributions that weights were drawn from, where they are known
   */
  private RateNetwork(NetworkDescription description, Precision precision, Derivative.Rules rules, Set<String> fixed,
      Map<String, Double> sd) {
    this.description = description;
    this.fixed = fixed;
    this.sd = sd;
    network = new ModelNetwork(description, precision == Precision.DOUBLE ? plast.kernel.Precision.DOUBLE
        : plast.kernel.Precision.FLOAT, rules);
    errors = new double[description.readouts().size()][0];
    parameters = network.parameters();
    gradient = parameters.zeros();
    arrays = trained(parameters);
    gradients = trained(gradient);
    int units = 0;
    for (Population p : description.populations()) {
      firstUnit.put(p.name(), units);
      units += p.size();
    }
    recurrent = Matrix.zeros(units, units);
    projections = synapses();
    signed = description.projections().stream().filter(p -> p.signs() != null).toArray(Projection[]::new);
  }

  /**
   * Draws the first weights of a network and compiles its equations.
   *
   * @throws IllegalArgumentException naming all that is wrong with its texts
   */
  public static RateNetwork of(NetworkSettings settings, int inputs, int outputs, Seed seed) {
    if (settings.written().isEmpty()) {
      return new RateNetwork(BuiltInNetwork.of(settings, inputs, outputs, seed), settings.precision(),
          Derivative.Rules.STRICT, Set.of(),
          Map.of(BuiltInNetwork.RECURRENT, settings.initialisation().standardDeviation(settings.units())));
    }
    WrittenNetwork written = settings.written().get();
    Assembly assembly = NetworkAssembly.of(written, new Assembly.Frame(inputs, outputs, settings.dt()), seed);
    Set<String> fixed = new LinkedHashSet<>(written.projections().keySet());
    fixed.removeAll(written.plastic());
    return new RateNetwork(assembly.orThrow(), settings.precision(), NetworkAssembly.derivatives(written), fixed,
        Map.of());
  }

  /**
   * What is trained: weights of projections and of the readout, values of each population, then the readout's bias.
   * Weights that are fixed and those of costs are not among them.
   */
  private List<double[]> trained(ModelParameters of) {
    List<double[]> trained = new ArrayList<>();
    for (Projection p : description.projections()) {
      if (!fixed.contains(p.name())) trained.add(weights(of, p.name()).values());
    }
    String readout = readout().name();
    trained.add(weights(of, readout).values());
    trained.addAll(of.trained().values());
    trained.add(Objects.requireNonNull(of.biases().get(readout)));
    return List.copyOf(trained);
  }

  private static Matrix weights(ModelParameters of, String name) {
    return Objects.requireNonNull(of.weights().get(name), name);
  }

  private Readout readout() {
    return description.readouts().getFirst();
  }

  private List<Synapses> synapses() {
    List<Synapses> all = new ArrayList<>();
    for (Projection p : description.projections()) {
      if (fixed.contains(p.name())) continue;
      Integer column = firstUnit.get(p.from());
      Synapses.Block block = column == null ? Synapses.Block.NONE
          : new Synapses.Block(Objects.requireNonNull(firstUnit.get(p.to())), column);
      all.add(synapses(p.name(), absent(p.mask()), block));
    }
    all.add(synapses(readout().name(), new int[0], Synapses.Block.NONE));
    return List.copyOf(all);
  }

  private Synapses synapses(String name, int[] absent, Synapses.Block block) {
    Matrix w = weights(parameters, name);
    double there = Math.sqrt((double) w.values().length / Math.max(1, w.values().length - absent.length));
    double measured = there * Synapses.rootMeanSquare(w.values());
    return new Synapses(name, group(w.values()), w, absent, sd.getOrDefault(name, measured), block);
  }

  private int group(double[] values) {
    for (int g = 0; g < arrays.size(); g++) {
      if (arrays.get(g) == values) return g;
    }
    throw new IllegalStateException("an array of weights is missing");
  }

  private static int[] absent(@Nullable Matrix mask) {
    if (mask == null) return new int[0];
    return java.util.stream.IntStream.range(0, mask.values().length).filter(k -> mask.values()[k] == 0).toArray();
  }

  /** The units of all populations. */
  public int units() {
    return recurrent.rows();
  }

  /** All trained numbers; shared, written by the learner. */
  public List<double[]> arrays() {
    return arrays;
  }

  /** ∂L/∂(each array) of the latest backward pass; shared. */
  public List<double[]> gradients() {
    return gradients;
  }

  /** The projections whose synapses may follow a rule. */
  public List<Synapses> projections() {
    return projections;
  }

  /** Whether a forward pass draws numbers. */
  public boolean noisy() {
    return network.noisy();
  }

  /**
   * Runs the network.
   *
   * @param stimulus steps x trials x inputs, row-major, not modified
   * @param noise    needed where the network is {@link #noisy}
   */
  public void forward(float[] stimulus, int steps, int trials, @Nullable RandomStream noise) {
    if (extent.steps() != steps || extent.trials() != trials) extent = new ModelNetwork.Extent(steps, trials);
    network.forward(parameters, stimulus, extent, noise);
  }

  /** y of the latest forward pass, steps x trials x outputs, row-major. Overwritten by the next one. */
  public double[] output() {
    return network.output(readout().name());
  }

  /** What the activity of the latest forward pass costs, a term of the loss; 0 where nothing is said of it. */
  public double cost() {
    double sum = 0;
    for (int k = 1; k < errors.length; k++) {
      double[] y = network.output(description.readouts().get(k).name());
      for (double v : y) sum += v / y.length;
    }
    return sum;
  }

  /**
   * Backpropagation through time over the latest forward pass, into {@link #gradients}; the cost is part of the loss.
   *
   * @param outputErrors ∂L/∂y, steps x trials x outputs, not modified
   * @param products     projections whose product of both sides will be asked for: it can be cheaper made here
   */
  public void backward(double[] outputErrors, Set<String> products) {
    errors[0] = outputErrors;
    for (int k = 1; k < errors.length; k++) {
      int size = network.output(description.readouts().get(k).name()).length;
      if (errors[k].length == size) continue;
      errors[k] = new double[size];
      java.util.Arrays.fill(errors[k], 1.0 / size);
    }
    network.backward(parameters, errors, gradient, products);
  }

  /** What both sides of a projection did in the latest forward pass. */
  public Activity activity(String projection) {
    return network.activity(projection);
  }

  /** The parameters of the units on both sides of a projection; those that are trained go on changing. */
  public Sides sides(String projection) {
    return RuleSides.of(projection, description, parameters);
  }

  /** What can be watched. */
  public List<Observable> observables() {
    List<Observable> all = new ArrayList<>();
    for (Population p : description.populations()) {
      all.add(new Observable(p.name(), Observable.RATE, p.size()));
      for (String variable : p.states()) all.add(new Observable(p.name(), variable, p.size()));
    }
    return all;
  }

  /**
   * Reads an observable at a step of the latest forward pass.
   *
   * @param step   0 is the start
   * @param values trials x units, written
   */
  public void read(Observable observable, int step, double[] values) {
    if (observable.variable().equals(Observable.RATE)) {
      network.rates(observable.population(), step, values);
      return;
    }
    for (int k = 0; k < values.length; k++) {
      values[k] = network.value(observable.population(), observable.variable(),
          new ModelNetwork.Point(step, k / observable.units(), k % observable.units()));
    }
  }

  /** Where the latest forward pass first left the finite numbers, in words. */
  public Optional<String> notFinite() {
    return network.firstNotFinite().map(found -> "'" + found.variable() + "' of unit " + found.point().unit() + " of '"
        + found.population() + "' at step " + found.point().step() + " of trial " + found.point().trial());
  }

  /**
   * Brings weights that an update has moved too far back to where they may be. Under Dale's law a weight that has
   * crossed 0 comes back from it: w ← sign |w|, which is the weight that acts.
   */
  public void constrain() {
    for (Projection p : signed) {
      double[] signs = Objects.requireNonNull(p.signs());
      Matrix w = weights(parameters, p.name());
      double[] values = w.values();
      for (int k = 0; k < values.length; k++) values[k] = signs[k % w.columns()] * Math.abs(values[k]);
    }
  }

  /** The weights that act among all units, row = postsynaptic; not to be written. */
  public Matrix recurrent() {
    java.util.Arrays.fill(recurrent.values(), 0);
    for (Projection p : description.projections()) {
      Integer column = firstUnit.get(p.from());
      if (column != null) add(weights(parameters, p.name()), Objects.requireNonNull(firstUnit.get(p.to())), column);
    }
    return recurrent;
  }

  /** Several projections may lead from one population to another. */
  private void add(Matrix w, int row, int column) {
    for (int j = 0; j < w.rows(); j++) {
      for (int i = 0; i < w.columns(); i++) {
        recurrent.set(row + j, column + i, recurrent.get(row + j, column + i) + w.get(j, i));
      }
    }
  }
}
