package plast.equation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plast.equation.Definition.Differential;

/**
 * What noise a model has.
 *
 * @param culprit  for multiplicative noise what it is multiplied by, as text
 * @param shared   names of noise that stand in more than one equation
 */
record Noise(Kind kind, String culprit, Set<String> shared) {

  enum Kind { NONE, ADDITIVE, MULTIPLICATIVE }

  /** Whether each variable has noise of its own. */
  boolean diagonal() {
    return kind != Kind.NONE && shared.isEmpty();
  }

  /** The noise of {@code model}; a part that is not linear in xi is refused as multiplicative. */
  static Noise of(CheckedModel model) {
    Kind kind = Kind.NONE;
    String culprit = "";
    Set<String> seen = new LinkedHashSet<>();
    Set<String> shared = new LinkedHashSet<>();
    for (Differential d : model.model().differentials()) {
      Expr right = model.substituted(d.derivative());
      List<String> noise = Trees.names(right).stream().filter(SpecialNames::isNoise).toList();
      if (noise.isEmpty()) continue;
      for (String name : noise) if (!seen.add(name)) shared.add(name);
      Optional<String> factor = factor(right, noise, model);
      if (factor.isPresent()) {
        kind = Kind.MULTIPLICATIVE;
        culprit = factor.get();
      } else if (kind == Kind.NONE) {
        kind = Kind.ADDITIVE;
      }
    }
    return new Noise(kind, culprit, shared);
  }

  private static Optional<String> factor(Expr right, List<String> noise, CheckedModel model) {
    Set<String> states = new LinkedHashSet<>(model.model().differentials().stream().map(Definition::variable).toList());
    states.add("t");
    try {
      Affine affine = Affine.of(right, noise);
      return affine.coefficients().values().stream().filter(g -> Trees.mentions(g, states)).map(Printed::of)
          .findFirst();
    } catch (RefusedException refused) {
      return Optional.of(refused.reason());
    }
  }
}
