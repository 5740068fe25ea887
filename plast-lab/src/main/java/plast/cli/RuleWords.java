package plast.cli;

import plast.equation.Definition.Parameter;
import plast.equation.Flag;

/** What a declaration of a rule is. */
final class RuleWords {
  private RuleWords() {}

  static boolean isParameter(Parameter p) {
    return p.is(Flag.CONSTANT) && !p.is(Flag.MODULATOR);
  }

  static boolean isModulator(Parameter p) {
    return p.is(Flag.MODULATOR);
  }

  static boolean isState(Parameter p) {
    return !p.is(Flag.CONSTANT) && !p.is(Flag.MODULATOR);
  }
}
