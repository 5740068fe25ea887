package plast.rate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plast.equation.Integrator;
import plast.math.Activation;
import plast.math.RandomStream;
import plast.math.Seed;
import plast.rate.Initialisation;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Precision;
import plast.rate.Synapses;
import plast.rate.WrittenNetwork;
import plast.rate.WrittenNetwork.Sign;
import plast.rate.model.Assembly.Flaw;
import plast.rate.model.Assembly.Frame;

/** Networks of texts: put together, trained, and wrong. */
class RateNetworkTest {
  private static final int UNITS = 12, INPUTS = 3, OUTPUTS = 2, STEPS = 7, TRIALS = 4;
  private static final String EQUATIONS = """
      tau : second (shared)
      b : 1
      dx/dt = (-x + input(recurrent) + input(input) + b)/tau : 1
      r = tanh(x) : 1
      """;

  private static WrittenNetwork.Population units(int size, String equations, Map<String, String> values) {
    return new WrittenNetwork.Population(size, equations, Optional.of(Integrator.EULER), "", "", values, List.of());
  }

  private static WrittenNetwork.Projection projection(String from, String to, String weights) {
    return new WrittenNetwork.Projection(from, to, "", "", weights, "", 1, Sign.MIXED, true);
  }

  private static WrittenNetwork network(Map<String, WrittenNetwork.Population> populations,
      Map<String, WrittenNetwork.Projection> projections) {
    return new WrittenNetwork(populations, projections, new WrittenNetwork.Readout("", "", "randn()/sqrt(N_pre)"),
        Optional.empty());
  }

  private static WrittenNetwork psrnn() {
    Map<String, WrittenNetwork.Projection> projections = new LinkedHashMap<>();
    projections.put("recurrent", projection("units", "units", "0.8*randn()/sqrt(N_pre)"));
    projections.put("input", projection("stimulus", "units", "randn()/sqrt(N_pre)"));
    WrittenNetwork.Population units = new WrittenNetwork.Population(UNITS, EQUATIONS, Optional.of(Integrator.EULER),
        "", "", Map.of("tau", "100*ms", "b", "0"), List.of("b"));
    return network(Map.of("units", units), projections);
  }

  private static RateNetwork run(RateNetwork network) {
    float[] u = new float[STEPS * TRIALS * INPUTS];
    RandomStream random = new Seed(5).stream("stimulus");
    for (int k = 0; k < u.length; k++) u[k] = (float) random.nextGaussian();
    network.forward(u, STEPS, TRIALS, null);
    network.backward(network.output().clone(), Set.of());
    return network;
  }

  @Test
  void theBuiltInNetworkAsTextsStartsAndLearnsAlike() {
    Seed seed = new Seed(11);
    NetworkSettings settings = new NetworkSettings(UNITS, Activation.TANH, 20, 100, Leak.STATE, 0, true,
        Precision.DOUBLE, Initialisation.gaussian(0.8));
    RateNetwork builtIn = run(RateNetwork.of(settings, INPUTS, OUTPUTS, seed));
    NetworkSettings texts = NetworkSettings.of(psrnn(), 20, 100, Precision.DOUBLE);
    RateNetwork written = run(RateNetwork.of(texts, INPUTS, OUTPUTS, seed));
    assertThat(written.units()).isEqualTo(UNITS);
    assertThat(written.noisy()).isFalse();
    assertThat(written.output()).containsExactly(builtIn.output(), within(1e-12));
    assertThat(written.projections()).extracting(Synapses::name).containsExactly("recurrent", "input", "readout");
    for (int k = 0; k < 3; k++) {
      Synapses own = written.projections().get(k), other = builtIn.projections().get(k);
      assertThat(own.recurrent()).isEqualTo(other.recurrent());
      assertThat(own.weights().values()).containsExactly(other.weights().values(), within(1e-15));
      assertThat(written.gradients().get(own.group())).containsExactly(builtIn.gradients().get(other.group()),
          within(1e-12));
    }
    assertThat(written.gradients().get(3)).containsExactly(builtIn.gradients().get(3), within(1e-12));
    assertThat(written.recurrent().values()).containsExactly(builtIn.recurrent().values(), within(1e-15));
  }

  /** Two populations under Dale's law, sparse, with parameters of their own. */
  private static WrittenNetwork balanced() {
    Map<String, WrittenNetwork.Population> populations = new LinkedHashMap<>();
    String equations = "dx/dt = (-x + input(excitation) + input(inhibition) + input(cue))/tau : 1\n"
        + "r = max(x, 0) : 1\ntau : second\nplace : 1";
    Map<String, String> values = Map.of("tau", "20*ms + 80*ms*i/N", "place", "i/N");
    populations.put("e", units(8, equations, values));
    populations.put("i", units(2, "dx/dt = (-x + input(excitation))/tau : 1\nr = max(x, 0) : 1\ntau : second",
        Map.of("tau", "10*ms")));
    Map<String, WrittenNetwork.Projection> projections = new LinkedHashMap<>();
    projections.put("ee", new WrittenNetwork.Projection("e", "e", "", "excitation",
        "exp(-4*abs(place_pre - place_post))", "i != j", 0.7, Sign.EXCITATORY, true));
    projections.put("ei", new WrittenNetwork.Projection("e", "i", "", "excitation", "rand()", "", 1,
        Sign.EXCITATORY, false));
    projections.put("ie", new WrittenNetwork.Projection("i", "e", "r", "inhibition", "rand()", "", 1,
        Sign.INHIBITORY, true));
    projections.put("cue", projection("stimulus", "e", "randn()"));
    return new WrittenNetwork(populations, projections, new WrittenNetwork.Readout("e", "r", "0.1"), Optional.empty());
  }

