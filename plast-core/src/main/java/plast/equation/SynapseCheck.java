package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.QuantityCheck.Time;

/** Checks all texts of synapses together. */
public final class SynapseCheck {
  private SynapseCheck() {}

  /** The model, if every text of the synapses is right; {@code scope} holds the variables of both sides. */
  public static Result<CheckedModel> of(SynapseText text, Scope scope) {
    Result<CheckedModel> model = ModelCheck.parse(text.object(), text.model(), scope);
    List<Problem> problems = new ArrayList<>(model.problems());
    if (model.value().isEmpty()) {
      text.onPre().ifPresent(t -> problems.addAll(Statements.parse("on_pre of " + text.object(), t).problems()));
      text.onPost().ifPresent(t -> problems.addAll(Statements.parse("on_post of " + text.object(), t).problems()));
      return new Result<>(Optional.empty(), problems);
    }
    Scope own = model.value().get().scope();
    text.onPre().ifPresent(t -> pathway("on_pre of " + text.object(), t, own, problems));
    text.onPost().ifPresent(t -> pathway("on_post of " + text.object(), t, own, problems));
    text.delay().ifPresent(t -> delay("delay of " + text.object(), t, own, problems));
    return Result.of(model.value().get(), problems);
  }

  private static void pathway(String object, String statements, Scope scope, List<Problem> all) {
    Problems problems = new Problems(new SourceText(object, statements));
    Block block = Statements.read(problems);
    new StatementCheck(scope, problems, Time.SECONDS).all(block.statements());
    all.addAll(problems.list());
  }

  private static void delay(String object, String delay, Scope scope, List<Problem> all) {
    Result<Expr> parsed = Expressions.parse(object, delay);
    Problems problems = new Problems(new SourceText(object, delay));
    problems.addAll(parsed.problems());
    Optional<Quantity> quantity = parsed.value().map(e -> new QuantityCheck(scope, problems, Time.SECONDS).of(e));
    if (quantity.isPresent()
        && (quantity.get().isBoolean() || !quantity.get().fits(Quantity.number(Dimension.SECOND)))) {
      problems.error(new Span(0, delay.length()), "the delay '" + delay.strip() + "' has unit "
          + quantity.get().words(),
          "write a time such as 2*ms");
    }
    all.addAll(problems.list());
  }
}
