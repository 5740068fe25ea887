package plast.equation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.Section.Every;

/** Makes {@link TrialChanges} of a rule. */
final class TrialSearch {
  private final CheckedRule checked;
  private final Set<String> states;
  private final Placements where;
  /** The same for all synapses, with a value for each trial or step. */
  private final Set<String> varying;
  private final Map<String, Expr> step = new LinkedHashMap<>();
  private final Map<String, Expr> trial = new LinkedHashMap<>();
  private final Map<String, Expr> sums = new LinkedHashMap<>();
  private final Map<String, Expr> baselines = new LinkedHashMap<>();
  /** Averages over steps and batches by what they average. */
  private final Map<Named, String> names = new LinkedHashMap<>();
  private final Map<String, Placement> places = new LinkedHashMap<>();
  private final Map<Every, Averages> products = new LinkedHashMap<>();
  private final Map<Every, String> unseparable = new LinkedHashMap<>();

  private record Named(String kind, Expr of) {}

  TrialSearch(CheckedRule checked) {
    this.checked = checked;
    states = Axes.perTrial(checked.rule());
    where = Placements.of(checked.rule());
    varying = new HashSet<>(RuleAnalysis.varyingModulators(checked));
    varying.add("t");
    varying.add("t_in_timesteps");
    for (String state : states) {
      places.put(state, where.of(state));
      if (where.of(state) == Placement.PROJECTION) varying.add(state);
    }
  }

  TrialChanges run() {
    joined(Every.STEP).forEach((variable, change) -> step.put(variable, ofStep(change)));
    joined(Every.TRIAL).forEach((variable, change) -> trial.put(variable, ofTrial(change)));
    separate(step, Every.STEP);
    separate(trial, Every.TRIAL);
    trial.replaceAll((variable, change) -> summed(change));
    List<Averages> batch = new ArrayList<>();
    for (Section section : checked.rule().sections()) {
      if (section.every() == Every.BATCH) batch.add(Averages.of(ofBatch(section), where, varying));
    }
    return new TrialChanges(step, trial, sums, baselines, products, unseparable, batch, places);
  }

  /** What all sections of a schedule change together; each sees the state that the one before left. */
  private Map<String, Expr> joined(Every every) {
    Map<String, Expr> all = new LinkedHashMap<>();
    for (Section section : checked.rule().sections()) {
      if (section.every() != every) continue;
      Map<String, Expr> here = new LinkedHashMap<>();
      for (String variable : variables()) {
        Expr change = WeightChange.of(section, variable);
        if (!change.equals(Trees.ZERO)) here.put(variable, after(change, all));
      }
      here.forEach((variable, change) ->
          all.merge(variable, change, (a, b) -> Simplification.of(Trees.add(a, b))));
    }
    return all;
  }

  private List<String> variables() {
    List<String> variables = new ArrayList<>(List.of("w"));
    variables.addAll(checked.rule().states());
    return variables;
  }

  private Expr after(Expr e, Map<String, Expr> changes) {
    if (!(e instanceof Expr.Name n)) return Trees.map(e, part -> after(part, changes));
    Expr change = changes.get(n.text());
    return change == null || n.text().equals("w") ? e : Trees.add(e, change);
  }

  private Expr ofStep(Expr e) {
    return e instanceof Expr.Call c && c.function().equals("mean") ? baseline(c) : Trees.map(e, this::ofStep);
  }

  /** With averages over steps as variables, but for those over both sides. */
  private Expr ofTrial(Expr e) {
    if (!(e instanceof Expr.Call c) || !c.function().equals("mean")) return Trees.map(e, this::ofTrial);
    if (axis(c).equals(Optional.of("batch"))) return baseline(c);
    Expr inside = ofTrial(c.arguments().getFirst());
    if (!varies(inside)) return inside;
    if (Trees.mentions(inside, states)) {
      throw new RefusedException(c, "a state variable is read here when the trial is over; write its factor outside"
          + " of the average, or average in another state variable under 'every step:'");
    }
    return where.of(inside) == Placement.SYNAPSE ? Trees.call("mean", inside, Trees.name("time")) : overSteps(inside);
  }

  private static Optional<String> axis(Expr.Call mean) {
    return mean.arguments().size() < 2 ? Optional.empty() : Optional.of(Printed.of(mean.arguments().get(1)));
  }

  /** An average over the trials of a batch, known before the first step: of modulators, or of rates of each step. */
  private Expr baseline(Expr.Call mean) {
    Expr inside = ofTrial(mean.arguments().getFirst());
    Placement place = where.of(inside);
    boolean own = Trees.mentions(inside, places.keySet()) || place == Placement.PROJECTION && varies(inside);
    if (own || place == Placement.SYNAPSE) {
      throw new RefusedException(mean, "sections of steps and trials are run trial by trial, and average modulators and"
          + " rates of one side over the batch; average it under 'every batch:'");
    }
    String name = named(inside, "_baseline", baselines, inside, place);
    if (varies(inside)) places.put(name, place);
    return Trees.name(name);
  }

