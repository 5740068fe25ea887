package plast.equation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import plast.equation.Scope.Owner;
import plast.equation.Symbol.Role;

/** Names that the language itself gives a meaning, and names that a user may not define. */
final class SpecialNames {
  private static final Dimension RATE = Dimension.SECOND.power(Rational.of(-1, 1));
  private static final Dimension NOISE = Dimension.SECOND.power(Rational.of(-1, 2));
  static final Set<String> RESERVED = Set.of("t", "dt", "t_in_timesteps", "i", "j", "N", "N_pre", "N_post",
      "N_incoming",
      "N_outgoing", "xi", "lastspike", "lastupdate", "not_refractory", "pi", "e", "inf");
  /** The world of one synapse, as its rule sees it. */
  static final Set<String> OF_RULES = Set.of("w", "pre", "post", "grad");

  private static final Map<Owner, Map<String, Symbol>> ALL = new EnumMap<>(Owner.class);

  static {
    for (Owner owner : Owner.values()) ALL.put(owner, gathered(owner));
  }

  private SpecialNames() {}

  static boolean isNoise(String name) {
    return name.equals("xi") || name.startsWith("xi_");
  }

  static Optional<Symbol> find(Owner owner, String name) {
    if (isNoise(name)) return Optional.of(Symbol.of(name, Quantity.number(NOISE), Role.SPECIAL));
    return Optional.ofNullable(all(owner).get(name));
  }

  /** The special names that {@code owner} may use. */
  static Map<String, Symbol> all(Owner owner) {
    return ALL.getOrDefault(owner, Map.of());
  }

  private static Map<String, Symbol> gathered(Owner owner) {
    Map<String, Symbol> all = new LinkedHashMap<>();
    Quantity time = Quantity.number(Dimension.SECOND);
    put(all, time, "t", "dt");
    put(all, Quantity.INTEGER, "t_in_timesteps", "i", "N");
    if (owner == Owner.NEURONS) {
      put(all, time, "lastspike");
      put(all, Quantity.BOOLEAN, "not_refractory");
    }
    if (owner == Owner.SYNAPSES) {
      put(all, time, "lastupdate");
      put(all, Quantity.INTEGER, "j", "N_pre", "N_post", "N_incoming", "N_outgoing");
    }
    if (owner == Owner.RULE) {
      put(all, Quantity.INTEGER, "j", "N_pre", "N_post");
      put(all, Quantity.PLAIN, "w", "pre", "post", "grad");
    }
    return all;
  }

  private static void put(Map<String, Symbol> all, Quantity quantity, String... names) {
    for (String name : names) all.put(name, Symbol.of(name, quantity, Role.SPECIAL));
  }

  static Optional<Symbol> constant(String name) {
    return switch (name) {
      case "pi" -> Optional.of(constant(name, Quantity.PLAIN, Math.PI));
      case "e" -> Optional.of(constant(name, Quantity.PLAIN, Math.E));
      case "inf" -> Optional.of(constant(name, Quantity.ZERO, Double.POSITIVE_INFINITY));
      default -> Units.find(name).map(unit -> new Symbol(name, Quantity.number(unit.dimension()), Role.UNIT, Set.of(),
          OptionalDouble.of(unit.scale())));
    };
  }

  private static Symbol constant(String name, Quantity quantity, double value) {
    return new Symbol(name, quantity, Role.CONSTANT, Set.of(), OptionalDouble.of(value));
  }

  /** Why {@code name} cannot be defined, if it cannot. */
  static Optional<String> whyReserved(Owner owner, String name) {
    if (RESERVED.contains(name) || isNoise(name)) return Optional.of("'" + name + "' is a reserved name");
    if (owner == Owner.RULE && OF_RULES.contains(name)) return Optional.of("'" + name + "' is what every rule sees");
    if (Units.find(name).isPresent()) return Optional.of("'" + name + "' is a unit");
    if (Builtin.find(name).isPresent()) return Optional.of("'" + name + "' is a function");
    if (Words.KEYWORDS.contains(name) || Words.FOREIGN.contains(name)) return Optional.of("'" + name
        + "' is a word of the language");
    if (name.startsWith("_")) return Optional.of("the name '" + name + "' starts with '_'");
    if (name.endsWith("_pre") || name.endsWith("_post")) {
      return Optional.of("'" + name + "' ends like a variable of the other side");
    }
    return Optional.empty();
  }

  static Dimension rate() {
    return RATE;
  }
}
