package plast.equation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.Scope.Level;
import plast.equation.Scope.Owner;
import plast.equation.Symbol.Role;

/** The texts of wrong-models.txt, each with the problems that it must bring. */
final class WrongTexts {
  record Wrong(String kind, String text, List<String> more, List<String> expected) {

    @Override
    public String toString() {
      return kind + ": " + text.lines().findFirst().orElse("(empty)");
    }

    List<Problem> problems() {
      return switch (kind) {
        case "neurons" -> NeuronCheck.of(new NeuronText("exc", text, more("threshold"), more("reset"),
            more("refractory")),
            Scope.of(Owner.NEURONS)).problems();
        case "synapses" -> SynapseCheck.of(new SynapseText("S", text, more("on_pre"), more("on_post"), more("delay")),
            synapses()).problems();
        case "rates" -> ModelCheck.parse("population 'units'", text,
            Scope.of(Owner.RATES).withProjections("recurrent", "stimulus")).problems();
        case "rule" -> RuleCheck.parse("rule 'r'", text, RuleCheck.newScope()).problems();
        case "expression" -> Expressions.parse("expression", text).problems();
        case "statements" -> Statements.parse("block", text).problems();
        default -> throw new IllegalArgumentException(kind);
      };
    }

    private Optional<String> more(String key) {
      return more.stream().filter(line -> line.startsWith(key + " ")).map(line -> line.substring(key.length() + 1))
          .findFirst();
    }
  }

  private WrongTexts() {}

  static String described(Problem p) {
    Place place = p.place();
    String line = p.severity().name().toLowerCase(java.util.Locale.ROOT) + " | " + place.object() + " | "
        + place.line() + ":"
        + place.column() + "+" + place.length() + " | " + p.found() + " | " + p.advice() + " | "
        + String.join(", ", p.nearest());
    return line.stripTrailing();
  }

  private static Scope synapses() {
    return Scope.of(Owner.SYNAPSES)
        .with(Level.TARGET, Symbol.of("v", Quantity.number(Units.find("volt").orElseThrow().dimension()), Role.STATE),
            Symbol.of("gtot", Quantity.PLAIN, Role.PARAMETER), Symbol.of("inh", Quantity.PLAIN, Role.SUBEXPRESSION),
            Symbol.of("vmax", Quantity.number(Units.find("volt").orElseThrow().dimension()), Role.PARAMETER,
                Flag.SHARED))
        .with(Level.NAMESPACE, Symbol.constant("wmax", Dimension.NONE, 0.01));
  }

  static List<Wrong> all() {
    List<Wrong> all = new ArrayList<>();
    String kind = "";
    List<String> text = new ArrayList<>();
    List<String> more = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : (file() + "\n==").split("\n", -1)) {
      if (line.startsWith("# ") && kind.isEmpty()) continue;
      if (!line.startsWith("==")) {
        if (line.startsWith("@")) more.add(line.substring(1));
        else if (line.startsWith("!")) expected.add(line.substring(1).strip());
        else text.add(line);
        continue;
      }
      if (!kind.isEmpty()) all.add(new Wrong(kind, String.join("\n", text), List.copyOf(more), List.copyOf(expected)));
      kind = line.substring(2).strip();
      text.clear();
      more.clear();
      expected.clear();
    }
    return all;
  }

  private static String file() {
    try (InputStream in = WrongTexts.class.getResourceAsStream("wrong-models.txt")) {
      if (in == null) throw new IllegalStateException("wrong-models.txt is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
