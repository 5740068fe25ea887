package plast.rate.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plast.equation.Definition;
import plast.equation.Equations;
import plast.equation.Equations.UnitPolicy;
import plast.equation.Model;
import plast.rate.NetworkSettings;
import plast.rate.WrittenNetwork;
import plast.rule.Sides;

/** What rules may know of the units that their projection connects: the parameters of their equations. */
public final class RuleSides {
  private RuleSides() {}

  /**
   * By projection, readout included, the parameters as the equations declare them, without values. A projection is
   * missing where the equations of a side cannot be read.
   */
  public static Map<String, Sides> declared(NetworkSettings settings) {
    return settings.written().map(RuleSides::ofTexts).orElseGet(() -> {
      List<Sides.Parameter> units = declared(BuiltInNetwork.equations(settings)).orElseThrow();
      return Map.of(BuiltInNetwork.RECURRENT, new Sides(units, units),
          BuiltInNetwork.INPUT, new Sides(List.of(), units), BuiltInNetwork.READOUT, new Sides(units, List.of()));
    });
  }

  private static Map<String, Sides> ofTexts(WrittenNetwork written) {
    Map<String, List<Sides.Parameter>> units = new LinkedHashMap<>();
    units.put(WrittenNetwork.STIMULUS, List.of());
    written.populations().forEach((name, p) -> declared(p.equations()).ifPresent(own -> units.put(name, own)));
    Map<String, Sides> all = new LinkedHashMap<>();
    written.projections().forEach((name, p) -> put(all, name, units.get(p.from()), units.get(p.to())));
    String read = written.readout().from();
    Optional<String> first = written.populations().keySet().stream().findFirst();
    put(all, WrittenNetwork.READOUT, units.get(read.isBlank() ? first.orElse("") : read), List.of());
    return all;
  }

  private static void put(Map<String, Sides> all, String projection, @Nullable List<Sides.Parameter> pre,
      @Nullable List<Sides.Parameter> post) {
    if (pre != null && post != null) all.put(projection, new Sides(pre, post));
  }

  private static Optional<List<Sides.Parameter>> declared(String equations) {
    return Equations.parse("", equations, UnitPolicy.OPTIONAL).value()
        .map(model -> parameters(model, _ -> new double[1]));
  }

  private static List<Sides.Parameter> parameters(Model model, Function<String, double[]> value) {
    return model.definitions().stream().filter(d -> d instanceof Definition.Parameter)
        .map(d -> new Sides.Parameter(d.variable(), d.unit().quantity(), value.apply(d.variable()))).toList();
  }

  /** The sides of {@code projection} in a network that is made; what is trained has its present values. */
  static Sides of(String projection, NetworkDescription network, ModelParameters numbers) {
    for (Projection p : network.projections()) {
      if (p.name().equals(projection)) {
        return new Sides(ofUnits(p.from(), network, numbers), ofUnits(p.to(), network, numbers));
      }
    }
    for (Readout r : network.readouts()) {
      if (r.name().equals(projection)) return new Sides(ofUnits(r.from(), network, numbers), List.of());
    }
    return Sides.NONE;
  }

  private static List<Sides.Parameter> ofUnits(String population, NetworkDescription network, ModelParameters numbers) {
    for (Population p : network.populations()) {
      if (!p.name().equals(population)) continue;
      return parameters(p.model().model(),
          variable -> Optional.ofNullable(numbers.trained().get(p.key(variable))).orElseGet(() -> p.value(variable)));
    }
    return List.of();
  }
}