  @Test
  void populationsKeepTheirSignsAndGaps() {
    NetworkSettings settings = NetworkSettings.of(balanced(), 5, 100, Precision.DOUBLE);
    RateNetwork network = run(RateNetwork.of(settings, INPUTS, OUTPUTS, new Seed(2)));
    assertThat(network.projections()).extracting(Synapses::name).containsExactly("ee", "ie", "cue", "readout");
    Synapses ee = network.projections().getFirst();
    for (int i = 0; i < 8; i++) assertThat(ee.weights().get(i, i)).isZero();
    assertThat(ee.absent().length).isBetween(9, 40);
    for (int k : ee.absent()) assertThat(network.gradients().get(ee.group())[k]).isZero();
    int there = java.util.stream.IntStream.range(0, 64).filter(k -> ee.weights().values()[k] != 0).findFirst()
        .orElseThrow();
    int post = there / 8, pre = there % 8;
    assertThat(ee.weights().values()[there]).isEqualTo(Math.exp(-4 * Math.abs(pre - post) / 8.0), within(1e-12));
    assertThat(network.recurrent().get(0, 8)).isNegative();
    assertThat(network.recurrent().get(8, 0)).isPositive();
    assertThat(network.recurrent().get(8, 8)).isZero();
    double[] ie = network.projections().get(1).weights().values();
    ie[3] = 0.25;
    network.constrain();
    assertThat(ie[3]).isEqualTo(-0.25);
  }

  @Test
  void equalSeedsDrawEqualNetworks() {
    Assembly one = NetworkAssembly.of(balanced(), new Frame(3, 2, 5), new Seed(2));
    Assembly two = NetworkAssembly.of(balanced(), new Frame(3, 2, 5), new Seed(2));
    for (int k = 0; k < 4; k++) {
      assertThat(one.orThrow().projections().get(k).weights().values())
          .isEqualTo(two.orThrow().projections().get(k).weights().values());
    }
  }

  @Test
  void saysHowItStepsWhenNobodyAsks() {
    WrittenNetwork.Population free = new WrittenNetwork.Population(2, "dx/dt = -tanh(x) : 1", Optional.empty(), "x", "",
        Map.of(), List.of());
    Assembly assembly = NetworkAssembly.of(network(Map.of("free", free), Map.of()), new Frame(1, 1, 1), new Seed(1));
    assertThat(assembly.notices()).containsExactly(
        "population 'free' is advanced by euler: not exact, because " + assembly.notices().getFirst()
            .replaceFirst(".*because ", ""));
  }

  @Test
  void findsAllThatIsWrongAtOnce() {
    Map<String, WrittenNetwork.Population> populations = new LinkedHashMap<>();
    populations.put("e", new WrittenNetwork.Population(4,
        "dx/dt = (-x + input(cue))/tau : 1\ntau : second\nb : 1", Optional.of(Integrator.EXACT), "tan(x", "",
        Map.of("tau", "100", "bb", "1"), List.of("c")));
    populations.put("broken", units(3, "dx/dt = (-x + inptu(cue))/tau : 1", Map.of()));
    Map<String, WrittenNetwork.Projection> projections = new LinkedHashMap<>();
    projections.put("cue", projection("stimulis", "e", "randn("));
    projections.put("loop", projection("e", "e", "randn()"));
    projections.put("far", projection("e", "nowhere", "randn()"));
    List<Flaw> flaws = NetworkAssembly.of(network(populations, projections), new Frame(1, 1, 1), new Seed(1)).flaws();
    assertThat(flaws).extracting(Flaw::key).contains("populations.e.values.tau", "populations.e.values",
        "populations.e.values.bb", "populations.e.trained", "populations.e.rate", "populations.broken.equations",
        "projections.cue.from", "projections.far.to", "readout.from");
    assertThat(flaw(flaws, "populations.e.values.tau").message()).contains("'tau' must have unit second");
    assertThat(flaw(flaws, "populations.e.values").known()).containsExactly("b: 1");
    assertThat(flaw(flaws, "populations.e.trained").known()).containsExactly("x", "tau", "b");
    assertThat(flaw(flaws, "populations.broken.equations").message()).contains("line 1", "^", "input");
    assertThat(flaw(flaws, "projections.cue.from").known()).contains("stimulus", "e");
  }

