package plast.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.equation.Definition.Parameter;
import plast.equation.Expr;
import plast.equation.Flag;
import plast.equation.Rule;
import plast.equation.Section;
import plast.equation.Statement;
import plast.equation.Trees;

/** Other names for variables of a rule. */
record Renaming(Map<String, String> names) {

  /**
   * Puts {@code prefix} before every variable of {@code rule}: parameters, state variables and local ones.
   *
   * @param taken names that no variable may get; modulators, which keep theirs
   */
  static Renaming prefixed(Rule rule, String prefix, Set<String> taken) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String variable : variables(rule)) names.put(variable, unused(prefix + variable, taken));
    return new Renaming(names);
  }

  /** {@code name}, made longer until it is not {@code taken}. */
  static String unused(String name, Set<String> taken) {
    return taken.contains(name) ? unused(name + "_", taken) : name;
  }

  /** What {@code rule} declares or sets, without w and modulators. */
  static Set<String> variables(Rule rule) {
    Set<String> variables = new LinkedHashSet<>();
    rule.declarations().stream().filter(p -> !p.is(Flag.MODULATOR)).forEach(p -> variables.add(p.variable()));
    for (Section section : rule.sections()) section.statements().forEach(statement -> targets(statement, variables));
    variables.remove("w");
    return variables;
  }

  private static void targets(Statement statement, Set<String> into) {
    switch (statement) {
      case Statement.Assignment a -> into.add(a.target().text());
      case Statement.Change c -> into.add(c.target().text());
      case Statement.When w -> w.body().forEach(inner -> targets(inner, into));
    }
  }

  Rule of(Rule rule) {
    List<Parameter> declarations = new ArrayList<>();
    for (Parameter p : rule.declarations()) {
      declarations.add(new Parameter(name(p.name()), p.start().map(this::of), p.unit(), p.flags(), p.span()));
    }
    List<Section> sections = rule.sections().stream()
        .map(section -> new Section(section.every(), section.statements().stream().map(this::of).toList())).toList();
    return new Rule(rule.source(), declarations, sections);
  }

  Statement of(Statement statement) {
    return switch (statement) {
      case Statement.Assignment a ->
          new Statement.Assignment(name(a.target()), a.operator(), of(a.value()), a.span());
      case Statement.Change c -> new Statement.Change(name(c.target()), of(c.value()), c.span());
      case Statement.When w ->
          new Statement.When(of(w.condition()), w.body().stream().map(this::of).toList(), w.span());
    };
  }

  private Expr of(Expr e) {
    if (e instanceof Expr.Name n) return name(n);
    boolean alongAxis = e instanceof Expr.Call c && c.function().equals("mean") && c.arguments().size() == 2;
    if (!alongAxis) return Trees.map(e, this::of);
    // What a mean goes over is no variable, whatever else is called time.
    Expr.Call mean = (Expr.Call) e;
    return new Expr.Call("mean", List.of(of(mean.arguments().getFirst()), mean.arguments().getLast()), mean.span());
  }

  private Expr.Name name(Expr.Name name) {
    return new Expr.Name(names.getOrDefault(name.text(), name.text()), name.span());
  }
}
