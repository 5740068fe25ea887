package plast.equation;

import java.util.List;
import java.util.Optional;
import plast.equation.Definition.Parameter;

/**
 * A plasticity rule of a rate network as it is written.
 *
 * @param declarations parameters, state variables and modulators
 * @param sections     what is done every step, trial and batch, in the order of the text
 */
public record Rule(SourceText source, List<Parameter> declarations, List<Section> sections) {

  public Rule {
    declarations = List.copyOf(declarations);
    sections = List.copyOf(sections);
  }

  /** The declaration of {@code variable}. */
  public Optional<Parameter> find(String variable) {
    return declarations.stream().filter(d -> d.variable().equals(variable)).findFirst();
  }

  /** The variables that statements change: w and what is neither constant nor a modulator. */
  public List<String> states() {
    return declarations.stream().filter(d -> !d.is(Flag.CONSTANT) && !d.is(Flag.MODULATOR)).map(Definition::variable)
        .toList();
  }
}
