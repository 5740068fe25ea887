package plast.rate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plast.equation.CheckedModel;
import plast.equation.Integrator;
import plast.equation.ModelCheck;
import plast.equation.Scope;
import plast.math.Activation;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rate.InitialWeights;
import plast.rate.Leak;
import plast.rate.NetworkSettings;
import plast.rate.Parameters;

/**
 * The network of {@link NetworkSettings} as equations: one population of units with one time constant.
 *
 * <pre>
 * state leaks:  dx/dt = (−x + W r + Win u + b + √(2/α) σ ξ)/τ,   r = φ(x)
 * rate leaks:   dr/dt = (−r + φ(W r + Win u + b + √(2/α) σ ξ))/τ
 * </pre>
 * x[0] = 0, r[0] = 0 whatever φ(0). Steps are those of Euler, ξ is drawn anew at each. Time is a plain number of ms.
 */
public final class BuiltInNetwork {
  /** The projections of the network, by their names. */
  public static final String RECURRENT = "recurrent", INPUT = "input", READOUT = "readout";
  public static final Set<String> PROJECTIONS = Set.of(RECURRENT, INPUT, READOUT);

  private static final String UNITS = "units", NOISE = "noise";

  private BuiltInNetwork() {}

  /** The equations of a unit. */
  public static String equations(NetworkSettings settings) {
    String drive = "input(recurrent) + input(input) + b" + (settings.recurrentNoise() > 0 ? " + input(noise)" : "");
    String unit = settings.leak() == Leak.STATE
        ? "dx/dt = (-x + " + drive + ")/tau : 1\nr = " + rate(settings.activation(), "x") + " : 1\n"
        : "dr/dt = (-r + " + rate(settings.activation(), drive) + ")/tau : 1\n";
    return unit + "b : 1\ntau : 1 (shared)\n";
  }

  private static String rate(Activation activation, String of) {
    return switch (activation) {
      case TANH -> "tanh(" + of + ")";
      case RELU -> "max(" + of + ", 0)";
      case SOFTPLUS -> "softplus(" + of + ")";
      case SIGMOID -> "sigmoid(" + of + ")";
    };
  }

  /** The network with its first weights drawn. */
  static NetworkDescription of(NetworkSettings settings, int inputs, int outputs, Seed seed) {
    Parameters p = InitialWeights.draw(settings, inputs, outputs, seed);
    CheckedModel model = ModelCheck.parse("units", equations(settings),
        Scope.of(Scope.Owner.RATES).withProjections(RECURRENT, INPUT, NOISE)).orThrow();
    Population units = Population.of(UNITS, model, settings.units(), Integrator.EULER).with("tau", settings.tau())
        .with("b", p.bias()).training("b").telling("r")
        .silentAtStart();
    Projection recurrent = Projection.of(RECURRENT, UNITS, "r", UNITS, p.recurrent());
    if (!settings.autapses()) recurrent = recurrent.masked(withoutDiagonal(settings.units()));
    List<NoiseInput> noise = new ArrayList<>();
    if (settings.recurrentNoise() > 0) {
      double sd = Math.sqrt(2 / settings.alpha()) * settings.recurrentNoise();
      noise.add(new NoiseInput(NOISE, UNITS, NOISE, new double[] {sd}));
    }
    return new NetworkDescription(List.of(units), List.of(recurrent, Projection.ofStimulus(INPUT, UNITS, p.input())),
        List.of(new Readout(READOUT, UNITS, "r", p.readout(), p.outputBias())), noise, inputs, settings.dt());
  }

  private static Matrix withoutDiagonal(int units) {
    Matrix mask = Matrix.zeros(units, units);
    java.util.Arrays.fill(mask.values(), 1);
    for (int i = 0; i < units; i++) mask.set(i, i, 0);
    return mask;
  }
}
