package plast.equation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.Expr.Call;
import plast.equation.Expr.Name;
import plast.equation.Scope.Level;
import plast.equation.Section.Every;
import plast.equation.Symbol.Role;

/** Over what a value varies besides synapses: the steps of a trial, the trials of a batch. */
final class Axes {
  enum Axis { TIME, BATCH }

  /** Names of the language that have a value for each step. */
  static final Set<String> STEPS = Set.of("pre", "post", "t", "t_in_timesteps");

  private static final Set<Axis> BOTH = Set.of(Axis.TIME, Axis.BATCH);

  private final Scope scope;
  private final Every every;
  private final Set<String> perTrial;
  private final Map<String, Set<Axis>> locals = new HashMap<>();

  /** @param perTrial state variables that statements of a step or a trial write: each trial has its own */
  Axes(Scope scope, Every every, Set<String> perTrial) {
    this.scope = scope;
    this.every = every;
    this.perTrial = Set.copyOf(perTrial);
  }

  /** What a statement of the section must average over. */
  static Set<Axis> open(Every every) {
    return switch (every) {
      case STEP -> Set.of();
      case TRIAL -> Set.of(Axis.TIME);
      case BATCH -> BOTH;
    };
  }

  Scope scope() {
    return scope;
  }

  void local(String name, Set<Axis> axes) {
    locals.put(name, axes);
  }

  Set<Axis> of(Expr e) {
    if (e instanceof Name n) return name(n.text());
    Set<Axis> axes = EnumSet.noneOf(Axis.class);
    if (e instanceof Call c && c.function().equals("mean") && !c.arguments().isEmpty()) {
      axes.addAll(of(c.arguments().getFirst()));
      axes.removeAll(averaged(c));
      return axes;
    }
    for (Expr part : Trees.children(e)) axes.addAll(of(part));
    return axes;
  }

  /** The axes that a call of mean takes away. */
  Set<Axis> averaged(Call mean) {
    if (mean.arguments().size() < 2) return open(every);
    return switch (Printed.of(mean.arguments().get(1))) {
      case "time" -> Set.of(Axis.TIME);
      case "batch" -> Set.of(Axis.BATCH);
      default -> BOTH;
    };
  }

  private Set<Axis> name(String name) {
    Set<Axis> local = locals.get(name);
    if (local != null) return local;
    if (STEPS.contains(name)) {
      return name.startsWith("t") ? Set.of(Axis.TIME) : BOTH;
    }
    if (perTrial.contains(name)) return Set.of(Axis.BATCH);
    Optional<Resolution> found = Resolution.of(name, scope);
    if (found.isEmpty()) return Set.of();
    Symbol symbol = found.get().symbol();
    boolean side = found.get().level() == Level.SOURCE || found.get().level() == Level.TARGET;
    boolean activity = side && (symbol.role() == Role.STATE || symbol.role() == Role.SUBEXPRESSION);
    boolean modulator = symbol.role() == Role.MODULATOR && !symbol.is(Flag.SHARED);
    return activity || modulator ? BOTH : Set.of();
  }

  /** The state variables of {@code rule} that each trial has its own of. */
  static Set<String> perTrial(Rule rule) {
    Set<String> written = new HashSet<>();
    for (Section section : rule.sections()) {
      if (section.every() != Every.BATCH) section.statements().forEach(statement -> written(statement, written));
    }
    written.retainAll(rule.states());
    return written;
  }

  static void written(Statement statement, Set<String> into) {
    switch (statement) {
      case Statement.Assignment a -> into.add(a.target().text());
      case Statement.Change c -> into.add(c.target().text());
      case Statement.When w -> w.body().forEach(inner -> written(inner, into));
    }
  }

  static String words(Set<Axis> axes) {
    if (axes.size() == 2) return "step and trial";
    return axes.contains(Axis.TIME) ? "step" : "trial";
  }
}
