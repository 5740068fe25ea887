package plast.equation;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Definition.Parameter;

/** A rule as text of the language: declarations, then every section with its name; parsing it gives the rule. */
public final class PrintedRule {
  private static final String MARGIN = "  ";

  private PrintedRule() {}

  public static String of(Rule rule) {
    return String.join("\n", lines(rule));
  }

  /** The lines of {@link #of}. */
  public static List<String> lines(Rule rule) {
    List<String> lines = new ArrayList<>();
    for (Parameter p : rule.declarations()) lines.add(declaration(p));
    for (Section section : rule.sections()) {
      lines.add("every " + section.every().text() + ":");
      section.statements().forEach(statement -> add(statement, MARGIN, lines));
    }
    return lines;
  }

  private static String declaration(Parameter p) {
    String start = p.start().map(value -> " = " + Printed.of(value)).orElse("");
    List<String> flags = p.flags().stream().map(use -> use.flag().text()).toList();
    return p.variable() + start + " : " + unit(p) + (flags.isEmpty() ? "" : " (" + String.join(", ", flags) + ")");
  }

  /** The declared unit of {@code p}; 1 where none is written. */
  public static String unit(Parameter p) {
    Quantity quantity = p.unit().quantity();
    return quantity.kind() == Quantity.Kind.INTEGER ? "integer" : quantity.words();
  }

  private static void add(Statement statement, String margin, List<String> lines) {
    switch (statement) {
      case Statement.Assignment a -> lines.add(margin + a.target().text() + " " + a.operator().text() + " "
          + Printed.of(a.value()));
      case Statement.Change c -> lines.add(margin + "d" + c.target().text() + " = " + Printed.of(c.value()));
      case Statement.When w -> {
        lines.add(margin + "when " + Printed.of(w.condition()) + ":");
        w.body().forEach(inner -> add(inner, margin + MARGIN, lines));
      }
    }
  }
}