  /** The average of {@code e} over steps as a state variable that grows by e/T. */
  private Expr overSteps(Expr e) {
    Expr share = Trees.divide(e, Trees.name(TrialChanges.STEPS));
    return Trees.name(named(e, "_time", step, share, where.of(e)));
  }

  private String named(Expr key, String prefix, Map<String, Expr> into, Expr value, Placement place) {
    String known = names.get(new Named(prefix, key));
    if (known != null) return known;
    String name = prefix + names.size();
    names.put(new Named(prefix, key), name);
    into.put(name, value);
    where.put(name, place);
    if (into == step) {
      places.put(name, place);
      if (place == Placement.PROJECTION) varying.add(name);
    }
    return name;
  }

  private Expr summed(Expr e) {
    if (e instanceof Expr.Call c && c.function().equals("mean")) return overSteps(c.arguments().getFirst());
    return Trees.map(e, this::summed);
  }

  /** Takes Δw out of {@code changes} if it is a sum of products of both sides, none of a state of a synapse. */
  private void separate(Map<String, Expr> changes, Every every) {
    Expr change = changes.get("w");
    if (change == null) return;
    Optional<String> state = ofSynapses(change);
    if (state.isPresent()) {
      unseparable.put(every, "'" + state.get() + "' has a value for each synapse");
      return;
    }
    Optional<String> baseline = every == Every.STEP ? Optional.empty()
        : Trees.names(change).stream().filter(this::isBaselineOfSteps).findFirst();
    if (baseline.isPresent()) {
      unseparable.put(every, "it averages over trials at each step");
      return;
    }
    Expr whole = every == Every.STEP ? Trees.multiply(Trees.name(TrialChanges.STEPS), Trees.call("mean", change))
        : Trees.call("mean", change, Trees.name("batch"));
    try {
      products.put(every, Averages.of(Map.of("w", whole), where, varying));
      changes.remove("w");
    } catch (RefusedException refused) {
      unseparable.put(every, refused.reason());
    }
  }

  private Optional<String> ofSynapses(Expr e) {
    return Trees.names(e).stream().filter(places::containsKey)
        .filter(name -> where.of(name) == Placement.SYNAPSE).findFirst();
  }

  private Map<String, Expr> ofBatch(Section section) {
    Map<String, Expr> changes = new LinkedHashMap<>();
    for (String variable : variables()) {
      Expr change = WeightChange.of(section, variable);
      if (change.equals(Trees.ZERO)) continue;
      if (states.contains(variable)) {
        throw new RefusedException(Trees.name(variable), "'every step' or 'every trial' writes it, so each trial begins"
            + " with its start; 'every batch' needs a state variable of its own");
      }
      changes.put(variable, ofBatch(change));
    }
    return changes;
  }

  private Expr ofBatch(Expr e) {
    if (!(e instanceof Expr.Call c) || !c.function().equals("mean")) return Trees.map(e, this::ofBatch);
    Expr inside = inBatch(c.arguments().getFirst());
    Optional<String> state = ofSynapses(inside);
    if (state.isEmpty()) {
      List<Expr> arguments = new ArrayList<>(c.arguments());
      arguments.set(0, inside);
      return new Expr.Call("mean", arguments, c.span());
    }
    Expr sum = summed(inside);
    if (Trees.mentions(sum, Axes.STEPS)) {
      throw new RefusedException(c, "'" + state.get() + "' is read here when a trial is over, and the rates at each of"
          + " its steps; average the rates over time, or the product in a state variable under 'every step:'");
    }
    return Trees.name(named(sum, "_sum", sums, sum, Placement.SYNAPSE));
  }

  /** What stands inside of an average over trials. */
  private Expr inBatch(Expr e) {
    if (!(e instanceof Expr.Call c) || !c.function().equals("mean")) return Trees.map(e, this::inBatch);
    if (axis(c).equals(Optional.of("time"))) return ofTrial(c);
    throw new RefusedException(c, "an average over the batch within an average over the batch; write it outside");
  }

  /** Whether {@code e} has a value for each step. */
  private boolean varies(Expr e) {
    if (e instanceof Expr.Call c && c.function().equals("mean")) return false;
    if (e instanceof Expr.Name n) return Axes.STEPS.contains(n.text()) || isBaselineOfSteps(n.text());
    return Trees.children(e).stream().anyMatch(this::varies);
  }

  private boolean isBaselineOfSteps(String name) {
    return baselines.containsKey(name) && places.containsKey(name);
  }
}
