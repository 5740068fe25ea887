package plast.cli;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Definition.Parameter;
import plast.equation.Flag;
import plast.equation.Printed;
import plast.equation.Quantity;
import plast.equation.Rule;
import plast.equation.Section;
import plast.equation.Statement;

/** A rule written out again, as it was understood. */
final class RuleWords {
  private RuleWords() {}

  /** The lines of {@code rule}: declarations, then every section with its name. */
  static List<String> lines(Rule rule) {
    List<String> lines = new ArrayList<>();
    for (Parameter p : rule.declarations()) lines.add(declaration(p));
    for (Section section : rule.sections()) {
      lines.add("every " + section.every().text() + ":");
      section.statements().forEach(statement -> add(statement, "  ", lines));
    }
    return lines;
  }

  private static String declaration(Parameter p) {
    String start = p.start().map(value -> " = " + Printed.of(value)).orElse("");
    List<String> flags = p.flags().stream().map(use -> use.flag().text()).toList();
    return p.variable() + start + " : " + unit(p) + (flags.isEmpty() ? "" : " (" + String.join(", ", flags) + ")");
  }

  private static void add(Statement statement, String margin, List<String> lines) {
    switch (statement) {
      case Statement.Assignment a -> lines.add(margin + a.target().text() + " " + a.operator().text() + " "
          + Printed.of(a.value()));
      case Statement.Change c -> lines.add(margin + "d" + c.target().text() + " = " + Printed.of(c.value()));
      case Statement.When w -> {
        lines.add(margin + "when " + Printed.of(w.condition()) + ":");
        w.body().forEach(inner -> add(inner, margin + "  ", lines));
      }
    }
  }

  static String unit(Parameter p) {
    Quantity quantity = p.unit().quantity();
    return quantity.kind() == Quantity.Kind.INTEGER ? "integer" : quantity.words();
  }

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
