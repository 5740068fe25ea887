package plast.rule;

import static plast.equation.Trees.add;
import static plast.equation.Trees.divide;
import static plast.equation.Trees.multiply;
import static plast.equation.Trees.name;
import static plast.equation.Trees.number;
import static plast.equation.Trees.subtract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.CheckedRule;
import plast.equation.DeclaredUnit;
import plast.equation.Definition.Parameter;
import plast.equation.Expr;
import plast.equation.Rule;
import plast.equation.Section;
import plast.equation.Span;
import plast.equation.Statement;
import plast.equation.Trees;

/**
 * Writes adam(g) out as state variables of the rule, so that nothing below knows of it:
 *
 * <pre>
 * m += (1−β1)(g − m),  v += (1−β2)(g² − v),  adam(g) = (m/(1−β1ᵗ)) / (√(v/(1−β2ᵗ)) + ε)      all after the step
 * </pre>
 * with β1 = 0.9, β2 = 0.999, ε = 1e-8. The moments see every step, whatever guards the statement.
 *
 * @see "Kingma and Ba (2015), Adam"
 */
final class AdamMoments {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<Parameter> declarations;
  private final List<Statement> moments = new ArrayList<>();
  private int calls;

  private AdamMoments(Rule rule) {
    declarations = new ArrayList<>(rule.declarations());
  }

  /** {@code checked} without calls of adam. */
  static CheckedRule written(CheckedRule checked) {
    Rule rule = checked.rule();
    AdamMoments adam = new AdamMoments(rule);
    List<Section> sections = rule.sections().stream().map(adam::section).toList();
    return new CheckedRule(new Rule(rule.source(), adam.declarations, sections), checked.scope());
  }

  private Section section(Section section) {
    List<Statement> statements = new ArrayList<>(section.statements().stream().map(this::statement).toList());
    statements.addAll(moments);
    moments.clear();
    return new Section(section.every(), statements);
  }

  private Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.Assignment a -> new Statement.Assignment(a.target(), a.operator(), put(a.value()), a.span());
      case Statement.Change c -> new Statement.Change(c.target(), put(c.value()), c.span());
      case Statement.When w ->
          new Statement.When(put(w.condition()), w.body().stream().map(this::statement).toList(), w.span());
    };
  }

  private Expr put(Expr e) {
    Expr inner = Trees.map(e, this::put);
    return inner instanceof Expr.Call c && c.function().equals("adam") ? direction(c.arguments().getFirst()) : inner;
  }

  private Expr direction(Expr g) {
    String call = "_adam" + calls++;
    Expr m = moment(call + "_first", 0, BETA1, g);
    Expr v = moment(call + "_second", 0, BETA2, multiply(g, g));
    Expr firstPower = moment(call + "_power1", 1, BETA1, Trees.ZERO);
    Expr secondPower = moment(call + "_power2", 1, BETA2, Trees.ZERO);
    Expr root = Trees.call("sqrt", divide(v, subtract(Trees.ONE, secondPower)));
    return divide(divide(m, subtract(Trees.ONE, firstPower)), add(root, number(EPSILON)));
  }

  /** Declares x with Δx = (1−β)(target − x) and returns x after that change. */
  private Expr moment(String variable, double start, double beta, Expr target) {
    Expr.Name x = new Expr.Name(variable, Span.NONE);
    DeclaredUnit unit = DeclaredUnit.absent(Span.NONE);
    declarations.add(new Parameter(x, Optional.of(number(start)), unit, List.of(), Span.NONE));
    Expr change = multiply(number(1 - beta), subtract(target, x));
    moments.add(new Statement.Change(x, change, Span.NONE));
    return add(x, change);
  }
}
