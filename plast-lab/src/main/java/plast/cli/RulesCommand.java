package plast.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plast.experiment.ExperimentKeys;
import plast.experiment.Preset;
import plast.experiment.Presets;
import plast.io.Json;
import plast.io.Nearest;
import plast.rule.WeakRule;
import plast.rule.WeakRuleText;

/** {@code plast rules}: the rules that weak synapses may follow, and the presets. */
@Command(
    name = "rules",
    description = "List the rules of weak synapses and the presets; explain a rule of your own.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[explain]",
    subcommands = ExplainCommand.class,
    footer = {"", "Example: plast rules grow-cov", "         plast rules explain 'dw = lr*pre*post' --set lr=0.01 --figure rule.svg"})
final class RulesCommand implements Callable<Integer> {
  private static final String CHOICE = """
      Of the psRNN only abstracts are public: they say that weak synapses follow a Hebbian-like rule, and not which.
      The rules below are our choice; results depend on it, and reports say where.""";
  private static final List<String> SYMBOLS = List.of(
      "A weak synapse from j to i moves by Δw = η·H per update, H = … − λ·w.",
      "η is plasticity.hebbianRate, λ is plasticity.rule.decay, r are rates.",
      "P = mean over trials and steps of r_i[t]·r_j[t−1], and C = P − mean(r_i)·mean(r_j).",
      "A suffix 0 means that both rates are taken at step t.");

  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A rule or a preset.")
  @Nullable
  private String name;

  @Mixin
  private JsonOption json = new JsonOption();

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (name == null) list(); else one(name);
    return Main.OK;
  }

  private void list() {
    List<Preset> presets = Presets.names().stream().map(preset -> Presets.named(preset).orElseThrow()).toList();
    if (json.asked()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("rules", Arrays.stream(WeakRule.Form.values()).map(RulesCommand::json).toList());
      all.put("presets", presets.stream().map(RulesCommand::json).toList());
      all.put("note", CHOICE.replace('\n', ' '));
      console.say(Json.compact(all));
      return;
    }
    console.say(CHOICE);
    console.say("");
    SYMBOLS.forEach(console::say);
    console.say("");
    Table rules = new Table("rule", "H without decay", "what it does");
    for (WeakRule.Form form : WeakRule.Form.values()) rules.row(form.label(), form.equation(), form.note());
    rules.print(console);
    console.say("");
    console.say("Presets, for preset: NAME in an experiment file:");
    for (Preset preset : presets) console.say("  " + preset.name() + ": " + preset.description());
  }

  private void one(String wanted) {
    for (WeakRule.Form form : WeakRule.Form.values()) {
      if (!form.label().equals(wanted)) continue;
      if (json.asked()) {
        console.say(Json.compact(json(form)));
        return;
      }
      console.say(form.label() + ": " + form.note());
      console.say("  H = " + form.equation() + " − λ·w,   Δw = η·H");
      SYMBOLS.forEach(console::say);
      text(form).ifPresent(equations -> {
        console.say("As equations:");
        equations.lines().forEach(line -> console.say("  " + line));
      });
      console.say("Try: plast run examples/minimal.yaml plasticity.rule=" + form.label());
      return;
    }
    Preset preset = Presets.named(wanted).orElseThrow(() -> unknown(wanted));
    if (json.asked()) console.say(Json.compact(json(preset)));
    else console.say(preset.name() + ": " + preset.description());
  }

  private static Wrong unknown(String wanted) {
    List<String> known = Stream.concat(
        Arrays.stream(WeakRule.Form.values()).map(WeakRule.Form::label), Stream.concat(Presets.names().stream(),
            Stream.of("explain"))).toList();
    if (wanted.contains("=")) return new Wrong("to explain a rule's text: plast rules explain TEXT");
    return new Wrong("unknown rule '" + wanted + "' "
        + Nearest.of(wanted, known).map(near -> "(try: " + near + ")").orElse("(see: plast rules)"));
  }

  private static Map<String, Object> json(WeakRule.Form form) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", form.label());
    json.put("equation", form.equation());
    json.put("note", form.note());
    json.put("equations", text(form).orElse(null));
    return json;
  }

  /** The rule as equations at the standard rate and decay; controls have none. */
  private static Optional<String> text(WeakRule.Form form) {
    return WeakRuleText.of(new WeakRule(form, standard("rule.decay")), standard("hebbianRate"));
  }

  private static double standard(String key) {
    return Double.parseDouble(ExperimentKeys.at("plasticity." + key).orElseThrow().standard());
  }

  private static Map<String, Object> json(Preset preset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", preset.name());
    json.put("description", preset.description());
    return json;
  }
}
