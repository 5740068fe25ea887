package plast.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plast.equation.Latex;
import plast.equation.Printed;
import plast.equation.RuleDerivatives;
import plast.equation.RuleDerivatives.Partial;

/** The derivatives of a rule, as lines and as values for JSON. */
record RuleSlopes(RuleDerivatives derivatives) {

  void print(Console console) {
    String heading = "";
    for (Partial partial : derivatives.all()) {
      String next = "Derivatives, every " + partial.every().text() + ":";
      if (!next.equals(heading)) {
        console.say("");
        console.say(next);
        heading = next;
      }
      String of = partial.of().equals("w") ? "Δw" : "next " + partial.of();
      console.say("  ∂(" + of + ")/∂" + Printed.of(partial.withRespectTo()) + " = "
          + partial.expression().map(Printed::of).orElse("none; " + partial.refused()));
    }
  }

  List<Map<String, Object>> json() {
    return derivatives.all().stream().map(RuleSlopes::json).toList();
  }

  private static Map<String, Object> json(Partial partial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("every", partial.every().text());
    json.put("of", partial.of());
    json.put("withRespectTo", Printed.of(partial.withRespectTo()));
    json.put("expression", partial.expression().map(Printed::of));
    json.put("latex", partial.expression().map(Latex::of));
    json.put("reasonNone", partial.refused());
    return json;
  }
}
