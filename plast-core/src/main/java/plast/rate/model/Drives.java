package plast.rate.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plast.equation.Expr;
import plast.equation.IntegrationStep;
import plast.equation.Printed;
import plast.equation.Trees;

/**
 * Inputs that a step only ever adds up are one drive: their products go into one sum, and have one δ. So are the
 * parameters that are added to them: biases, which are weights from a channel that is always 1.
 *
 * @param step   reads each drive under the name of its first input
 * @param drives in the order of the text
 */
record Drives(IntegrationStep step, List<Drive> drives) {

  /** Names in input(...), and parameters. */
  record Drive(List<String> inputs, List<String> biases) {
    String name() {
      return inputs.getFirst();
    }
  }

  /**
   * The drives of {@code step}.
   *
   * @param parameters those that may be biases
   * @param stimulated inputs that the stimulus' channels bring: with them biases come at no cost
   * @param elsewhere  what else reads parameters
   */
  static Drives of(IntegrationStep step, Collection<String> parameters, Predicate<String> stimulated,
      Collection<Expr> elsewhere) {
    List<Expr> all = new ArrayList<>(step.stages().values());
    all.addAll(step.next().values());
    Map<Object, List<String>> groups = new LinkedHashMap<>();
    for (String input : inputs(all)) {
      Optional<List<Integer>> terms = signature(all, input(input));
      groups.computeIfAbsent(terms.isPresent() ? terms.get() : input, _ -> new ArrayList<>()).add(input);
    }
    List<Drive> drives = new ArrayList<>();
    Set<Expr> dropped = new LinkedHashSet<>();
    groups.forEach((terms, inputs) -> {
      List<String> biases = new ArrayList<>();
      if (inputs.stream().anyMatch(stimulated)) {
        for (String p : parameters) {
          boolean alone = elsewhere.stream().noneMatch(e -> Trees.contains(e, Trees.name(p)));
          if (alone && Objects.equals(signature(all, Trees.name(p)).orElse(null), terms)) biases.add(p);
        }
      }
      inputs.stream().skip(1).forEach(input -> dropped.add(input(input)));
      biases.forEach(p -> dropped.add(Trees.name(p)));
      drives.add(new Drive(List.copyOf(inputs), biases));
    });
    Map<String, Expr> stages = new LinkedHashMap<>(step.stages());
    Map<String, Expr> next = new LinkedHashMap<>(step.next());
    stages.replaceAll((name, e) -> without(e, dropped));
    next.replaceAll((name, e) -> without(e, dropped));
    return new Drives(new IntegrationStep(stages, next, step.noise(), step.coupled()), drives);
  }

  private static Expr input(String name) {
    return Trees.call("input", Trees.name(name));
  }

  private static Set<String> inputs(List<Expr> all) {
    Set<String> found = new LinkedHashSet<>();
    for (Expr e : all) {
      Trees.any(e, part -> {
        if (part instanceof Expr.Call c && c.function().equals("input")) {
          found.add(Printed.of(c.arguments().getFirst()));
        }
        return false;
      });
    }
    return found;
  }

  /** How often each sum in {@code all} adds {@code v}; empty if v stands anywhere else. */
  private static Optional<List<Integer>> signature(List<Expr> all, Expr v) {
    List<Integer> counts = new ArrayList<>();
    boolean[] elsewhere = new boolean[1];
    for (Expr e : all) count(e, v, counts, elsewhere);
    return elsewhere[0] ? Optional.empty() : Optional.of(counts);
  }

  private static void count(Expr e, Expr v, List<Integer> counts, boolean[] elsewhere) {
    if (isSum(e)) {
      int place = counts.size();
      counts.add(0);
      counts.set(place, terms(e, 1, v, counts, elsewhere));
    } else if (e.equals(v)) {
      elsewhere[0] = true;
    } else {
      for (Expr part : Trees.children(e)) count(part, v, counts, elsewhere);
    }
  }

  private static int terms(Expr e, int sign, Expr v, List<Integer> counts, boolean[] elsewhere) {
    if (e.equals(v)) return sign;
    if (e instanceof Expr.Binary b && isSum(e)) {
      int right = b.operator() == Expr.Arithmetic.ADD ? sign : -sign;
      return terms(b.left(), sign, v, counts, elsewhere) + terms(b.right(), right, v, counts, elsewhere);
    }
    count(e, v, counts, elsewhere);
    return 0;
  }

  private static boolean isSum(Expr e) {
    return e instanceof Expr.Binary b
        && (b.operator() == Expr.Arithmetic.ADD || b.operator() == Expr.Arithmetic.SUBTRACT);
  }

  private static Expr without(Expr e, Set<Expr> dropped) {
    return Objects.requireNonNull(rest(e, dropped), "a sum keeps the first input of its drive");
  }

  private static @Nullable Expr rest(Expr e, Set<Expr> dropped) {
    if (dropped.contains(e)) return null;
    if (!(e instanceof Expr.Binary b) || !isSum(e)) return Trees.map(e, part -> without(part, dropped));
    Expr left = rest(b.left(), dropped);
    Expr right = rest(b.right(), dropped);
    if (right == null) return left;
    boolean adds = b.operator() == Expr.Arithmetic.ADD;
    if (left == null) return adds ? right : Trees.negate(right);
    return adds ? Trees.add(left, right) : Trees.subtract(left, right);
  }
}
