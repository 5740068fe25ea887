package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plast.io.Problem;
import plast.learn.Condition;
import plast.learn.Learner;
import plast.learn.PlasticitySettings;
import plast.learn.Trainer;
import plast.math.Seed;
import plast.rate.model.RateNetwork.Observable;
import plast.rule.Combination;
import plast.rule.WeakRule;
import plast.rule.WeakRuleText;
import plast.rule.WrittenRule;
import plast.task.Batch;
import plast.task.Tasks;

/** Rules of single projections, and rules that name parameters of units, in experiment files. */
class RuleOfProjectionFileTest {
  private static final String NETWORK = """
      task: dms
      network:
        populations:
          exc:
            size: 6
            equations: "dx/dt = (-x + input(ee) + input(ie) + input(cue))/tau : 1\\nplace : 1\\ntau : second"
            rate: tanh(x)
            values: { place: i/N, tau: 100*ms }
          inh: { size: 4, equations: "dx/dt = (-x + input(ei))/(50*ms) : 1\\nkind : 1", rate: x, values: { kind: i } }
        projections:
          ee: { from: exc, to: exc }
          ei: { from: exc, to: inh }
          ie: { from: inh, to: exc }
          cue: { from: stimulus, to: exc }
        readout: { from: exc }
      plasticity:
      """;

  private static ExperimentFile.Checked check(String plasticity, String... overrides) {
    return ExperimentFile.checkText("test.yaml", NETWORK + plasticity.indent(2), Path.of(""), List.of(overrides));
  }

  private static PlasticitySettings read(String plasticity, String... overrides) {
    return check(plasticity, overrides).orThrow().conditions().getFirst().plasticity();
  }

  @Test
  void aProjectionHasATextANameOrRulesPutTogether() {
    PlasticitySettings settings = read("""
        rule: cov
        rules:
          ee: "rate = 0.1 : 1 (constant)\\ndw = rate*mean(pre*post)"
          ei: hebb
          ie:
            sum:
              - dw = -0.1*w
              - masked: { where: kind_pre > 1, rule: dw = mean(pre) }
        strongRules: { ie: "dw = -0.1*grad" }
        """);
    String hebb = WeakRuleText.of(new WeakRule(WeakRule.Form.HEBB, 0.2), 0.3).orElseThrow();
    assertThat(settings.rules()).containsOnlyKeys("ee", "ei", "ie")
        .containsEntry("ee", new WrittenRule("rate = 0.1 : 1 (constant)\ndw = rate*mean(pre*post)"))
        .containsEntry("ei", new WrittenRule(hebb))
        .containsEntry("ie", WrittenRule.of(Combination.Sum.of(Combination.of("dw = -0.1*w"),
            new Combination.Masked("kind_pre > 1", Combination.of("dw = mean(pre)")))));
    assertThat(settings.ruleOf("readout")).isEqualTo(settings.rule()).isInstanceOf(WeakRule.class);
    assertThat(settings.strongRuleOf("ie")).contains(new WrittenRule("dw = -0.1*grad"));
    assertThat(settings.strongRuleOf("ee")).isEmpty();
    assertThat(read("rules: { ei: { name: hebb, decay: 0.5, hebbianRate: 0.1 } }").rules()).containsEntry("ei",
        new WrittenRule(WeakRuleText.of(new WeakRule(WeakRule.Form.HEBB, 0.5), 0.1).orElseThrow()));
  }

  @Test
  void theCommandLineSetsARuleOfAProjection() {
    PlasticitySettings settings = read("rules: { ee: dw = w, ei: dw = w, ie: dw = 2*w }",
        "plasticity.rules.ee=a = 0.1 : 1 (constant)\ndw = a*w", "plasticity.rules.ei=oja", "plasticity.rules.ie=''");
    assertThat(settings.rules()).containsOnlyKeys("ee", "ei")
        .containsEntry("ee", new WrittenRule("a = 0.1 : 1 (constant)\ndw = a*w"));
  }

  @Test
  void aResolvedFileReadsBackEqual() {
    Experiment experiment = check("""
        rule: dw = -0.01*w
        rules: { ee: "reward : 1 (modulator)\\nevery trial: dw = 0.1*mean(reward)*mean(pre*post)" }
        strongRules: { ee: "dw = 0.1*mean(pre) - 0.1*grad" }
        """).orThrow();
    assertThat(ExperimentFile.checkText("again.yaml", ResolvedFile.text(experiment), Path.of(""), List.of()).orThrow()
        .conditions()).isEqualTo(experiment.conditions());
    Experiment made = new ExperimentBuilder("made").task("dms").projections("recurrent", "input")
        .rule("input", new WrittenRule("dw = 0.1*mean(pre*post) - 0.001*b_post"))
        .strongRule("recurrent", new WrittenRule("dw = -0.1*grad")).build();
    assertThat(made.conditions().getFirst().plasticity().rules()).containsOnlyKeys("input");
    assertThat(ExperimentFile.checkText("again.yaml", ResolvedFile.text(made), Path.of(""), List.of()).orThrow()
        .conditions()).isEqualTo(made.conditions());
  }

