package plast.rate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plast.math.Panels;

/** Connects the parts of a network by the panels that they read of each other, whenever these are new. */
final class Connections {
  private Connections() {}

  /** The projections, in the order of the description; drives and signals know who brings and reads them then. */
  static ProjectionRun[] connect(NetworkDescription description, PopulationRuns populations, ReadoutRun[] readouts,
      Panels stimulus, Numbers numbers) {
    Map<SignalRun, List<ProjectionRun>> reading = new LinkedHashMap<>();
    List<ProjectionRun> all = new ArrayList<>();
    Set<DriveRun> biased = new HashSet<>();
    for (Projection q : description.projections()) {
      PopulationRun target = populations.of(q.to());
      DriveRun drive = target.drive(q.input());
      boolean brings = q.isStimulus() && biased.add(drive); // the first one brings the biases
      VariableRun[] biases = brings
          ? drive.drive().biases().stream().map(target::variable).toArray(VariableRun[]::new) : new VariableRun[0];
      SignalRun signal = q.isStimulus() ? null : populations.signal(q.name(), q.from(), q.sent());
      Panels post = target.hasRate() ? populations.signal("rate", q.to(), "").trajectory() : null;
      ProjectionRun run = new ProjectionRun(q, drive, signal == null ? stimulus : signal.trajectory(), post, biases,
          numbers);
      all.add(run);
      if (signal != null) reading.computeIfAbsent(signal, _ -> new ArrayList<>()).add(run);
    }
    for (PopulationRun p : populations.all()) {
      for (DriveRun d : p.drives()) d.connect(all.stream().filter(q -> q.target() == d).toList());
      for (SignalRun s : p.signals()) {
        s.connect(Arrays.stream(readouts).filter(r -> r.source() == s).toList(), reading.getOrDefault(s, List.of()));
      }
    }
    return all.toArray(ProjectionRun[]::new);
  }
}
