package plast.rate.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import plast.math.Panels;
import plast.rate.model.ProjectionActivity.Sides;
import plast.rule.Activity;

/**
 * What both sides of projections and readouts did in a forward pass, as rules see it: pre is what is sent, post the
 * rate of the target population, or the output.
 */
final class ActivityOfPass {
  private final ModelNetwork pass;
  private final Map<String, Supplier<Activity>> byName = new LinkedHashMap<>();

  ActivityOfPass(ModelNetwork pass) {
    this.pass = pass;
  }

  /** Takes what there is to show, when it has made room. */
  void connect(NetworkDescription description, Numbers numbers, ProjectionRun[] projections) {
    for (int k = 0; k < projections.length; k++) {
      byName.put(projections[k].name(), of(description.projections().get(k), projections[k]));
    }
    for (Readout r : description.readouts()) byName.put(r.name(), of(r, numbers));
  }

  /** @throws IllegalArgumentException if there is no {@code name}, or its target has no rate */
  Activity of(String name) {
    Supplier<Activity> found = byName.get(name);
    if (found != null) return found.get();
    throw new IllegalArgumentException("no projection or readout '" + name + "', there are " + byName.keySet());
  }

  private Supplier<Activity> of(Projection p, ProjectionRun run) {
    Panels post = run.post(), pre = run.source();
    if (post == null) {
      return () -> {
        throw new IllegalArgumentException("what the post side of '" + p.name() + "' does is not said: population '"
            + p.to() + "' has no rate; give it one, such as tanh(x)");
      };
    }
    ProjectionActivity activity = new ProjectionActivity(post, pre,
        p.isStimulus() ? Sides.STIMULUS_TO_UNITS : Sides.UNITS_TO_UNITS);
    return () -> activity.show(pass.extent(), run.gradient().product());
  }

  private Supplier<Activity> of(Readout r, Numbers numbers) {
    Panels pre = pass.trajectory(r.from(), r.read());
    Panels post = numbers.panels(pre.rows(), r.bias().length);
    ProjectionActivity activity = new ProjectionActivity(post, pre, Sides.UNITS_TO_READOUT);
    return () -> {
      post.write(0, pass.extent().steps() * pass.extent().trials(), pass.output(r.name()), r.bias().length);
      return activity.show(pass.extent(), null);
    };
  }
}
