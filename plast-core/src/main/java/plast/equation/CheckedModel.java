package plast.equation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plast.equation.Definition.Subexpression;

/**
 * A model whose names and units are right.
 *
 * @param scope what its equations may name, its own variables among them
 * @param time  whether time is in seconds, or a plain number because the model has no units at all
 * @param order the subexpressions, each after those that it uses
 */
public record CheckedModel(Model model, Scope scope, TimeUnit time, List<Subexpression> order) {
  /** Larger expressions than this, after subexpressions are put in, are refused. */
  static final int LARGEST = 20_000;
  static final int HIGHEST = 1_000;

  /** What time is counted in. */
  public enum TimeUnit { SECONDS, PLAIN }

  public CheckedModel {
    order = List.copyOf(order);
  }

  private record Extent(long size, int height) {}

  /**
   * {@code e} with its subexpressions put in, down to state variables and parameters; those that are constant over a
   * step stay names.
   *
   * @throws EquationException if that becomes too large
   */
  public Expr substituted(Expr e) {
    Map<String, Extent> extents = new HashMap<>();
    for (Subexpression s : order) if (!s.is(Flag.CONSTANT_OVER_DT)) extents.put(s.variable(),
        extent(s.value(), extents));
    Extent whole = extent(e, extents);
    if (whole.size > LARGEST || whole.height > HIGHEST) {
      throw new EquationException("with its subexpressions put in, an equation of " + model.source().object() + " has "
          + whole.size + " parts, the most allowed are " + LARGEST);
    }
    return put(e);
  }

  private static Extent extent(Expr e, Map<String, Extent> known) {
    if (e instanceof Expr.Name n) return known.getOrDefault(n.text(), new Extent(1, 1));
    long size = 1;
    int height = 0;
    for (Expr part : Trees.children(e)) {
      Extent extent = extent(part, known);
      size = Math.min(size + extent.size, Integer.MAX_VALUE);
      height = Math.max(height, extent.height);
    }
    return new Extent(size, height + 1);
  }

  private Expr put(Expr e) {
    if (e instanceof Expr.Name n) {
      Optional<Expr> value = value(n.text());
      return value.isPresent() ? put(value.get()) : e;
    }
    return Trees.map(e, this::put);
  }

  private Optional<Expr> value(String name) {
    return model.find(name).filter(d -> d instanceof Subexpression && !d.is(Flag.CONSTANT_OVER_DT))
        .flatMap(Definition::right);
  }
}
