package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSchemaTest {
  private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
      .getSchema(ExperimentSchema.json(), InputFormat.JSON);

  private static List<Error> errors(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "task: dms",
    "task: {name: dms, delay: [400 ms, 500 ms]}\nseeds: [1, 4]\npreset: frozen",
    "task: dms\nplasticity: {rule: hebb, threshold: 0.2, projections: [input, recurrent]}\nnetwork: {dt: 10 ms, tau: 100}",
    "task: dms\nconditions: {a: {}, b: {preset: bp-tuned, training: {optimiser: sgd}}}\ncheckpoint: {every: 50 updates}",
    "task: dms\nplasticity: {rule: {sum: [hebb, {gated: {by: w, rule: {name: cov, decay: 0}}}]}, strong: {equations: {sum: [hebb]}}}",
    "task: dms\nplasticity: {rule: {masked: {where: j < 3, rule: {switching: {up: 0.5, weak: dw = w, strong: cov}}}}}",
    "task: dms\nplasticity: {projections: [input, recurrent], rules: {input: hebb, recurrent: {sum: [cov, dw = b_pre]}}}",
    "task: dms\ntune: {budget: 2, space: {training.optimiser.name: [adam], network.initialisation.gain: {low: 1, high: 2}}}",
  })
  void rightFileIsValid(String yaml) {
    assertThat(ExperimentFile.checkText("a.yaml", yaml, Path.of(""), List.of()).problems()).isEmpty();
    assertThat(errors(yaml)).isEmpty();
  }

  @Test
  void resolvedFileIsValid() {
    Experiment experiment = Experiment.named("a").task("dms").taskOption("delay", 400, 500)
        .condition("ps-atlas").condition("bp-tuned-sgd").build();
    assertThat(errors(ResolvedFile.text(experiment))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "task: dms\nnetwrk: {units: 64}",
    "task: dmz",
    "task: dms\nnetwork: {units: many}",
    "task: dms\nnetwork: {units: 5000}",
    "task: dms\nnetwork: {dt: soon}",
    "task: dms\nnetwork: {activation: tahn}",
    "task: dms\nplasticity: {hebbianRate: -1}",
    "task: dms\nplasticity: {rule: {name: heb}}",
    "task: dms\nplasticity: {rule: {summ: [hebb]}}",
    "task: dms\nplasticity: {rule: {sum: [{gated: {rule: hebb}}]}}",
    "task: dms\nplasticity: {strong: {sum: hebb}}",
    "task: dms\nplasticity: {rules: {recurrent: 3}}",
    "task: dms\nconditions: {a: {network: {gain: 1}}}",
    "task: dms\npreset: ps-spars",
    "task: dms\nseeds: 0",
    "task: dms\ncheckpoint: {every: soon}",
    "task: dms\ntune: {budgt: 3}",
  })
  void wrongFormIsInvalid(String yaml) {
    assertThat(ExperimentFile.checkText("a.yaml", yaml, Path.of(""), List.of()).problems()).isNotEmpty();
    assertThat(errors(yaml)).isNotEmpty();
  }
}
