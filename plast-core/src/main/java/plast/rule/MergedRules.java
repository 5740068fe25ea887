package plast.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plast.equation.Definition.Parameter;
import plast.equation.Flag;
import plast.equation.Place;
import plast.equation.Printed;
import plast.equation.PrintedRule;
import plast.equation.Problem;
import plast.equation.Rule;
import plast.equation.Section;
import plast.equation.Section.Every;
import plast.equation.SourceText;
import plast.equation.Statement;

/** Rules side by side in one: variables under names of their own, modulators shared, sections joined by schedule. */
final class MergedRules {
  private MergedRules() {}

  /** Modulators of the rules, of equal names one. */
  static Set<String> modulators(Iterable<Rule> rules) {
    Set<String> names = new LinkedHashSet<>();
    for (Rule rule : rules) modulators(rule).forEach(p -> names.add(p.variable()));
    return names;
  }

  private static List<Parameter> modulators(Rule rule) {
    return rule.declarations().stream().filter(p -> p.is(Flag.MODULATOR)).toList();
  }

  /** {@code rule} with {@code prefix} before its variables and without statements that set w. */
  static Rule part(Rule rule, String prefix, Set<String> modulators) {
    Rule renamed = Renaming.prefixed(rule, prefix, modulators).of(rule);
    return WeightAsChange.of(renamed, local(renamed, prefix + "w", modulators));
  }

  /** A name for w inside {@code rule}. */
  static String local(Rule rule, String name, Set<String> modulators) {
    Set<String> taken = new LinkedHashSet<>(modulators);
    taken.addAll(Renaming.variables(rule));
    return Renaming.unused(name, taken);
  }

  /** The rule of {@code parts}; its declarations are theirs and those of {@code first}. */
  static Rule of(List<Parameter> first, List<Rule> parts) {
    Map<String, Parameter> declarations = new LinkedHashMap<>();
    first.forEach(p -> declarations.put(p.variable(), p));
    parts.forEach(part -> part.declarations().forEach(p -> declarations.putIfAbsent(p.variable(), p)));
    List<Section> sections = new ArrayList<>();
    for (Every every : Every.values()) {
      List<List<Section>> each = parts.stream().map(part -> part.sections().stream()
          .filter(section -> section.every() == every).toList()).toList();
      int longest = each.stream().mapToInt(List::size).max().orElse(0);
      for (int k = 0; k < longest; k++) sections.add(joined(every, each, k));
    }
    return new Rule(new SourceText(WrittenRule.OBJECT, ""), List.copyOf(declarations.values()), sections);
  }

  private static Section joined(Every every, List<List<Section>> each, int k) {
    List<Statement> statements = new ArrayList<>();
    for (List<Section> sections : each) if (k < sections.size()) statements.addAll(sections.get(k).statements());
    return new Section(every, statements);
  }

  /** One problem for each modulator that a part declares otherwise than a part before it. */
  static List<Problem> disagreements(List<Rule> parts) {
    Map<String, Parameter> seen = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Rule part : parts) {
      for (Parameter p : modulators(part)) {
        Parameter before = seen.putIfAbsent(p.variable(), p);
        if (before == null || said(before).equals(said(p))) continue;
        problems.add(new Problem(Problem.Severity.ERROR, place(part.source(), p), "the modulator '" + p.variable()
            + "' is declared otherwise in a part before: " + said(before), "declare it alike in both, or by two names",
            List.of()));
      }
    }
    return problems;
  }

  private static String said(Parameter p) {
    return p.variable() + p.start().map(value -> " = " + Printed.of(value)).orElse("") + " : " + PrintedRule.unit(p)
        + p.flags().stream().map(use -> use.flag().text()).sorted().collect(Collectors.joining(", ", " (", ")"));
  }

  private static Place place(SourceText source, Parameter p) {
    int start = p.span().start();
    int length = Math.max(1, p.span().end() - start);
    return new Place(source.object(), source.line(start), source.column(start), length, source.lineText(start));
  }
}
