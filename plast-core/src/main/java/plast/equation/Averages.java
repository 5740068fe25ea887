package plast.equation;

import static plast.equation.Trees.ONE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.SeparableTerm.Average;

/**
 * A change of w taken apart for a computer: averages over steps and trials, each a matrix product or a sum over one
 * side, and one expression of them that is computed once for each synapse. Unlike {@link SeparableTerm}s, the
 * expression may be anything, such as sign(w)·|⟨post·pre⟩ − ⟨post⟩·⟨pre⟩|.
 *
 * @param elementwise Δw, with the averages under their names
 * @param averages    by name, in the order of their first appearance
 * @param placements  where each name of {@code elementwise} has its own value
 */
public record Averages(Expr elementwise, Map<String, Average> averages, Map<String, Placement> placements) {

  public Averages {
    averages = Collections.unmodifiableMap(new LinkedHashMap<>(averages));
    placements = Map.copyOf(placements);
  }

  /**
   * The parts of {@code change}, a change of w in {@code checked}.
   *
   * @throws EquationException naming the part of an average that does not factorise into both sides
   */
  public static Averages of(Expr change, CheckedRule checked) {
    Search search = new Search(Placements.of(checked.rule()), RuleAnalysis.varyingModulators(checked));
    try {
      Expr elementwise = Simplification.of(search.put(change));
      Map<String, Placement> placements = new LinkedHashMap<>();
      for (String name : Trees.names(elementwise)) placements.put(name, search.placed(name));
      return new Averages(elementwise, search.names, placements);
    } catch (RefusedException refused) {
      throw new EquationException(checked.rule().source().object() + ": " + refused.reason());
    }
  }

  private static final class Search {
    private final Placements placements;
    private final Set<String> modulators;
    private final Map<String, Average> names = new LinkedHashMap<>();

    Search(Placements placements, Set<String> modulators) {
      this.modulators = modulators;
      this.placements = placements;
    }

    Expr put(Expr e) {
      if (!(e instanceof Expr.Call c) || !c.function().equals("mean")) return Trees.map(e, this::put);
      if (!placements.of(c).equals(Placement.SYNAPSE)) return named(oneSide(c));
      Expr sum = Trees.ZERO;
      for (SeparableTerm term : Separation.of(c, placements, modulators)) {
        Expr outside = put(SeparableTerm.product(
            List.of(term.coefficient(), term.weight(), term.post(), term.pre())));
        sum = Trees.add(sum, term.average().map(a -> Trees.multiply(outside, named(a))).orElse(outside));
      }
      return sum;
    }

    private Average oneSide(Expr.Call mean) {
      Expr inside = mean.arguments().getFirst();
      Optional<String> axis = mean.arguments().size() < 2 ? Optional.empty()
          : Optional.of(Printed.of(mean.arguments().get(1)));
      return switch (placements.of(inside)) {
        case PRESYNAPTIC -> new Average(ONE, inside, ONE, axis);
        case POSTSYNAPTIC -> new Average(inside, ONE, ONE, axis);
        case PROJECTION, SYNAPSE -> new Average(ONE, ONE, inside, axis);
      };
    }

    private Expr named(Average average) {
      for (var known : names.entrySet()) if (known.getValue().equals(average)) return Trees.name(known.getKey());
      String name = "_mean" + names.size();
      names.put(name, average);
      return Trees.name(name);
    }

    Placement placed(String name) {
      Average average = names.get(name);
      if (average == null) return placements.of(name);
      Placement post = average.post().equals(ONE) ? Placement.PROJECTION : Placement.POSTSYNAPTIC;
      return average.pre().equals(ONE) ? post : post.with(Placement.PRESYNAPTIC);
    }
  }
}
