package plast.rate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plast.equation.CheckedModel;
import plast.equation.Definition;
import plast.equation.EquationException;
import plast.equation.Flag;
import plast.equation.Integrator;
import plast.equation.IntegratorChoice;
import plast.equation.ModelCheck;
import plast.equation.Result;
import plast.equation.Scope;
import plast.math.Seed;
import plast.rate.WrittenNetwork;
import plast.rate.model.Assembly.Flaw;
import plast.rate.model.Assembly.Frame;

/** Makes the populations of a network of texts. */
final class PopulationAssembly {
  private final WrittenNetwork written;
  private final Frame frame;
  private final Seed seed;
  private final List<Flaw> flaws;
  private final List<String> notices;

  PopulationAssembly(WrittenNetwork written, Frame frame, Seed seed, List<Flaw> flaws, List<String> notices) {
    this.written = written;
    this.frame = frame;
    this.seed = seed;
    this.flaws = flaws;
    this.notices = notices;
  }

  /** The population called {@code name}; none where its equations cannot be read. */
  Optional<Population> make(String name) {
    WrittenNetwork.Population text = Objects.requireNonNull(written.populations().get(name));
    String[] inputs = written.projections().entrySet().stream().filter(e -> e.getValue().to().equals(name))
        .map(e -> e.getValue().input().isBlank() ? e.getKey() : e.getValue().input()).distinct()
        .toArray(String[]::new);
    Result<CheckedModel> model = ModelCheck.parse("population '" + name + "'", text.equations(),
        Scope.of(Scope.Owner.RATES).withProjections(inputs));
    if (model.value().isEmpty()) {
      flaws.add(new Flaw(key(name, "equations"), "cannot be read:\n    " + model.text().replace("\n", "\n    "), "",
          List.of()));
      return Optional.empty();
    }
    CheckedModel checked = model.value().get();
    model.problems().forEach(warning -> notices.add(warning.text()));
    Optional<Integrator> integrator = integrator(name, text, checked);
    List<String> trained = trained(name, text, checked);
    Map<String, double[]> values = new LinkedHashMap<>();
    for (Definition d : quantities(checked)) value(name, text, checked, d, trained).ifPresent(
        value -> values.put(d.variable(), value));
    unknownValues(name, text, checked);
    Optional<String> rate = rate(name, text, checked);
    if (rate.isEmpty()) return Optional.empty();
    Population made = new Population(name, checked, text.size(), integrator.orElse(Integrator.EULER), values, trained,
        rate.get());
    return signal(key(name, "rate"), name, made, rate.get(), flaws) ? Optional.of(made) : Optional.empty();
  }

  private static String key(String population, String field) {
    return "populations." + population + "." + field;
  }

  private Optional<Integrator> integrator(String name, WrittenNetwork.Population text, CheckedModel model) {
    if (text.integrator().isEmpty()) {
      IntegratorChoice choice = IntegratorChoice.of(model);
      notices.add("population '" + name + "' is advanced by " + choice.reason());
      return Optional.of(choice.method());
    }
    Integrator wanted = text.integrator().get();
    Optional<String> refusal = IntegratorChoice.refusal(model, wanted);
    if (refusal.isEmpty()) return Optional.of(wanted);
    flaws.add(new Flaw(key(name, "integrator"), "is refused: " + refusal.get(), "",
        List.of(IntegratorChoice.of(model).method().text())));
    return Optional.empty();
  }

  /** Parameters and state variables. */
  private static List<Definition> quantities(CheckedModel model) {
    return model.model().definitions().stream().filter(d -> !(d instanceof Definition.Subexpression)).toList();
  }

  private static List<String> names(List<Definition> definitions) {
    return definitions.stream().map(Definition::variable).toList();
  }

  private List<String> trained(String name, WrittenNetwork.Population text, CheckedModel model) {
    List<String> known = names(quantities(model)), trained = new ArrayList<>();
    for (String variable : text.trained()) {
      if (known.contains(variable)) trained.add(variable);
      else flaws.add(new Flaw(key(name, "trained"), "names '" + variable + "', which is no parameter or state variable",
          variable, known));
    }
    return trained.stream().distinct().toList();
  }

  private Optional<double[]> value(String name, WrittenNetwork.Population text, CheckedModel model, Definition d,
      List<String> trained) {
    String given = text.values().get(d.variable());
    if (given == null && d instanceof Definition.Parameter) {
      flaws.add(new Flaw(key(name, "values"), "says nothing of the parameter '" + d.variable() + "'", "",
          List.of(d.variable() + ": 1" + (d.unit().quantity().words().equals("1") ? "" : "*"
              + d.unit().quantity().words()))));
      return Optional.empty();
    }
    boolean shared = d.is(Flag.SHARED);
    int count = shared ? 1 : text.size();
    if (given == null) return Optional.of(new double[trained.contains(d.variable()) ? count : 1]);
    try {
      double[] values = new UnitValues(name, text.size(), model.time()).of(given, d, shared,
          seed.stream(name + "." + d.variable()));
      boolean own = values.length < count && trained.contains(d.variable());
      return Optional.of(own ? repeated(values[0], count) : values);
    } catch (EquationException wrong) {
      flaws.add(NetworkAssembly.refusal(key(name, "values." + d.variable()), wrong));
      return Optional.empty();
    }
  }

  /** What is trained is each unit's own. */
  private static double[] repeated(double value, int count) {
    double[] values = new double[count];
    java.util.Arrays.fill(values, value);
    return values;
  }

  private void unknownValues(String name, WrittenNetwork.Population text, CheckedModel model) {
    List<String> known = names(quantities(model));
    for (String variable : text.values().keySet()) {
      if (known.contains(variable)) continue;
      boolean computed = model.model().find(variable).isPresent();
      flaws.add(new Flaw(key(name, "values." + variable), computed ? "is computed from others and has no value of its"
          + " own" : "is no parameter or state variable of population '" + name + "'", variable, known));
    }
  }

  private Optional<String> rate(String name, WrittenNetwork.Population text, CheckedModel model) {
    if (!text.rate().isBlank()) return Optional.of(text.rate());
    if (model.model().find("r").isPresent()) return Optional.of("r");
    flaws.add(new Flaw(key(name, "rate"), "does not say what the units of '" + name + "' tell others", "",
        List.of("rate: tanh(" + model.model().differentials().stream().map(Definition::variable).findFirst()
            .orElse("x") + "), or a line r = … in the equations")));
    return Optional.empty();
  }

  /** Whether {@code text} is something that can be read of a population. */
  static boolean signal(String key, String reader, Population population, String text, List<Flaw> flaws) {
    try {
      PopulationSources.signal(reader, population, text);
      return true;
    } catch (EquationException wrong) {
      flaws.add(NetworkAssembly.refusal(key, wrong));
    } catch (IllegalArgumentException wrong) {
      flaws.add(new Flaw(key, "is not there: " + wrong.getMessage(), "", List.of()));
    }
    return false;
  }
}
