package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.Scope.Level;
import plast.equation.Scope.Owner;

/**
 * What a name means in a scope, and what else it could have meant.
 *
 * @param symbol   the meaning that wins
 * @param level    where it was found
 * @param shadowed meanings at lower levels, which the user should know of
 */
public record Resolution(Symbol symbol, Level level, List<Symbol> shadowed) {

  public Resolution {
    shadowed = List.copyOf(shadowed);
  }

  private record Found(Level level, Symbol symbol) {}

  /**
   * Looks {@code name} up: own variables, special names, the other side by suffix, for synapses the target group,
   * the namespace of the object, that of the run, constants and units. A rule whose scope says nothing of a side may
   * name any parameter of it.
   */
  public static Optional<Resolution> of(String name, Scope scope) {
    List<Found> found = new ArrayList<>();
    add(found, Level.OWN, scope.find(Level.OWN, name));
    add(found, Level.SPECIAL, SpecialNames.find(scope.owner(), name));
    if (scope.owner() == Owner.SYNAPSES || scope.owner() == Owner.RULE) sides(found, name, scope);
    add(found, Level.NAMESPACE, scope.find(Level.NAMESPACE, name));
    add(found, Level.RUN, scope.find(Level.RUN, name));
    add(found, Level.CONSTANTS, SpecialNames.constant(name));
    if (found.isEmpty()) openSide(found, name, scope);
    if (found.isEmpty()) return Optional.empty();
    Found first = found.getFirst();
    List<Symbol> rest = found.stream().skip(1).map(Found::symbol).toList();
    boolean expected = first.level == Level.OWN && SpecialNames.OF_RULES.contains(name);
    return Optional.of(new Resolution(first.symbol, first.level, expected ? List.of() : rest));
  }

  private static void sides(List<Found> found, String name, Scope scope) {
    if (name.endsWith("_pre")) side(found, Level.SOURCE, name, name.length() - 4, scope);
    else if (name.endsWith("_post")) side(found, Level.TARGET, name, name.length() - 5, scope);
    else if (scope.owner() == Owner.SYNAPSES) add(found, Level.TARGET, scope.find(Level.TARGET, name));
  }

  private static void side(List<Found> found, Level level, String name, int cut, Scope scope) {
    add(found, level, scope.find(level, name.substring(0, cut)).map(symbol ->
        new Symbol(name, symbol.quantity(), symbol.role(), symbol.flags(), symbol.value())));
  }

  private static void openSide(List<Found> found, String name, Scope scope) {
    Optional<Level> level = side(name).filter(side -> scope.owner() == Owner.RULE && !scope.knows(side));
    level.ifPresent(side -> found.add(
        new Found(side, Symbol.of(name, Quantity.UNKNOWN, Symbol.Role.PARAMETER, Flag.CONSTANT))));
  }

  /** The side that a name of a rule ends with. */
  static Optional<Level> side(String name) {
    if (name.startsWith("_")) return Optional.empty();
    if (name.endsWith("_pre")) return Optional.of(Level.SOURCE);
    return name.endsWith("_post") ? Optional.of(Level.TARGET) : Optional.empty();
  }

  private static void add(List<Found> found, Level level, Optional<Symbol> symbol) {
    symbol.ifPresent(s -> found.add(new Found(level, s)));
  }
}
