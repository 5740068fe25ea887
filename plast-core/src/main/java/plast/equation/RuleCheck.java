package plast.equation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import plast.equation.Definition.Parameter;
import plast.equation.QuantityCheck.Time;
import plast.equation.Scope.Level;
import plast.equation.Scope.Owner;
import plast.equation.SourceText.Finding;
import plast.equation.Statement.Assignment;
import plast.equation.Statement.Change;
import plast.equation.Statement.When;
import plast.equation.Symbol.Role;

/** Checks a plasticity rule: names, units, what it writes, and averages over steps and trials. */
public final class RuleCheck {
  private final Rule rule;
  private final Problems problems;
  private Scope scope;

  private RuleCheck(Rule rule, Scope scope, Problems problems) {
    this.rule = rule;
    this.scope = scope;
    this.problems = problems;
  }

  /**
   * A scope in which a rule can be checked without a network: names that end with {@code _pre} and {@code _post} are
   * parameters of units that it will find. With the levels of both sides given, those alone are known.
   */
  public static Scope newScope() {
    return Scope.of(Owner.RULE);
  }

  /** Reads and checks a rule in one go; all problems together. */
  public static Result<CheckedRule> parse(String object, String text, Scope scope) {
    Problems problems = new Problems(new SourceText(object, text));
    Rule rule = RuleText.read(problems);
    return problems.result(new RuleCheck(rule, scope, problems).run());
  }

  private CheckedRule run() {
    declarations();
    Set<String> perTrial = Axes.perTrial(rule);
    for (Section section : rule.sections()) {
      new StatementCheck(scope, problems, Time.SECONDS).all(section.statements());
      Axes axes = new Axes(scope, section.every(), perTrial);
      new AxisCheck(axes, section.every(), problems).all(section.statements());
      unread(section);
    }
    changesSomething();
    return new CheckedRule(rule, scope);
  }

  private void declarations() {
    Map<String, Parameter> seen = new LinkedHashMap<>();
    List<Symbol> own = new ArrayList<>();
    for (Parameter p : rule.declarations()) {
      FlagCheck.of(p, scope, problems);
      SpecialNames.whyReserved(Owner.RULE, p.variable()).ifPresent(why -> problems.error(p.name().span(), why,
          "choose another name"));
      if (seen.putIfAbsent(p.variable(), p) != null) {
        problems.error(p.name().span(), "'" + p.variable() + "' is declared twice", "remove one of them");
      }
      Role role = p.is(Flag.MODULATOR) ? Role.MODULATOR : p.is(Flag.CONSTANT) ? Role.PARAMETER : Role.STATE;
      Set<Flag> flags = new HashSet<>();
      p.flags().forEach(use -> flags.add(use.flag()));
      own.add(new Symbol(p.variable(), p.unit().quantity(), role, flags, OptionalDouble.empty()));
      p.start().ifPresent(start -> start(p, start));
    }
    scope = scope.with(Level.OWN, own);
  }

  private void start(Parameter p, Expr start) {
    Agreement.of(problems, p, start, new QuantityCheck(scope, problems, Time.SECONDS).of(start));
    for (String name : Trees.names(start)) {
      Level level = Resolution.of(name, scope).map(Resolution::level).orElse(Level.CONSTANTS);
      if (level == Level.CONSTANTS || level == Level.OWN || level == Level.NAMESPACE || level == Level.RUN) continue;
      problems.error(start.span(), "'" + p.variable() + "' starts from a number, '" + name + "' is none yet",
          "set it in a statement");
    }
    if (p.is(Flag.MODULATOR)) {
      problems.error(start.span(), "the modulator '" + p.variable() + "' has a value here",
          "the experiment sets it: remove '= ...'");
    }
  }

  private void changesSomething() {
    boolean broken = problems.list().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    Set<String> written = new HashSet<>();
    rule.sections().forEach(section -> section.statements().forEach(s -> Axes.written(s, written)));
    if (broken || written.contains("w")) return;
    int end = Math.max(1, problems.source().text().indexOf('\n'));
    problems.warning(new Span(0, end), "the rule never changes w", "write dw = ...");
  }

  /** A local variable that nothing reads is most often a misspelt change. */
  private void unread(Section section) {
    Map<String, Assignment> locals = new LinkedHashMap<>();
    Set<String> read = new HashSet<>();
    collect(section.statements(), locals, read);
    for (Assignment a : locals.values()) {
      String name = a.target().text();
      if (read.contains(name)) continue;
      List<String> changes = new ArrayList<>(List.of("dw"));
      rule.states().forEach(state -> changes.add("d" + state));
      List<String> nearest = name.startsWith("d") ? NearestNames.of(name, changes)
          : NearestNames.of(name, rule.states());
      problems.add(Problem.Severity.WARNING, a.target().span(), new Finding("'" + name + "' is set and never read",
          nearest.isEmpty() ? "remove it" : "did you mean " + nearest.getFirst() + "?", List.of()));
    }
  }

  private void collect(List<Statement> statements, Map<String, Assignment> locals, Set<String> read) {
    for (Statement statement : statements) {
      switch (statement) {
        case Assignment a -> {
          read.addAll(Trees.names(a.value()));
          String name = a.target().text();
          if (!name.equals("w") && Resolution.of(name, scope).isEmpty()) locals.putIfAbsent(name, a);
        }
        case Change c -> read.addAll(Trees.names(c.value()));
        case When w -> {
          read.addAll(Trees.names(w.condition()));
          collect(w.body(), locals, read);
        }
      }
    }
  }
}
