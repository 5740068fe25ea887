package plast.equation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import plast.equation.CheckedModel.TimeUnit;
import plast.equation.Definition.Differential;
import plast.equation.Definition.Parameter;
import plast.equation.Definition.Subexpression;
import plast.equation.Equations.UnitPolicy;
import plast.equation.QuantityCheck.Time;
import plast.equation.Scope.Level;
import plast.equation.SourceText.Finding;
import plast.equation.Symbol.Role;

/** Checks a model: its names, units, flags and the order of its subexpressions; finds all problems at once. */
public final class ModelCheck {
  /** A model with more definitions than this is a mistake. */
  static final int MOST_DEFINITIONS = 1000;

  private final Model model;
  private final Problems problems;
  private Scope scope;
  private Time time = Time.SECONDS;

  private ModelCheck(Model model, Scope scope, Problems problems) {
    this.model = model;
    this.scope = scope;
    this.problems = problems;
  }

  /** Reads and checks a model in one go: problems of the syntax and of the meaning together. */
  public static Result<CheckedModel> parse(String object, String text, Scope scope) {
    boolean rates = scope.owner() == Scope.Owner.RATES;
    Problems problems = new Problems(new SourceText(object, text));
    Model model = Equations.read(problems, rates ? UnitPolicy.OPTIONAL : UnitPolicy.REQUIRED);
    boolean incomplete = !problems.list().isEmpty();
    return problems.result(new ModelCheck(model, scope, problems).run(incomplete));
  }

  /** Checks a model that was read before. */
  public static Result<CheckedModel> of(Model model, Scope scope) {
    Problems problems = new Problems(model.source());
    return problems.result(new ModelCheck(model, scope, problems).run(false));
  }

