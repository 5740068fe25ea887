package plast.rate.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plast.equation.EquationException;
import plast.equation.Expr;
import plast.equation.Printed;
import plast.equation.Trees;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rate.WrittenNetwork;
import plast.rate.WrittenNetwork.Sign;
import plast.rate.model.Assembly.Flaw;
import plast.rate.model.Assembly.Frame;

/** Makes the projections and the readout of a network of texts. */
final class ProjectionAssembly {
  private final WrittenNetwork written;
  private final Frame frame;
  private final Seed seed;
  private final List<Flaw> flaws;
  private final Map<String, Population> populations;

  /** @param populations those that could be made */
  ProjectionAssembly(WrittenNetwork written, Frame frame, Seed seed, List<Flaw> flaws,
      Map<String, Population> populations) {
    this.written = written;
    this.frame = frame;
    this.seed = seed;
    this.flaws = flaws;
    this.populations = populations;
  }

  /** The projection called {@code name}; none where something is wrong with it. */
  Optional<Projection> make(String name) {
    WrittenNetwork.Projection text = Objects.requireNonNull(written.projections().get(name));
    boolean external = text.from().equals(WrittenNetwork.STIMULUS);
    boolean there = (external || known(name, "from", text.from(), true)) & known(name, "to", text.to(), false);
    if (List.of(WrittenNetwork.READOUT, WrittenNetwork.STIMULUS).contains(name)) {
      flaws.add(new Flaw(key(name, "to"), "belongs to a projection that must have another name", "", List.of()));
    }
    Population to = populations.get(text.to()), from = populations.get(text.from());
    if (!there || to == null || from == null && !external) return Optional.empty();
    String input = text.input().isBlank() ? name : text.input();
    boolean read = reads(name, to, input);
    if (from != null && !PopulationAssembly.signal(key(name, "sends"), name, from, from.orRate(text.sends()), flaws)) {
      return Optional.empty();
    }
    Optional<Matrix> present = drawn(key(name, "present"), () -> values(name, from, to)
        .present(text.present(), text.probability(), seed.stream(name + ".present")));
    Optional<Matrix> weights = drawn(key(name, "weights"), () -> values(name, from, to)
        .weights(text.weights(), seed.stream(name)));
    if (!read || present.isEmpty() || weights.isEmpty()) return Optional.empty();
    boolean all = fill(weights.get(), present.get(), text.sign());
    double[] signs = signs(text.sign(), weights.get().columns());
    return Optional.of(new Projection(name, text.from(), text.sends(), text.to(), input, weights.get(),
        all ? null : present.get(), signs));
  }

  private SynapseValues values(String name, @Nullable Population from, Population to) {
    return new SynapseValues(key(name, ""),
        new SynapseValues.Sides(from, from == null ? frame.inputs() : from.size(), to, to.size()));
  }

  private Optional<Matrix> drawn(String key, Supplier<Matrix> matrix) {
    try {
      return Optional.of(matrix.get());
    } catch (EquationException wrong) {
      flaws.add(NetworkAssembly.refusal(key, wrong));
      return Optional.empty();
    }
  }

  /** Noise that arrives as the input called {@code name}. */
  Optional<NoiseInput> noise(String name) {
    WrittenNetwork.Projection text = Objects.requireNonNull(written.projections().get(name));
    Population to = populations.get(text.to());
    if (!known(name, "to", text.to(), false) || to == null) return Optional.empty();
    String input = text.input().isBlank() ? name : text.input();
    boolean read = reads(name, to, input);
    Optional<Matrix> sd = drawn(key(name, "weights"),
        () -> new SynapseValues(key(name, ""), new SynapseValues.Sides(null, 1, to, to.size()))
            .weights(text.weights(), seed.stream(name)));
    return read ? sd.map(m -> new NoiseInput(name, text.to(), input, m.values())) : Optional.empty();
  }

  private static String key(String projection, String field) {
    return "projections." + projection + (field.isEmpty() ? "" : "." + field);
  }

  private boolean known(String name, String field, String population, boolean stimulus) {
    if (written.populations().containsKey(population)) return true;
    List<String> names = new ArrayList<>(written.populations().keySet());
    if (stimulus) names.addAll(List.of(WrittenNetwork.STIMULUS, WrittenNetwork.NOISE));
    flaws.add(new Flaw(key(name, field), population.isBlank() ? "names no population"
        : "names a population '" + population + "' that is not there", population, names));
    return false;
  }

  private boolean reads(String name, Population to, String input) {
    List<String> inputs = inputs(to);
    if (inputs.contains(input)) return true;
    flaws.add(new Flaw(key(name, "to"), "is '" + to.name() + "', whose equations do not read input(" + input + ")"
        + (inputs.isEmpty() ? "" : "; they read " + String.join(", ", inputs)), "",
        List.of("input: " + (inputs.isEmpty() ? "…" : inputs.getFirst()) + ", or + input(" + input
            + ") in the equations")));
    return false;
  }

  /** The names in input(...) of the equations. */
  private static List<String> inputs(Population p) {
    Set<String> found = new LinkedHashSet<>();
    p.model().model().definitions().forEach(d -> d.right().ifPresent(e -> Trees.any(e, part -> {
      if (part instanceof Expr.Call c && c.function().equals("input")) {
        found.add(Printed.of(c.arguments().getFirst()));
      }
      return false;
    })));
    return List.copyOf(found);
  }

  /** Absent synapses weigh 0, signs are those of the projection. True where no synapse is absent. */
  private static boolean fill(Matrix weights, Matrix present, Sign sign) {
    boolean all = true;
    double[] w = weights.values(), there = present.values();
    for (int k = 0; k < w.length; k++) {
      if (sign == Sign.EXCITATORY) w[k] = Math.abs(w[k]);
      if (sign == Sign.INHIBITORY) w[k] = -Math.abs(w[k]);
      if (there[k] == 0) w[k] = 0;
      all &= there[k] != 0;
    }
    return all;
  }

  private static double @Nullable [] signs(Sign sign, int sources) {
    if (sign == Sign.MIXED) return null;
    double[] signs = new double[sources];
    java.util.Arrays.fill(signs, sign == Sign.EXCITATORY ? 1 : -1);
    return signs;
  }

  /** The readout; none where something is wrong with it. */
  Optional<Readout> readout() {
    WrittenNetwork.Readout text = written.readout();
    List<String> names = List.copyOf(written.populations().keySet());
    if (text.from().isBlank() && names.size() > 1) {
      flaws.add(new Flaw("readout.from", "does not say which population is read", "", names));
      return Optional.empty();
    }
    String name = text.from().isBlank() ? names.getFirst() : text.from();
    if (!names.contains(name)) {
      flaws.add(new Flaw("readout.from", "names a population '" + name + "' that is not there", name, names));
      return Optional.empty();
    }
    Population from = populations.get(name);
    if (from == null || !PopulationAssembly.signal("readout.reads", WrittenNetwork.READOUT, from,
        from.orRate(text.reads()), flaws)) {
      return Optional.empty();
    }
    return drawn("readout.weights",
        () -> new SynapseValues("readout", new SynapseValues.Sides(from, from.size(), null, frame.outputs()))
            .weights(text.weights(), seed.stream(WrittenNetwork.READOUT)))
        .map(weights -> Readout.of(WrittenNetwork.READOUT, name, text.reads(), weights));
  }
}
