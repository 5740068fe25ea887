package plast.bench.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plast.equation.CheckedModel;
import plast.equation.Derivative;
import plast.equation.Integrator;
import plast.equation.ModelCheck;
import plast.equation.Scope;
import plast.kernel.Precision;
import plast.math.Activation;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.InitialWeights;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Parameters;
import plast.rate.Propagation;
import plast.rate.model.ModelNetwork;
import plast.rate.model.ModelParameters;
import plast.rate.model.NetworkDescription;
import plast.rate.model.Population;
import plast.rate.model.Projection;
import plast.rate.model.Readout;

/** Forward pass and backpropagation through time: from the units' equation, and the built-in engine. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
@State(org.openjdk.jmh.annotations.Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls @Setup
public class ModelNetworkBenchmark {
  private static final int INPUTS = 6, OUTPUTS = 3;
  private static final String UNIT = "dx/dt = (-x + input(recurrent) + input(stimulus) + b)/tau : 1\ntau : 1\nb : 1";

  /** Neurons, trials and steps. */
  @Param({"64 x 16 x 67", "128 x 16 x 67", "256 x 64 x 100"})
  public String shape;

  private int trials;
  private int steps;

  private Propagation engine;
  private Parameters weights;
  private Parameters gradient;
  private ModelNetwork network;
  private ModelParameters values;
  private ModelParameters slopes;
  private float[] stimulus;
  private double[] errors;

  @Setup
  public void start() {
    Seed seed = new Seed(1);
    String[] numbers = shape.split(" x ");
    int neurons = Integer.parseInt(numbers[0]);
    trials = Integer.parseInt(numbers[1]);
    steps = Integer.parseInt(numbers[2]);
    NetworkSettings settings = new NetworkSettings(neurons, Activation.TANH, 20, 100, Leak.STATE, 0, true,
        plast.rate.Precision.FLOAT, Initialisation.gaussian(1.2));
    weights = InitialWeights.draw(settings, INPUTS, OUTPUTS, seed);
    gradient = Parameters.zeros(neurons, INPUTS, OUTPUTS);
    engine = new Propagation(settings, INPUTS, OUTPUTS);
    CheckedModel model = ModelCheck.parse("population 'units'", UNIT,
        Scope.of(Scope.Owner.RATES).withProjections("recurrent", "stimulus")).orThrow();
    Population units = Population.of("units", model, neurons, Integrator.EULER).with("tau", 1)
        .with("b", weights.bias()).training("b");
    List<Projection> projections = List.of(Projection.of("recurrent", "units", "tanh(x)", "units", weights.recurrent()),
        Projection.ofStimulus("stimulus", "units", weights.input()));
    List<Readout> readouts = List.of(new Readout("y", "units", "tanh(x)", weights.readout(), weights.outputBias()));
    network = new ModelNetwork(new NetworkDescription(List.of(units), projections, readouts, INPUTS, 0.2),
        Precision.FLOAT, Derivative.Rules.STRICT);
    values = network.parameters();
    slopes = values.zeros();
    RandomStream random = seed.stream("batch");
    stimulus = new float[steps * trials * INPUTS];
    for (int k = 0; k < stimulus.length; k++) stimulus[k] = (float) random.nextGaussian();
    errors = new double[steps * trials * OUTPUTS];
    for (int k = 0; k < errors.length; k++) errors[k] = 0.01 * random.nextGaussian();
  }

  @Benchmark
  public Parameters builtIn() {
    engine.forward(weights, stimulus, steps, trials, null);
    engine.backward(weights, errors, gradient, false);
    return gradient;
  }

  @Benchmark
  public ModelParameters equations() {
    network.forward(values, stimulus, new ModelNetwork.Extent(steps, trials), null);
    network.backward(values, new double[][] {errors}, slopes);
    return slopes;
  }
}
