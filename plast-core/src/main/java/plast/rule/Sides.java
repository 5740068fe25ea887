package plast.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plast.equation.Flag;
import plast.equation.Quantity;
import plast.equation.RuleCheck;
import plast.equation.Scope;
import plast.equation.Symbol;

/**
 * The parameters of the units on both sides of a projection. Its rule names them with the side behind:
 * {@code place_pre}, {@code type_post}.
 *
 * @param pre  of the presynaptic units; the stimulus has none
 * @param post of the postsynaptic units; what is read out has none
 */
public record Sides(List<Parameter> pre, List<Parameter> post) {
  /** Nothing is known of the units. */
  public static final Sides NONE = new Sides(List.of(), List.of());

  private static final String PRE = "_pre", POST = "_post";

  public Sides {
    pre = List.copyOf(pre);
    post = List.copyOf(post);
  }

  /**
   * One parameter.
   *
   * @param values one for all units or one for each, SI units; shared, read before each batch
   */
  public record Parameter(String name, Quantity quantity, double[] values) {}

  /** What a rule may name here: a text is checked against it by {@link RuleCheck}. */
  public Scope scope() {
    return RuleCheck.newScope().with(Scope.Level.SOURCE, symbols(pre)).with(Scope.Level.TARGET, symbols(post));
  }

  private static List<Symbol> symbols(List<Parameter> parameters) {
    return parameters.stream()
        .map(p -> Symbol.of(p.name(), p.quantity(), Symbol.Role.PARAMETER, Flag.CONSTANT)).toList();
  }

  /** Sides that have the parameters that {@code names} ask for, of one unit each. */
  static Sides having(Set<String> names) {
    List<Parameter> pre = new ArrayList<>(), post = new ArrayList<>();
    for (String name : names) {
      boolean ofPre = name.endsWith(PRE);
      String parameter = name.substring(0, name.length() - (ofPre ? PRE : POST).length());
      (ofPre ? pre : post).add(new Parameter(parameter, Quantity.PLAIN, new double[1]));
    }
    return new Sides(pre, post);
  }
}
