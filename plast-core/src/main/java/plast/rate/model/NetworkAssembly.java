package plast.rate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plast.equation.CheckedModel;
import plast.equation.CheckedModel.TimeUnit;
import plast.equation.Derivative;
import plast.equation.EquationException;
import plast.equation.Surrogate;
import plast.kernel.Precision;
import plast.math.Matrix;
import plast.math.Seed;
import plast.rate.WrittenNetwork;
import plast.rate.model.Assembly.Flaw;
import plast.rate.model.Assembly.Frame;

/** Puts a network of texts together: finds all that is wrong with it, and draws its first values and weights. */
public final class NetworkAssembly {
  /** Starts the names of readouts that are no output of the network. */
  static final String COST = "cost of ";

  private final WrittenNetwork written;
  private final Frame frame;
  private final Seed seed;
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  private NetworkAssembly(WrittenNetwork written, Frame frame, Seed seed) {
    this.written = written;
    this.frame = frame;
    this.seed = seed;
  }

  /** The network of {@code written} in a frame. Each projection and each value has a random stream of its own. */
  public static Assembly of(WrittenNetwork written, Frame frame, Seed seed) {
    NetworkAssembly assembly = new NetworkAssembly(written, frame, seed);
    Optional<NetworkDescription> network = assembly.network();
    boolean sound = assembly.flaws.isEmpty();
    return new Assembly(sound ? network : Optional.empty(), assembly.flaws, assembly.notices);
  }

  /** What to do where the equations of {@code written} have no derivative. */
  public static Derivative.Rules derivatives(WrittenNetwork written) {
    Optional<Surrogate> surrogate = written.surrogate();
    return surrogate.map(Derivative.Rules::with).orElse(Derivative.Rules.STRICT);
  }

  private Optional<NetworkDescription> network() {
    if (written.populations().isEmpty()) {
      flaws.add(new Flaw("populations", "names no population", "", List.of("populations: {units: {size: 64, …}}")));
      return Optional.empty();
    }
    PopulationAssembly populations = new PopulationAssembly(written, frame, seed, flaws, notices);
    Map<String, Population> made = new LinkedHashMap<>();
    written.populations().forEach((name, _) -> populations.make(name).ifPresent(p -> made.put(name, p)));
    oneUnitOfTime(made);
    ProjectionAssembly projections = new ProjectionAssembly(written, frame, seed, flaws, made);
    List<Projection> connected = new ArrayList<>();
    List<NoiseInput> noises = new ArrayList<>();
    written.projections().forEach((name, p) -> {
      if (p.from().equals(WrittenNetwork.NOISE)) projections.noise(name).ifPresent(noises::add);
      else projections.make(name).ifPresent(connected::add);
    });
    Optional<Readout> readout = projections.readout();
    List<Readout> readouts = new ArrayList<>();
    readout.ifPresent(readouts::add);
    made.forEach((name, p) -> cost(name, p).ifPresent(readouts::add));
    if (!flaws.isEmpty()) return Optional.empty();
    NetworkDescription network = new NetworkDescription(List.copyOf(made.values()), connected, readouts, noises,
        frame.inputs(), step(made));
    compilable(network);
    return Optional.of(network);
  }

  /** What the units' activity costs: a readout of its mean, whose error is the same everywhere. */
  private Optional<Readout> cost(String name, Population p) {
    String cost = Objects.requireNonNull(written.populations().get(name)).cost();
    if (cost.isBlank()) return Optional.empty();
    String reader = COST + name;
    if (!PopulationAssembly.signal("populations." + name + ".cost", reader, p, cost, flaws)) return Optional.empty();
    Matrix mean = Matrix.zeros(1, p.size());
    java.util.Arrays.fill(mean.values(), 1.0 / p.size());
    return Optional.of(Readout.of(reader, name, cost, mean));
  }

  private void oneUnitOfTime(Map<String, Population> made) {
    if (made.values().stream().map(p -> p.model().time()).distinct().count() < 2) return;
    made.forEach((name, p) -> {
      if (p.model().time() == TimeUnit.SECONDS) return;
      flaws.add(new Flaw("populations." + name + ".equations",
          "have no units, those of other populations have: time must be counted alike", "",
          List.of("units everywhere, or nowhere")));
    });
  }

  /** dt in s, or in ms where no equation has a unit. */
  private double step(Map<String, Population> made) {
    boolean seconds = made.values().stream().map(Population::model).map(CheckedModel::time)
        .anyMatch(time -> time == TimeUnit.SECONDS);
    return seconds ? frame.dt() / 1000 : frame.dt();
  }

  /** What the compiler refuses: steps that cannot be taken, functions without a derivative. */
  private void compilable(NetworkDescription network) {
    for (Population p : network.populations()) {
      String key = "populations." + p.name() + ".equations";
      try {
        PopulationSources.of(p, network, Precision.FLOAT, derivatives(written));
      } catch (EquationException refused) {
        flaws.add(refusal(key, refused));
      } catch (IllegalArgumentException refused) {
        flaws.add(new Flaw(key, "cannot be run: " + refused.getMessage(), "", List.of()));
      }
    }
  }

  /** All that an exception of the language says, under one another. */
  static Flaw refusal(String key, EquationException wrong) {
    List<String> problems = wrong.problems().stream().map(problem -> problem.text()).toList();
    String text = problems.isEmpty() ? Objects.requireNonNullElse(wrong.getMessage(), "")
        : String.join("\n\n", problems);
    return new Flaw(key, "cannot be read:\n    " + text.replace("\n", "\n    "), "", List.of());
  }
}
