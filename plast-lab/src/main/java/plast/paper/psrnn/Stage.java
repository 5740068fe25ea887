package plast.paper.psrnn;

import java.util.List;
import java.util.OptionalInt;
import plast.experiment.Experiment;
import plast.experiment.ExperimentBuilder;
import plast.experiment.Job;
import plast.experiment.Study;
import plast.learn.Condition;
import plast.learn.TrainingSettings.After;

/**
 * Conditions of one task that are trained on the same seeds.
 *
 * @param name       a file name
 * @param arms       in the order of the experiment's conditions
 * @param experiment what is trained
 */
public record Stage(String name, Part part, String task, List<Arm> arms, Experiment experiment) {
  /** From which all random numbers of the study are derived. */
  static final long SEED = 2026;

  /** How training goes on after the criterion in arms whose weights are kept. */
  record Late(After after, int recordEvery) {}

  /** Size of a stage. */
  record Size(int seeds, OptionalInt cap) {}

  static Stage of(Part part, String name, String task, List<Arm> arms, Late late, Size size) {
    ExperimentBuilder builder = Experiment.named("psrnn-" + name).task(task).seed(SEED).seeds(size.seeds());
    for (Arm arm : arms) {
      builder.condition(task + "." + arm.name(), c -> {
        var settings = arm.settings().apply(c);
        size.cap().ifPresent(settings::trials);
        if (arm.detail() != Arm.Detail.WIRING) return settings.after(After.STOP);
        return settings.after(late.after()).set("training.continueFor", 10).recordWeights(late.recordEvery());
      });
    }
    return new Stage(name, part, task, List.copyOf(arms), builder.build());
  }

  /** The condition of an arm. */
  Condition condition(Arm arm) {
    return experiment.conditions().get(arms.indexOf(arm));
  }

  /** The networks to train, seed by seed. */
  List<Job> jobs() {
    return Study.jobs(experiment.conditions(), experiment.seeds());
  }
}