  private CheckedModel run(boolean incomplete) {
    Map<String, Definition> named = names();
    Set<String> lost = incomplete ? lostNames(named) : Set.of();
    declare(lost);
    if (isPlain()) time = Time.PLAIN;
    List<Subexpression> order = new DefinitionOrder(model, problems).order();
    inferUnits(order);
    for (Definition d : model.definitions()) {
      FlagCheck.of(d, scope, problems);
      definition(d);
    }
    CheckedModel checked = new CheckedModel(model, scope, time == Time.PLAIN ? TimeUnit.PLAIN : TimeUnit.SECONDS,
        order);
    if (problems.list().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR)) DriveCheck.of(checked,
        problems);
    return checked;
  }

  private Map<String, Definition> names() {
    Map<String, Definition> named = new LinkedHashMap<>();
    if (model.definitions().size() > MOST_DEFINITIONS) {
      problems.error(Span.NONE, "the model has " + model.definitions().size() + " definitions, the most allowed are "
          + MOST_DEFINITIONS, "split it");
    }
    for (Definition d : model.definitions()) {
      Definition before = named.putIfAbsent(d.variable(), d);
      if (before != null) {
        int line = model.source().line(before.name().span().start());
        problems.error(d.name().span(), "'" + d.variable() + "' is defined twice, first in line " + line,
            "remove one of them");
      }
      if (!d.is(Flag.SUMMED)) {
        SpecialNames.whyReserved(scope.owner(), d.variable()).ifPresent(why ->
            problems.error(d.name().span(), why, "choose another name"));
      }
    }
    return named;
  }

  /** Left sides of lines that could not be read: their uses are no further problem. */
  private Set<String> lostNames(Map<String, Definition> named) {
    Set<String> lost = new HashSet<>();
    for (List<Token> line : Lines.logical(Lexer.tokens(model.source().text()))) {
      Token first = line.getFirst();
      if (first.type() != Token.Type.NAME) continue;
      boolean derivative = line.size() > 1 && line.get(1).is("/") && first.text().startsWith("d");
      String name = derivative ? first.text().substring(1) : first.text();
      if (!named.containsKey(name)) lost.add(name);
    }
    return lost;
  }

  private void declare(Set<String> lost) {
    List<Symbol> own = new ArrayList<>();
    for (Definition d : model.definitions()) if (!d.is(Flag.SUMMED)) own.add(symbol(d, d.unit().quantity()));
    for (String name : lost) {
      if (SpecialNames.whyReserved(scope.owner(), name).isEmpty()) own.add(Symbol.of(name, Quantity.UNKNOWN,
          Role.PARAMETER));
    }
    scope = scope.with(Level.OWN, own);
  }

  private static Symbol symbol(Definition d, Quantity quantity) {
    Role role = switch (d) {
      case Differential _ -> Role.STATE;
      case Subexpression _ -> Role.SUBEXPRESSION;
      case Parameter _ -> Role.PARAMETER;
    };
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    d.flags().forEach(use -> flags.add(use.flag()));
    return new Symbol(d.variable(), quantity, role, flags, OptionalDouble.empty());
  }

  /** Whether no unit stands anywhere: then time is a plain number too. */
  private boolean isPlain() {
    if (scope.owner() != Scope.Owner.RATES) return false;
    for (Definition d : model.definitions()) {
      if (!d.unit().quantity().plain()) return false;
      if (d.right().isPresent() && Trees.names(d.right().get()).stream().anyMatch(this::hasUnit)) return false;
    }
    return true;
  }

  private boolean hasUnit(String name) {
    Optional<Resolution> found = Resolution.of(name, scope);
    return found.isPresent() && found.get().level() != Level.SPECIAL && !found.get().symbol().quantity().plain();
  }

  private void inferUnits(List<Subexpression> order) {
    for (Subexpression s : order) {
      if (s.unit().written()) continue;
      Quantity quantity = new QuantityCheck(scope, new Problems(model.source()), time).of(s.value());
      scope = scope.with(Level.OWN, symbol(s, quantity));
    }
  }

  private void definition(Definition d) {
    QuantityCheck check = new QuantityCheck(scope, problems, time);
    switch (d) {
      case Differential x -> differential(x, check.of(x.derivative()));
      case Subexpression x -> {
        Quantity right = check.of(x.value());
        if (x.unit().written()) Agreement.of(problems, x, x.value(), right);
        if (x.is(Flag.SUMMED)) summed(x);
      }
      case Parameter x -> x.start().ifPresent(start -> Agreement.of(problems, x, start, check.of(start)));
    }
    d.right().ifPresent(right -> restrictions(d, right));
  }

  private void differential(Differential d, Quantity right) {
    Quantity own = d.unit().quantity();
    String name = "d" + d.variable() + "/dt";
    if (own.kind() != Quantity.Kind.NUMBER) {
      problems.error(d.unit().span(), "'" + d.variable() + "' has a derivative and is " + own.kind().name().toLowerCase(
          java.util.Locale.ROOT), "give it a unit, or 1");
      return;
    }
    Dimension expected = time == Time.PLAIN ? own.dimension() : own.dimension().per(Dimension.SECOND);
    if (right.isUnknown() || right.fits(Quantity.number(expected)) && !right.isBoolean()) return;
    boolean forgotten = right.dimension().equals(own.dimension()) && !right.isBoolean();
    problems.error(d.derivative().span(), name + " must have unit " + own.words()
        + (time == Time.PLAIN ? "" : "/second") + ", the right side has " + right.words(),
        forgotten ? "did you forget to divide by a time constant?" : "check the units of its terms");
  }

  private void summed(Subexpression d) {
    String name = d.variable();
    boolean side = name.endsWith("_post") || name.endsWith("_pre");
    Optional<Resolution> target = side ? Resolution.of(name, scope) : Optional.empty();
    if (!side) {
      problems.error(d.name().span(), "a summed variable belongs to the other side, '" + name + "' does not",
          "write " + name + "_post = ... (summed)");
    } else if (target.isEmpty()) {
      problems.error(d.name().span(), new Finding("the other side has no variable '" + name + "'",
          "declare it there as a parameter", NearestNames.in(scope, name)));
    } else if (target.get().symbol().role() != Role.PARAMETER) {
      problems.error(d.name().span(), "'" + name + "' is a " + target.get().symbol().role().words()
          + " of the other side",
          "a summed variable must be a parameter there: " + name.substring(0, name.lastIndexOf('_')) + " : "
              + d.unit().quantity().words());
    } else if (!target.get().symbol().quantity().fits(d.unit().quantity())) {
      problems.error(d.unit().span(), "'" + name + "' has unit " + target.get().symbol().quantity().words()
          + " on the other side, here " + d.unit().quantity().words(), "give both the same unit");
    }
  }

  private void restrictions(Definition d, Expr right) {
    boolean random = Trees.calls(right, Builtin.RANDOM);
    if (random && d instanceof Differential) {
      problems.error(right.span(), "random numbers in a differential equation",
          "noise is written xi, as in sigma*sqrt(2/tau)*xi");
    }
    if (random && d instanceof Subexpression && !d.is(Flag.CONSTANT_OVER_DT)) {
      problems.error(right.span(), "'" + d.variable() + "' is random and evaluated several times in a step",
          "add the flag (constant over dt)");
    }
    boolean noise = Trees.names(right).stream().anyMatch(SpecialNames::isNoise);
    if (noise && (!(d instanceof Differential) && d.is(Flag.CONSTANT_OVER_DT) || d instanceof Parameter)) {
      problems.error(right.span(), "xi stands for noise of a differential equation", "use randn() here");
    }
    if (d.is(Flag.SHARED)) shared(d, right);
  }

  private void shared(Definition d, Expr right) {
    for (String name : Trees.names(right)) {
      boolean one = scope.find(Level.OWN, name).map(symbol -> symbol.is(Flag.SHARED))
          .orElse(!name.equals("i") && !name.equals("j"));
      if (!one) {
        problems.error(right.span(), "'" + d.variable() + "' is shared and reads '" + name
            + "', which each neuron has its own of",
            "remove (shared), or make " + name + " shared");
      }
    }
  }
}
