package plast.equation;

import java.util.List;
import java.util.Optional;
import plast.equation.Definition.Differential;

/**
 * A neuron or synapse model as it is written: its definitions in their order.
 *
 * @param source the text
 */
public record Model(SourceText source, List<Definition> definitions) {

  public Model {
    definitions = List.copyOf(definitions);
  }

  /** The differential equations. */
  public List<Differential> differentials() {
    return definitions.stream().filter(Differential.class::isInstance).map(Differential.class::cast).toList();
  }

  /** The definition of {@code variable}. */
  public Optional<Definition> find(String variable) {
    return definitions.stream().filter(d -> d.variable().equals(variable)).findFirst();
  }

  /** Everything written out again, one definition a line. */
  public String text() {
    return String.join("\n", definitions.stream().map(Model::text).toList());
  }

  static String text(Definition d) {
    String left = d instanceof Differential ? "d" + d.variable() + "/dt" : d.variable();
    String right = d.right().map(e -> " = " + Printed.of(e)).orElse("");
    Quantity quantity = d.unit().quantity();
    String unit = quantity.kind() == Quantity.Kind.INTEGER ? "integer" : quantity.words();
    String flags = String.join(", ", d.flags().stream().map(use -> use.flag().text()).toList());
    return left + right + (d.unit().written() ? " : " + unit : "") + (flags.isEmpty() ? "" : " (" + flags + ")");
  }
}
