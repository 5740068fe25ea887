package plast.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.CheckedRule;
import plast.equation.Definition.Parameter;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Flag;
import plast.equation.Latex;
import plast.equation.Placement;
import plast.equation.Printed;
import plast.equation.PrintedRule;
import plast.equation.Rule;
import plast.equation.RuleAnalysis;
import plast.equation.RuleAnalysis.Change;
import plast.equation.RuleDerivatives;
import plast.equation.Section.Every;
import plast.equation.SeparableTerm;
import plast.equation.Simplification;
import plast.equation.Trees;
import plast.equation.Units;

/** What {@code rules explain} says of a rule, as lines for people and as values for JSON. */
record RuleExplanation(CheckedRule checked, RuleAnalysis analysis, RuleDerivatives derivatives,
    List<String> assumptions) {
  private static final Set<String> NOT_VARIABLES = Set.of("time", "batch", "pi", "e", "inf");

  RuleExplanation {
    assumptions = List.copyOf(assumptions);
  }

  private Rule rule() {
    return checked.rule();
  }

  void print(Console console) {
    PrintedRule.lines(rule()).forEach(console::say);
    if (!assumptions.isEmpty()) console.say("");
    for (String line : assumptions) console.say("Assumed, as the text does not say so: " + line.replaceFirst(":$", ""));
    names(console);
    for (Change change : analysis.changes()) change(change, console);
    console.say("");
    if (analysis.changes().isEmpty()) {
      console.say("Δw = 0: the rule never changes w");
      return;
    }
    console.say("Local: " + (analysis.isLocal() ? "yes, it reads what one synapse sees and no gradient"
        : "no; " + String.join("; ", analysis.notLocal())));
    console.say("Differentiable: " + (analysis.isDifferentiable() ? "yes, with respect to " + String.join(", ", variables())
        : "no; " + String.join("; ", reasonsNotDifferentiable())));
    new RuleSlopes(derivatives).print(console);
  }

  private void names(Console console) {
    if (rule().declarations().isEmpty()) return;
    console.say("");
    Table table = new Table("name", "is a", "value", "unit", "one for each");
    for (Parameter p : rule().declarations()) {
      String kind = RuleWords.isParameter(p) ? "parameter" : RuleWords.isModulator(p) ? "modulator" : "state variable";
      String value = p.start().map(Printed::of)
          .orElse(RuleWords.isModulator(p) ? "from the experiment" : "none given");
      table.row(p.variable(), kind, value, PrintedRule.unit(p), place(p));
    }
    table.print(console);
  }

  private String place(Parameter p) {
    if (RuleWords.isParameter(p)) return "projection";
    if (RuleWords.isModulator(p)) return p.is(Flag.SHARED) ? "run" : "step and trial";
    return switch (analysis.placements().getOrDefault(p.variable(), Placement.SYNAPSE)) {
      case PROJECTION -> "projection";
      case PRESYNAPTIC -> "presynaptic neuron";
      case POSTSYNAPTIC -> "postsynaptic neuron";
      case SYNAPSE -> "synapse";
    };
  }

  private static void change(Change change, Console console) {
    console.say("");
    console.say("Every " + change.every().text() + ":");
    console.say("  Δw = " + Printed.of(change.expression()));
    console.say("  LaTeX: " + latex(change));
    if (change.isSeparable()) {
      console.say("  Separable: yes, " + cost(change));
      for (SeparableTerm term : change.terms()) {
        console.say("    " + Printed.of(written(term)) + (term.isProduct() ? "" : "   (needs no product)"));
      }
    } else {
      console.say("  Separable: no; " + change.notSeparable());
    }
    console.say("  Fixed points in w: " + fixedPoints(change));
  }

  private static String fixedPoints(Change change) {
    if (!change.fixedPoints().isEmpty()) {
      return String.join(", ", change.fixedPoints().stream().map(point -> "w = " + Printed.of(point)).toList());
    }
    return Trees.mentions(change.expression(), Set.of("w")) ? "no closed form"
        : "none; Δw does not depend on w";
  }

  static String latex(Change change) {
    return "\\Delta w = " + Latex.of(change.expression());
  }

  private static String cost(Change change) {
    long products = products(change);
    if (products == 0) return "without any product of pre and post";
    String count = Words.count((int) products, "product");
    return change.every() == Every.STEP ? count + " of a post and a pre vector per step"
        : count + " instead of an outer update for each step and trial";
  }

  private static long products(Change change) {
    return change.terms().stream().filter(SeparableTerm::isProduct).count();
  }

  private static Expr written(SeparableTerm term) {
    return Simplification.of(term.expression());
  }

  private Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    for (Change change : analysis.changes()) names.addAll(Trees.names(change.expression()));
    names.removeIf(name -> NOT_VARIABLES.contains(name) || Units.find(name).isPresent());
    return names;
  }

  private List<String> reasonsNotDifferentiable() {
    return analysis.notDifferentiable().stream().distinct().toList();
  }

  List<String> code() {
    return analysis.changes().stream().flatMap(change -> RuleCode.lines(change, checked).stream()).toList();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", PrintedRule.of(rule()));
    json.put("assumptions", assumptions);
    json.put("parameters", rule().declarations().stream().filter(RuleWords::isParameter).map(this::json).toList());
    json.put("state", rule().declarations().stream().filter(RuleWords::isState).map(this::json).toList());
    json.put("modulators", rule().declarations().stream().filter(RuleWords::isModulator).map(this::json).toList());
    json.put("changes", analysis.changes().stream().map(RuleExplanation::json).toList());
    json.put("local", analysis.isLocal());
    json.put("reasonsNotLocal", analysis.notLocal());
    json.put("differentiable", analysis.isDifferentiable());
    json.put("reasonsNotDifferentiable", reasonsNotDifferentiable());
    json.put("derivatives", new RuleSlopes(derivatives).json());
    return json;
  }

  private Map<String, Object> json(Parameter p) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", p.variable());
    json.put("unit", PrintedRule.unit(p));
    if (!RuleWords.isModulator(p)) json.put("value", p.start().map(value -> Evaluation.of(value, Map.of())));
    json.put("each", place(p));
    return json;
  }

  private static Map<String, Object> json(Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("every", change.every().text());
    json.put("expression", Printed.of(change.expression()));
    json.put("latex", latex(change));
    json.put("separable", change.isSeparable());
    json.put("products", products(change));
    List<Map<String, Object>> terms = new ArrayList<>();
    for (SeparableTerm term : change.terms()) {
      Map<String, Object> one = json(written(term));
      one.put("product", term.isProduct());
      terms.add(one);
    }
    json.put("terms", terms);
    json.put("reasonNotSeparable", change.notSeparable());
    json.put("fixedPoints", change.fixedPoints().stream().map(RuleExplanation::json).toList());
    return json;
  }

  private static Map<String, Object> json(Expr e) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("expression", Printed.of(e));
    json.put("latex", Latex.of(e));
    return json;
  }
}
