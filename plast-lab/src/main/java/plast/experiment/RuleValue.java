package plast.experiment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plast.equation.EquationException;
import plast.rule.WrittenRule;

/** A rule as equations; its values are {@link Optional}s of {@link WrittenRule}, none where the text is empty. */
record RuleValue() implements ValueType {

  @Override
  public Reading read(String text) {
    if (text.isBlank()) return new Value(Optional.empty());
    try {
      return new Value(Optional.of(new WrittenRule(text)));
    } catch (EquationException wrong) {
      List<String> problems = wrong.problems().stream().map(problem -> indented(problem.text())).toList();
      return new Wrong("is no rule:\n" + String.join("\n\n", problems), "");
    } catch (IllegalArgumentException refused) {
      return new Wrong("cannot be run: " + Objects.requireNonNullElse(refused.getMessage(), ""), "");
    }
  }

  static String indented(String text) {
    return "    " + text.replace("\n", "\n    ");
  }

  @Override
  public String write(Object value) {
    return ((Optional<?>) value).map(rule -> ((WrittenRule) rule).equations()).orElse("");
  }

  @Override
  public String describe() {
    return "rule as equations";
  }

  @Override
  public Map<String, Object> schema() {
    return RuleSchema.whole();
  }
}