  private static Flaw flaw(List<Flaw> flaws, String key) {
    return flaws.stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void refusesWhatHasNoDerivativeUnlessASurrogateStandsForIt() {
    WrittenNetwork.Population steps = units(2, "dx/dt = -x + input(cue) : 1\nr = heaviside(x) : 1", Map.of());
    Map<String, WrittenNetwork.Projection> cue = Map.of("cue", projection("stimulus", "steps", "1"));
    List<Flaw> flaws = NetworkAssembly.of(network(Map.of("steps", steps), cue), new Frame(1, 1, 0.1), new Seed(1))
        .flaws();
    assertThat(flaws).hasSize(1);
    assertThat(flaws.getFirst().message()).contains("heaviside", "surrogate");
    WrittenNetwork named = new WrittenNetwork(Map.of("steps", steps), cue,
        new WrittenNetwork.Readout("", "", "1"), Optional.of(plast.equation.Surrogate.FAST_SIGMOID));
    assertThat(NetworkAssembly.of(named, new Frame(1, 1, 0.1), new Seed(1)).flaws()).isEmpty();
  }

  @Test
  void refusesInputsThatNobodyReads() {
    Map<String, WrittenNetwork.Projection> cue = Map.of("cue", projection("stimulus", "u", "1"));
    WrittenNetwork.Population deaf = units(2, "dx/dt = -x : 1\nr = x : 1", Map.of());
    List<Flaw> flaws = NetworkAssembly.of(network(Map.of("u", deaf), cue), new Frame(1, 1, 0.1), new Seed(1)).flaws();
    assertThat(flaws).extracting(Flaw::key).containsExactly("projections.cue.to");
    assertThat(flaws.getFirst().message()).contains("do not read input(cue)");
  }

  @Test
  void whatActivityCostsIsPartOfTheLossAndOfItsGradient() {
    WrittenNetwork.Population units = new WrittenNetwork.Population(4,
        "dx/dt = -x + input(recurrent) + input(input) : 1\nr = tanh(x) : 1", Optional.of(Integrator.EULER), "",
        "0.3*r**2 + 0.1*x", Map.of(), List.of("x"));
    WrittenNetwork text = network(Map.of("units", units), Map.of(
        "recurrent", projection("units", "units", "randn()/2"), "input", projection("stimulus", "units", "randn()")));
    NetworkSettings settings = NetworkSettings.of(text, 0.2, 1, Precision.DOUBLE);
    RateNetwork network = RateNetwork.of(settings, INPUTS, OUTPUTS, new Seed(1));
    double[] none = new double[STEPS * TRIALS * OUTPUTS];
    run(network);
    assertThat(network.arrays()).hasSize(5);
    network.backward(none, Set.of());
    List<double[]> gradients = network.gradients().stream().map(double[]::clone).toList();
    for (int g = 0; g < network.arrays().size(); g++) {
      double[] values = network.arrays().get(g), gradient = gradients.get(g);
      for (int k = 0; k < values.length; k++) {
        double value = values[k], h = 1e-5;
        values[k] = value + h;
        double above = run(network).cost();
        values[k] = value - h;
        double below = run(network).cost();
        values[k] = value;
        assertThat(gradient[k]).isEqualTo((above - below) / (2 * h), within(1e-9));
      }
    }
    double mean = 0;
    double[] x = new double[TRIALS * 4];
    run(network);
    for (int t = 1; t <= STEPS; t++) {
      network.read(network.observables().get(1), t, x);
      for (double v : x) mean += (0.3 * Math.tanh(v) * Math.tanh(v) + 0.1 * v) / (STEPS * TRIALS * 4);
    }
    assertThat(network.cost()).isEqualTo(mean, within(1e-12));
  }

  @Test
  void noiseArrivesAsAnInputOfItsSd() {
    WrittenNetwork.Population units = units(2000, "dx/dt = -x + input(noise) : 1\nr = x : 1", Map.of());
    WrittenNetwork text = network(Map.of("units", units),
        Map.of("noise", projection("noise", "units", "0.1 + 0.2*j/N_post")));
    RateNetwork network = RateNetwork.of(NetworkSettings.of(text, 1, 1, Precision.DOUBLE), 1, 1, new Seed(1));
    assertThat(network.noisy()).isTrue();
    assertThat(network.projections()).extracting(Synapses::name).containsExactly("readout");
    network.forward(new float[20], 5, 4, new Seed(2).stream("noise"));
    double[] x = new double[8000];
    double first = 0, last = 0;
    for (int t = 1; t <= 5; t++) { // dt = 1: x is the noise of the step
      network.read(network.observables().get(1), t, x);
      for (int k = 0; k < 8000; k++) {
        if (k % 2000 < 200) first += x[k] * x[k] / 4000;
        if (k % 2000 >= 1800) last += x[k] * x[k] / 4000;
      }
    }
    assertThat(Math.sqrt(first)).isEqualTo(0.11, within(0.01));
    assertThat(Math.sqrt(last)).isEqualTo(0.29, within(0.01));
  }
}
