package plast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plast.learn.Condition;
import plast.learn.Outcome;
import plast.learn.Trainer;
import plast.math.Seed;
import plast.rate.model.RateNetwork.Observable;
import plast.task.Batch;
import plast.task.Task;
import plast.task.Tasks;

/** Trained networks watched on fresh trials. */
class RecordingTest {
  private static final Condition CONDITION = ExperimentFile.checkText("test.yaml", """
      task: dms
      training: { trials: 64 }
      network:
        populations:
          units:
            size: 10
            equations: |
              dx/dt = (-x + input(recurrent) + input(cue) - a)/(100*ms) : 1
              da/dt = (r - a)/(1*second) : 1
              r = tanh(x) : 1
        projections:
          recurrent: { from: units, to: units, trained: false }
          cue: { from: stimulus, to: units }
      """, Path.of(""), List.of()).orThrow().conditions().getFirst();

  private static Task task() {
    return Tasks.named("dms").with(CONDITION.taskOptions(), CONDITION.network().dt(), CONDITION.network().tau());
  }

  @Test
  void aTrainedNetworkIsRunAsItWasLeft() {
    Trainer trainer = Trainer.start(CONDITION, task(), new Seed(3));
    while (!trainer.finished()) trainer.step();
    Recording recording = Recording.of(CONDITION, new Seed(3), trainer.outcome(), 6);
    assertThat(recording.network().observables()).extracting(Observable::variable).containsExactly("rate", "x", "a");
    double[] again = trainer.learner().run(recording.batch(), null);
    assertThat(recording.network().output()).isEqualTo(again);
    Observable rate = recording.network().observables().getFirst(), x = recording.network().observables().get(1);
    double[] rates = recording.values(rate, 9), states = recording.values(x, 9);
    for (int k = 0; k < rates.length; k++) assertThat((float) rates[k]).isEqualTo((float) Math.tanh(states[k]),
        org.assertj.core.api.Assertions.within(1e-6f));
  }

  @Test
  void anOutcomeWithoutTheNetworkIsRefused() {
    Trainer trainer = Trainer.start(CONDITION, task(), new Seed(3));
    Outcome o = trainer.outcome();
    Outcome old = new Outcome(o.state(), OptionalLong.empty(), o.evaluations(), o.initial(), o.atCriterion(), o.last(),
        o.during(), List.of(), o.notices());
    assertThatIllegalArgumentException().isThrownBy(() -> Recording.of(CONDITION, new Seed(3), old, 4))
        .withMessageContaining("run it again");
  }

  @Test
  void trialsAreClassedByTheFirstThingThatDiffers() {
    Batch batch = task().draw(60, new Seed(1).stream("trials"));
    TrialClasses classes = TrialClasses.of(batch);
    assertThat(classes.period()).isEqualTo("sample");
    Batch.Period sample = batch.periods().stream().filter(p -> p.name().equals("sample")).findFirst().orElseThrow();
    for (int k = 0; k < 60; k++) {
      double difference = 0;
      for (int t = sample.from(); t < sample.to(); t++) {
        difference += batch.stimulus()[batch.stimulusIndex(t, k, 1)] - batch.stimulus()[batch.stimulusIndex(t, k, 2)];
      }
      boolean first = difference > 0, reference = TrialClasses.of(batch).second()[0] == classes.second()[k];
      double own = 0;
      for (int t = sample.from(); t < sample.to(); t++) {
        own += batch.stimulus()[batch.stimulusIndex(t, 0, 1)] - batch.stimulus()[batch.stimulusIndex(t, 0, 2)];
      }
      assertThat(reference).isEqualTo(first == own > 0);
    }
  }

  @Test
  void equalTrialsHaveNoClasses() {
    Batch batch = task().draw(1, new Seed(1).stream("trials"));
    assertThat(TrialClasses.of(batch).period()).isEmpty();
  }
}
