package plast.rate.model;

import static plast.equation.Trees.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plast.equation.Expr;
import plast.equation.Trees;
import plast.kernel.ModelArguments;

/**
 * The signals of a population, and the functions in them, which are stored at every step: whoever needs their values
 * again loads them.
 */
final class StoredSignals {
  private final List<String> states;
  private final List<Expr> stored;
  private final List<Integer> bySize = new ArrayList<>(); // those that are worth loading, the longest first
  private final ModelArguments names;

  /** @param names of the model, with those of times at the end of a step */
  StoredSignals(List<String> states, List<Expr> signals, ModelArguments names) {
    this.states = states;
    this.names = names;
    Set<Expr> all = new LinkedHashSet<>(signals);
    for (Expr s : signals) all.addAll(DearCalls.in(s, call -> !call.equals(s) && !names.isEqual(call)));
    stored = List.copyOf(all);
    for (int k = 0; k < stored.size(); k++) {
      if (!DearCalls.in(stored.get(k), _ -> true).isEmpty()) bySize.add(k);
    }
    bySize.sort((a, b) -> Trees.size(stored.get(b)) - Trees.size(stored.get(a)));
  }

  /** The signals, then functions in them. */
  List<Expr> all() {
    return stored;
  }

  /** Whether signal {@code k} is a state variable itself, of which nothing more is stored. */
  boolean isState(int k) {
    return stored.get(k) instanceof Expr.Name n && states.contains(n.text());
  }

  /** {@code e}, over what is known at the step's start, with signals loaded. */
  Expr atStart(Expr e) {
    Expr result = e;
    for (int k : bySize) result = Trees.substitute(result, stored.get(k), name(ArrayNames.sent(k)));
    return EqualFactors.first(result, names::isEqual);
  }

  /** {@code e}, over state variables, at the step's end with signals loaded. */
  Expr atEnd(Expr e) {
    Expr result = e;
    for (int k : bySize) result = Trees.substitute(result, stored.get(k), name(ArrayNames.signal(k)));
    return later(result);
  }

  /** Signal {@code k} at the step's end. */
  Expr value(int k) {
    return later(stored.get(k));
  }

  private Expr later(Expr e) {
    Expr result = Trees.substitute(e, name("t"), name(ArrayNames.LATER));
    result = Trees.substitute(result, name("t_in_timesteps"), name(ArrayNames.LATER_STEPS));
    for (String x : states) result = Trees.substitute(result, name(x), name(ArrayNames.next(x)));
    return EqualFactors.first(result, names::isEqual);
  }
}
