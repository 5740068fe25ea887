package plast.equation;

import java.util.HashSet;
import java.util.Set;
import plast.equation.Definition.Differential;
import plast.equation.Definition.Parameter;
import plast.equation.Definition.Subexpression;
import plast.equation.Scope.Owner;

/** Which flag may stand on which definition. */
final class FlagCheck {
  private FlagCheck() {}

  static void of(Definition d, Scope scope, Problems problems) {
    Set<Flag> seen = new HashSet<>();
    for (FlagUse use : d.flags()) {
      Flag flag = use.flag();
      if (!seen.add(flag)) problems.error(use.span(), "the flag '" + flag.text() + "' stands twice", "remove one");
      if (!allowed(flag, d, scope.owner())) {
        problems.error(use.span(), "'" + flag.text() + "' is a flag of " + where(flag) + ", '" + d.variable()
            + "' is a "
            + kind(d) + " of " + owner(scope.owner()), "remove the flag");
      }
    }
    if (seen.contains(Flag.EVENT_DRIVEN) && seen.contains(Flag.CLOCK_DRIVEN)) {
      problems.error(d.flags().getLast().span(), "'" + d.variable() + "' is event-driven and clock-driven",
          "keep one of the two");
    }
    boolean undecided = d instanceof Differential && scope.owner() == Owner.SYNAPSES
        && !seen.contains(Flag.EVENT_DRIVEN)
        && !seen.contains(Flag.CLOCK_DRIVEN);
    if (undecided) {
      problems.warning(d.name().span(), "d" + d.variable() + "/dt is advanced for every synapse at every step",
          "mark it (event-driven) if it is needed at spikes only, or (clock-driven)");
    }
  }

  private static boolean allowed(Flag flag, Definition d, Owner owner) {
    return switch (flag) {
      case UNLESS_REFRACTORY -> d instanceof Differential && owner == Owner.NEURONS;
      case EVENT_DRIVEN, CLOCK_DRIVEN -> d instanceof Differential && owner == Owner.SYNAPSES;
      case CONSTANT -> d instanceof Parameter;
      case CONSTANT_OVER_DT -> d instanceof Subexpression;
      case SHARED -> !(d instanceof Differential);
      case SUMMED -> d instanceof Subexpression && owner == Owner.SYNAPSES;
      case LINKED -> d instanceof Parameter && owner != Owner.RULE;
      case MODULATOR -> owner == Owner.RULE;
    };
  }

  private static String where(Flag flag) {
    return switch (flag) {
      case UNLESS_REFRACTORY -> "differential equations of neurons";
      case EVENT_DRIVEN, CLOCK_DRIVEN -> "differential equations of synapses";
      case CONSTANT, LINKED -> "parameters";
      case CONSTANT_OVER_DT -> "subexpressions";
      case SHARED -> "parameters and subexpressions";
      case SUMMED -> "subexpressions x_post = ... of synapses";
      case MODULATOR -> "declarations of rules";
    };
  }

  private static String kind(Definition d) {
    return switch (d) {
      case Differential _ -> "differential equation";
      case Subexpression _ -> "subexpression";
      case Parameter _ -> "parameter";
    };
  }

  private static String owner(Owner owner) {
    return switch (owner) {
      case NEURONS -> "neurons";
      case SYNAPSES -> "synapses";
      case RATES -> "a rate network";
      case RULE -> "a rule";
    };
  }
}
