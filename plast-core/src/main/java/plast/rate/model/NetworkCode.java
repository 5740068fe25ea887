package plast.rate.model;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Derivative;
import plast.kernel.KernelSource;
import plast.kernel.Kernels;
import plast.kernel.Precision;
import plast.math.Seed;
import plast.rate.NetworkSettings;
import plast.rate.WrittenNetwork;

/** What the compiler makes of a network's equations, to be read. */
public final class NetworkCode {
  private NetworkCode() {}

  /**
   * One kernel.
   *
   * @param part    {@code step}: from step t − 1 to t, with what is sent; {@code step back}: its adjoint;
   *                {@code start} and {@code start back}: the same of step 0
   * @param listing an operation a line
   */
  public record Part(String population, String part, String listing) {}

  /**
   * All kernels of a network, in the order in which they run.
   *
   * @throws IllegalArgumentException naming all that is wrong with its texts
   */
  public static List<Part> of(NetworkSettings settings, int inputs, int outputs) {
    Precision precision = settings.precision() == plast.rate.Precision.DOUBLE ? Precision.DOUBLE : Precision.FLOAT;
    Seed seed = new Seed(0);
    if (settings.written().isEmpty()) {
      return of(BuiltInNetwork.of(settings, inputs, outputs, seed), precision, Derivative.Rules.STRICT);
    }
    WrittenNetwork written = settings.written().get();
    Assembly assembly = NetworkAssembly.of(written, new Assembly.Frame(inputs, outputs, settings.dt()), seed);
    return of(assembly.orThrow(), precision, NetworkAssembly.derivatives(written));
  }

  private static List<Part> of(NetworkDescription network, Precision precision, Derivative.Rules rules) {
    List<Part> parts = new ArrayList<>();
    for (Population p : network.populations()) {
      PopulationSources sources = PopulationSources.of(p, network, precision, rules);
      sources.start().ifPresent(source -> parts.add(part(p, "start", source)));
      parts.add(part(p, "step", sources.step()));
      parts.add(part(p, "step back", sources.back()));
      sources.backAtStart().ifPresent(source -> parts.add(part(p, "start back", source)));
    }
    return parts;
  }

  private static Part part(Population p, String name, KernelSource source) {
    return new Part(p.name(), name, new Kernels().compile(source).listing());
  }
}
