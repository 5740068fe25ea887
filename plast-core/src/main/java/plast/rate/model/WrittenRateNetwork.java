package plast.rate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plast.math.Matrix;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rate.RateNetwork;
import plast.rate.Synapses;
import plast.rate.WrittenNetwork;
import plast.rule.Activity;

/** A {@link WrittenNetwork} in training: {@link ModelNetwork} with its parameters. */
public final class WrittenRateNetwork implements RateNetwork {
  private final WrittenNetwork written;
  private final NetworkDescription description;
  private final ModelNetwork network;
  private final ModelParameters parameters;
  private final ModelParameters gradient;
  private final List<double[]> arrays;
  private final List<double[]> gradients;
  private final List<Synapses> projections;
  private final Map<String, Integer> firstUnit = new LinkedHashMap<>();
  private final Matrix recurrent;
  private final double[][] errors; // ∂L/∂y of the readout, then of costs

  /**
   * Draws the first weights and compiles the equations.
   *
   * @throws IllegalArgumentException naming all that is wrong with the texts
   */
  public WrittenRateNetwork(NetworkSettings settings, WrittenNetwork written, int inputs, int outputs, Seed seed) {
    this.written = written;
    description = NetworkAssembly.of(written, new Assembly.Frame(inputs, outputs, settings.dt()), seed).orThrow();
    plast.kernel.Precision precision = settings.precision() == Precision.DOUBLE ? plast.kernel.Precision.DOUBLE
        : plast.kernel.Precision.FLOAT;
    network = new ModelNetwork(description, precision, NetworkAssembly.derivatives(written));
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
  }

  /** All arrays but the weights of projections that are fixed and of costs. */
  private List<double[]> trained(ModelParameters of) {
    List<double[]> trained = new ArrayList<>(of.arrays());
    fixed().forEach(name -> trained.removeIf(array -> array == weights(of, name).values()));
    for (Readout r : costs()) {
      trained.removeIf(array -> array == weights(of, r.name()).values());
      trained.removeIf(array -> array == of.biases().get(r.name()));
    }
    return List.copyOf(trained);
  }

  private List<Readout> costs() {
    return description.readouts().subList(1, description.readouts().size());
  }

  private List<String> fixed() {
    return written.projections().entrySet().stream().filter(e -> !e.getValue().trained()).map(Map.Entry::getKey)
        .toList();
  }

  private static Matrix weights(ModelParameters of, String name) {
    return Objects.requireNonNull(of.weights().get(name), name);
  }

  private List<Synapses> synapses() {
    List<Synapses> all = new ArrayList<>();
    List<String> fixed = fixed();
    for (Projection p : description.projections()) {
      if (fixed.contains(p.name())) continue;
      Integer column = firstUnit.get(p.from());
      Synapses.Block block = column == null ? Synapses.Block.NONE
          : new Synapses.Block(Objects.requireNonNull(firstUnit.get(p.to())), column);
      all.add(synapses(p.name(), absent(p.mask()), block));
    }
    all.add(synapses(WrittenNetwork.READOUT, new int[0], Synapses.Block.NONE));
    return List.copyOf(all);
  }

  private Synapses synapses(String name, int[] absent, Synapses.Block block) {
    Matrix w = weights(parameters, name);
    double there = Math.sqrt((double) w.values().length / Math.max(1, w.values().length - absent.length));
    return new Synapses(name, group(w.values()), w, absent, there * Synapses.rootMeanSquare(w.values()), block);
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

  @Override
  public int units() {
    return recurrent.rows();
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
    return network.noisy();
  }

  @Override
  public void forward(float[] stimulus, int steps, int trials, @Nullable RandomStream noise) {
    network.forward(parameters, stimulus, new ModelNetwork.Extent(steps, trials), noise);
  }

  @Override
  public double[] output() {
    return network.output(WrittenNetwork.READOUT);
  }

  @Override
  public double cost() {
    double sum = 0;
    for (int k = 1; k < errors.length; k++) {
      double[] y = network.output(description.readouts().get(k).name());
      for (double v : y) sum += v / y.length;
    }
    return sum;
  }

  @Override
  public void backward(double[] outputErrors, Set<String> products) {
    errors[0] = outputErrors;
    for (int k = 1; k < errors.length; k++) {
      int size = network.output(description.readouts().get(k).name()).length;
      if (errors[k].length == size) continue;
      errors[k] = new double[size];
      java.util.Arrays.fill(errors[k], 1.0 / size);
    }
    network.backward(parameters, errors, gradient);
  }

  @Override
  public Activity activity(String projection) {
    return network.activity(projection);
  }

  @Override
  public List<Observable> observables() {
    List<Observable> all = new ArrayList<>();
    for (Population p : description.populations()) {
      all.add(new Observable(p.name(), Observable.RATE, p.size()));
      for (String variable : p.states()) all.add(new Observable(p.name(), variable, p.size()));
    }
    return all;
  }

  @Override
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

  @Override
  public Optional<String> notFinite() {
    return network.firstNotFinite().map(found -> "'" + found.variable() + "' of unit " + found.point().unit() + " of '"
        + found.population() + "' at step " + found.point().step() + " of trial " + found.point().trial());
  }

  /** A weight that has crossed 0 comes back from it: w ← sign |w|, which is the weight that acts. */
  @Override
  public void constrain() {
    for (Projection p : description.projections()) {
      double[] signs = p.signs();
      if (signs == null) continue;
      Matrix w = weights(parameters, p.name());
      double[] values = w.values();
      for (int k = 0; k < values.length; k++) values[k] = signs[k % w.columns()] * Math.abs(values[k]);
    }
  }

  @Override
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