  @Test
  void noticesSayOfWhichProjectionARuleIs() {
    Experiment experiment = check("rules: { ie: \"every step: dw = 0.001*pre*post*kind_pre\" }").orThrow();
    assertThat(Notices.of(experiment)).anyMatch(notice -> notice.contains("rule of projection 'ie': every step: 1 product"));
  }

  @Test
  void unknownProjectionsAreNamedWithTheNearest() {
    List<Problem> problems = check("rules: { eee: dw = w, cue: dw = w }\nstrongRules: { ii: dw = w }").problems();
    assertThat(problems).extracting(Problem::key)
        .containsExactlyInAnyOrder("plasticity.rules.eee", "plasticity.rules.cue", "plasticity.strongRules.ii");
    assertThat(problems).filteredOn(p -> p.key().endsWith("eee"))
        .allMatch(p -> p.message().equals("unknown projection 'eee'") && p.suggestion().equals("ee") && p.line() == 17);
    assertThat(problems).filteredOn(p -> p.key().endsWith("cue"))
        .allMatch(p -> p.message().contains("not among plasticity.projections")
            && p.suggestion().equals("projections: [ee, ei, ie, cue]"));
  }

  @Test
  void namesThatUnitsDoNotHaveAreFoundWithoutARun() {
    List<Problem> problems = check("""
        rule: dw = 0.1*place_pre*mean(post)
        rules:
          ie: dw = knid_pre + x_post
        strong: dw = tau_post
        """).problems();
    // Only exc has place, and ee and ei come from it. tau has a unit, and inh has none.
    assertThat(problems).extracting(Problem::key).containsExactlyInAnyOrder("plasticity.rules.ie",
        "plasticity.strong.equations", "plasticity.strong.equations");
    assertThat(problems.stream().filter(p -> p.key().equals("plasticity.rules.ie")).findFirst().orElseThrow().message())
        .contains("cannot be run on projection 'ie'", "rule, line 1: dw = knid_pre + x_post", "kind_pre (presynaptic",
            "'x_post' is no parameter of the postsynaptic side", "it has place_post, tau_post");
    assertThat(problems).extracting(Problem::message)
        .anyMatch(message -> message.contains("projections 'ee', 'ie'") && message.contains("second"))
        .anyMatch(message -> message.contains("projection 'ei'") && message.contains("it has kind_post"));
  }

  @Test
  void rulesOfProjectionsDoNotGoWithPartsOfABatch() {
    assertThat(check("mode: accum\nparts: 2\nrules: { ee: dw = w }").problems()).extracting(Problem::key)
        .contains("plasticity.mode");
    assertThat(check("rules: { ee: perm }").problems()).extracting(Problem::message)
        .anyMatch(message -> message.contains("looks at other synapses"));
    assertThat(check("rules: { ee: hebbb }").problems()).extracting(Problem::suggestion).contains("hebb");
  }

  @Test
  void thePagesInhibitoryRuleHoldsTheRateOfItsTargets() throws IOException {
    String page = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/networks.md"));
    var block = Pattern.compile("(?ms)^## A rule for each projection.*?^```yaml\\n(.*?)^```").matcher(page);
    assertThat(block.find()).isTrue();
    Condition condition = ExperimentFile.checkText("page.yaml", block.group(1), Path.of(""), List.of()).orThrow()
        .conditions().getFirst();
    var task = Tasks.named(condition.task()).with(Map.of(), condition.network().dt(), condition.network().tau());
    Trainer trainer = Trainer.start(condition, task, new Seed(3));
    Batch batch = task.draw(10, new Seed(5).stream("probe"));
    double before = rate(trainer.learner(), batch);
    for (int k = 0; k < 150; k++) trainer.step();
    double after = rate(trainer.learner(), batch);
    assertThat(before).isGreaterThan(0.3);
    assertThat(after).isCloseTo(0.2, within(0.03));
  }

  /** The mean rate of the excitatory units over a batch. */
  private static double rate(Learner learner, Batch batch) {
    learner.run(batch, null);
    Observable rates = learner.network().observables().stream()
        .filter(o -> o.population().equals("exc") && o.variable().equals(Observable.RATE)).findFirst().orElseThrow();
    double[] values = new double[batch.trials() * rates.units()];
    double sum = 0;
    for (int step = 1; step <= batch.steps(); step++) {
      learner.network().read(rates, step, values);
      for (double value : values) sum += value / values.length;
    }
    return sum / batch.steps();
  }
}
