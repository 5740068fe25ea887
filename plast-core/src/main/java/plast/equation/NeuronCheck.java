package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plast.equation.Problem.Severity;
import plast.equation.QuantityCheck.Time;
import plast.equation.SourceText.Finding;

/** Checks all texts of a group of neurons together. */
public final class NeuronCheck {
  private NeuronCheck() {}

  /**
   * The model, if every text of the group is right.
   *
   * @param scope the namespaces
   */
  public static Result<CheckedModel> of(NeuronText text, Scope scope) {
    Result<CheckedModel> model = ModelCheck.parse(text.object(), text.model(), scope);
    List<Problem> problems = new ArrayList<>(model.problems());
    if (model.value().isEmpty()) {
      syntax(text, problems);
      return new Result<>(Optional.empty(), problems);
    }
    Scope own = model.value().get().scope();
    text.threshold().ifPresent(threshold -> threshold(text, threshold, own, problems));
    text.reset().ifPresent(reset -> reset(text, reset, own, problems));
    text.refractory().ifPresent(refractory -> refractory(text, refractory, own, problems));
    unused(text, model.value().get(), problems);
    return Result.of(model.value().get(), problems);
  }

  /** Without a model, names mean nothing yet; what cannot be read is said all the same. */
  private static void syntax(NeuronText text, List<Problem> problems) {
    text.threshold().ifPresent(t -> problems.addAll(Expressions.parse("threshold of " + text.object(), t).problems()));
    text.reset().ifPresent(t -> problems.addAll(Statements.parse("reset of " + text.object(), t).problems()));
    text.refractory().ifPresent(t ->
        problems.addAll(Expressions.parse("refractory of " + text.object(), t).problems()));
  }

  private static void threshold(NeuronText text, String threshold, Scope scope, List<Problem> all) {
    String object = "threshold of " + text.object();
    Result<Expr> parsed = Expressions.parse(object, threshold);
    Problems problems = new Problems(new SourceText(object, threshold));
    problems.addAll(parsed.problems());
    parsed.value().ifPresent(e -> {
      Quantity quantity = new QuantityCheck(scope, problems, Time.SECONDS).of(e);
      if (!quantity.isBoolean() && !quantity.isUnknown()) {
        problems.error(e.span(), "threshold '" + Printed.of(e) + "' has unit " + quantity.words(),
            "a comparison such as " + Printed.of(e) + " > Vt is needed");
      }
    });
    all.addAll(problems.list());
  }

  private static void reset(NeuronText text, String reset, Scope scope, List<Problem> all) {
    Problems problems = new Problems(new SourceText("reset of " + text.object(), reset));
    Block block = Statements.read(problems);
    if (text.threshold().isEmpty()) {
      problems.error(new Span(0, reset.length()), "reset given but no threshold: no spikes will be produced",
          "give a threshold such as v > Vt");
    }
    new StatementCheck(scope, problems, Time.SECONDS).all(block.statements());
    all.addAll(problems.list());
  }

  private static void refractory(NeuronText text, String refractory, Scope scope, List<Problem> all) {
    String object = "refractory of " + text.object();
    Result<Expr> parsed = Expressions.parse(object, refractory);
    Problems problems = new Problems(new SourceText(object, refractory));
    problems.addAll(parsed.problems());
    parsed.value().ifPresent(e -> {
      Quantity quantity = new QuantityCheck(scope, problems, Time.SECONDS).of(e);
      boolean time = quantity.isBoolean() || quantity.fits(Quantity.number(Dimension.SECOND));
      if (!time) {
        problems.error(e.span(), "refractory '" + Printed.of(e) + "' has unit " + quantity.words(),
            "write a time such as 5*ms, or a condition such as v > Vt");
      }
    });
    all.addAll(problems.list());
  }

  private static void unused(NeuronText text, CheckedModel model, List<Problem> all) {
    if (text.refractory().isPresent()) return;
    for (Definition d : model.model().definitions()) {
      for (FlagUse use : d.flags()) {
        if (use.flag() != Flag.UNLESS_REFRACTORY) continue;
        all.add(model.model().source().problem(Severity.WARNING, use.span(), new Finding("'" + d.variable()
            + "' is held while refractory, and there is no refractory period", "give refractory, such as 5*ms")));
      }
    }
  }
}
