package plast.equation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a text may name, level by level.
 *
 * @param owner     what the text belongs to
 * @param symbols   the names of each level
 * @param functions the functions that the user gave, by name
 */
public record Scope(Owner owner, Map<Level, Map<String, Symbol>> symbols, Map<String, UserFunction> functions) {

  /** What a text belongs to. */
  public enum Owner { NEURONS, SYNAPSES, RATES, RULE }

  /** Where a name can come from, in the order of looking. */
  public enum Level {
    OWN("its own model"), SPECIAL("special names"), SOURCE("the presynaptic side"), TARGET("the postsynaptic side"),
    NAMESPACE("its namespace"), RUN("the namespace of the run"), CONSTANTS("constants and units"),
    PROJECTIONS("the projections");

    private final String words;

    Level(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  public Scope {
    Map<Level, Map<String, Symbol>> copy = new EnumMap<>(Level.class);
    symbols.forEach((level, map) -> copy.put(level, java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map))));
    symbols = java.util.Collections.unmodifiableMap(copy);
    functions = Map.copyOf(functions);
  }

  /** A scope with nothing but what every text of {@code owner} may name. */
  public static Scope of(Owner owner) {
    return new Scope(owner, Map.of(), Map.of());
  }

  /** This scope with {@code more} names at {@code level}; a name that is there already is replaced. */
  public Scope with(Level level, Collection<Symbol> more) {
    Map<Level, Map<String, Symbol>> all = new EnumMap<>(Level.class);
    all.putAll(symbols);
    Map<String, Symbol> names = new LinkedHashMap<>(at(level));
    for (Symbol symbol : more) names.put(symbol.name(), symbol);
    all.put(level, names);
    return new Scope(owner, all, functions);
  }

  public Scope with(Level level, Symbol... more) {
    return with(level, List.of(more));
  }

  /** This scope with the projections that {@code input(...)} may name. */
  public Scope withProjections(String... names) {
    return with(Level.PROJECTIONS, java.util.Arrays.stream(names)
        .map(name -> Symbol.of(name, Quantity.PLAIN, Symbol.Role.PROJECTION)).toList());
  }

  /** This scope with {@code function}. */
  public Scope with(UserFunction function) {
    Map<String, UserFunction> all = new LinkedHashMap<>(functions);
    all.put(function.name(), function);
    return new Scope(owner, symbols, all);
  }

  /** Whether anything was said of {@code level}, be it that it has no names. */
  boolean knows(Level level) {
    return symbols.containsKey(level);
  }

  Map<String, Symbol> at(Level level) {
    return symbols.getOrDefault(level, Map.of());
  }

  Optional<Symbol> find(Level level, String name) {
    return Optional.ofNullable(at(level).get(name));
  }
}
