package plast.equation;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a name stands for.
 *
 * @param value where it is known before a run: constants, units, the namespace
 */
public record Symbol(String name, Quantity quantity, Role role, Set<Flag> flags, OptionalDouble value) {

  /** What a name can be. */
  public enum Role {
    STATE("state variable"), SUBEXPRESSION("subexpression"), PARAMETER("parameter"), MODULATOR("modulator"),
    SPECIAL("special name"), NAMESPACE("namespace"), CONSTANT("constant"), UNIT("unit"), LOCAL("local variable"),
    PROJECTION("projection");

    private final String words;

    Role(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Symbol {
    flags = Set.copyOf(flags);
  }

  public static Symbol of(String name, Quantity quantity, Role role, Flag... flags) {
    return new Symbol(name, quantity, role, Set.of(flags), OptionalDouble.empty());
  }

  /** A constant of a namespace, as in {@code tau = 20*ms}: {@code value} in SI units. */
  public static Symbol constant(String name, Dimension dimension, double value) {
    return new Symbol(name, Quantity.number(dimension), Role.NAMESPACE, Set.of(), OptionalDouble.of(value));
  }

  boolean is(Flag flag) {
    return flags.contains(flag);
  }

  /** A value that no equation of the run changes. */
  boolean isConstant() {
    return role == Role.CONSTANT || role == Role.UNIT || role == Role.NAMESPACE || is(Flag.CONSTANT);
  }

  String valueWords() {
    String unit = quantity.plain() ? "" : " " + quantity.words();
    return value.isPresent() ? name + " = " + Printed.of(Trees.number(value.getAsDouble())) + unit
        : name + " (" + role.words + ")";
  }
}
