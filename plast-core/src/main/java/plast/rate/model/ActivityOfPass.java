package plast.rate.model;

import java.util.HashMap;
import java.util.Map;
import plast.math.Panels;
import plast.rate.ProjectionActivity;
import plast.rule.Activity;

/**
 * What both sides of projections and readouts did in a forward pass, as rules see it: pre is what is sent, post the
 * rate of the target population, or the output.
 */
final class ActivityOfPass {
  private final ModelNetwork pass;
  private final NetworkDescription description;
  private final Numbers numbers;
  private final Map<String, ProjectionActivity> known = new HashMap<>();
  private final Map<String, Panels> outputs = new HashMap<>();

  ActivityOfPass(ModelNetwork pass, NetworkDescription description, Numbers numbers) {
    this.pass = pass;
    this.description = description;
    this.numbers = numbers;
  }

  /** @throws IllegalArgumentException if there is no {@code name}, or its target has no rate */
  Activity of(String name) {
    for (Projection p : description.projections()) if (p.name().equals(name)) return of(p);
    for (Readout r : description.readouts()) if (r.name().equals(name)) return of(r);
    throw new IllegalArgumentException("no projection or readout '" + name + "', there are "
        + description.projections().stream().map(Projection::name).toList()
        + description.readouts().stream().map(Readout::name).toList());
  }

  private Activity of(Projection p) {
    Population target = NetworkDescription.find(description.populations(), p.name(), p.to());
    if (target.rate().isBlank()) {
      throw new IllegalArgumentException("what the post side of '" + p.name() + "' does is not said: population '"
          + p.to() + "' has no rate; give it one, such as tanh(x)");
    }
    Panels post = pass.trajectory(p.to(), "");
    int trials = pass.trials();
    ProjectionActivity activity = activity(p.name(), target.size());
    if (p.isStimulus()) {
      return activity.at(trials, 0, 0).show(post, pass.stimulus(), pass.steps(), trials, null);
    }
    return activity.at(trials, 0, trials).show(post, pass.trajectory(p.from(), p.sent()), pass.steps(), trials, null);
  }

  private Activity of(Readout r) {
    int units = r.bias().length, rows = pass.steps() * pass.trials();
    Panels post = outputs.get(r.name());
    if (post == null || post.rows() < rows) outputs.put(r.name(), post = numbers.panels(rows, units));
    post.write(0, rows, pass.output(r.name()), units);
    return activity(r.name(), units).at(0, pass.trials(), pass.trials())
        .show(post, pass.trajectory(r.from(), r.read()), pass.steps(), pass.trials(), null);
  }

  private ProjectionActivity activity(String name, int posts) {
    ProjectionActivity found = known.get(name);
    if (found == null) known.put(name, found = new ProjectionActivity(posts));
    return found;
  }
}
