package plast.equation;

import java.util.LinkedHashSet;
import java.util.Set;
import plast.equation.Scope.Level;

/**
 * A rule whose names, units and averages are right.
 *
 * @param scope what its statements may name, its own variables among them
 */
public record CheckedRule(Rule rule, Scope scope) {

  /** The parameters of units that it reads, as it names them: {@code place_pre}. */
  public Set<String> ofUnits() {
    Set<String> names = new LinkedHashSet<>();
    rule.sections().forEach(section -> section.statements().forEach(statement -> read(statement, names)));
    names.removeIf(name -> Resolution.of(name, scope).filter(found -> found.level() == Level.SOURCE
        || found.level() == Level.TARGET).isEmpty());
    return names;
  }

  private static void read(Statement statement, Set<String> names) {
    switch (statement) {
      case Statement.Assignment a -> names.addAll(Trees.names(a.value()));
      case Statement.Change c -> names.addAll(Trees.names(c.value()));
      case Statement.When w -> {
        names.addAll(Trees.names(w.condition()));
        w.body().forEach(inner -> read(inner, names));
      }
    }
  }
}
