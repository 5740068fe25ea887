package plast.equation;

import java.util.List;

/** A function that the user gave the language. */
public sealed interface UserFunction {

  String name();

  int arity();

  /** A function given as an expression of its parameters; calls are replaced by it, so that it has derivatives. */
  record Formula(String name, List<String> parameters, Expr body) implements UserFunction {
    public Formula {
      parameters = List.copyOf(parameters);
    }

    @Override
    public int arity() {
      return parameters.size();
    }

    /** The body with {@code arguments} in place of the parameters. */
    Expr inlined(List<Expr> arguments) {
      return replaced(body, arguments);
    }

    private Expr replaced(Expr e, List<Expr> arguments) {
      int k = e instanceof Expr.Name n ? parameters.indexOf(n.text()) : -1;
      return k >= 0 ? arguments.get(k) : Trees.map(e, part -> replaced(part, arguments));
    }
  }

  /**
   * Values given in advance over time, called as {@code name(t)}, or {@code name(t, i)} where each neuron has its own.
   *
   * @param arity 1 or 2
   */
  record Timed(String name, int arity, Quantity quantity) implements UserFunction {}
}
