package plast.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plast.equation.Builtin;
import plast.equation.EquationException;
import plast.equation.Evaluation;
import plast.equation.Expr;
import plast.equation.Span;
import plast.kernel.KernelSource.Assignment;

/** From expressions to operations. Conditions stay conditions until a number is asked for: 1 or 0. */
final class Lowering {
  private final KernelSource source;
  private final Graph graph;
  private final Map<String, Value> known = new HashMap<>();

  private Lowering(KernelSource source) {
    this.source = source;
    this.graph = new Graph(source.precision());
  }

  /**
   * The operations of {@code source}.
   *
   * @throws IllegalArgumentException naming what no elementwise kernel can compute, or a name without a meaning
   */
  static Program of(KernelSource source) {
    Lowering lowering = new Lowering(source);
    for (Assignment assignment : source.assignments()) {
      Value value = lowering.lower(assignment.value());
      boolean array = source.arrays().contains(assignment.target());
      lowering.known.put(assignment.target(), array ? Functions.number(value) : value);
    }
    return lowering.program();
  }

  private Program program() {
    Map<Integer, Value> written = new HashMap<>();
    for (Assignment assignment : source.assignments()) {
      int array = source.arrays().indexOf(assignment.target());
      if (array >= 0) written.put(array, known(assignment.target()));
    }
    return graph.program(source.arrays(), source.scalars(), written);
  }

  private Value lower(Expr e) {
    return switch (e) {
      case Expr.Number n -> graph.constant(n.value());
      case Expr.Truth t -> graph.truth(t.value());
      case Expr.Name n -> known(n.text());
      case Expr.Unary u -> u.operator() == Expr.Prefix.NOT
          ? Functions.condition(lower(u.operand())).not() : number(u.operand()).neg();
      case Expr.Binary b -> binary(b);
      case Expr.Compare c -> compare(c.operator(), number(c.left()), number(c.right()));
      case Expr.Logic l -> logic(l);
      case Expr.Call c -> call(c);
    };
  }

  private Value number(Expr e) {
    return Functions.number(lower(e));
  }

  private Value known(String name) {
    Value value = known.get(name);
    if (value == null) {
      value = first(name);
      known.put(name, value);
    }
    return value;
  }

  private Value first(String name) {
    int array = source.arrays().indexOf(name);
    if (array >= 0) return graph.literal(Opcode.ELEMENT, array);
    int scalar = source.scalars().indexOf(name);
    if (scalar >= 0) return graph.literal(Opcode.SCALAR, scalar);
    try {
      return graph.constant(Evaluation.of(new Expr.Name(name, Span.NONE), source.constants()));
    } catch (EquationException nothing) {
      throw new IllegalArgumentException("a kernel knows no '" + name + "': it has the arrays " + source.arrays()
          + ", the scalars " + source.scalars() + " and the constants " + source.constants().keySet(), nothing);
    }
  }

  private Value binary(Expr.Binary b) {
    Value left = number(b.left());
    Value right = number(b.right());
    return switch (b.operator()) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.sub(right);
      case MULTIPLY -> left.mul(right);
      case DIVIDE -> left.div(right);
      case FLOOR_DIVIDE -> graph.labelled(Rounding.floor(left.div(right)), "//", List.of(left, right));
      case MODULO -> graph.labelled(Rounding.modulo(left, right), "%", List.of(left, right));
      case POWER -> graph.labelled(Functions.power(left, right), "**", List.of(left, right));
    };
  }

  private static Value compare(Expr.Comparison operator, Value left, Value right) {
    return switch (operator) {
      case LESS -> left.lt(right);
      case AT_MOST -> left.le(right);
      case GREATER -> right.lt(left);
      case AT_LEAST -> right.le(left);
      case EQUAL -> left.eq(right);
      case DIFFERENT -> left.eq(right).not();
    };
  }

  private Value logic(Expr.Logic l) {
    Value left = Functions.condition(lower(l.left()));
    Value right = Functions.condition(lower(l.right()));
    return l.operator() == Expr.Connective.AND ? left.and(right) : left.or(right);
  }

  private Value call(Expr.Call c) {
    Builtin function = Builtin.find(c.function()).orElseThrow(
        () -> new IllegalArgumentException("a kernel knows no function '" + c.function() + "'"));
    int given = c.arguments().size();
    Functions.requireElementwise(function);
    if (given != function.fewestArguments()) {
      throw new IllegalArgumentException("'" + c.function() + "' takes " + function.fewestArguments()
          + " arguments, here are " + given);
    }
    List<Value> arguments = c.arguments().stream().map(this::lower).toList();
    return graph.labelled(Functions.of(function, arguments), c.function(), arguments);
  }
}
