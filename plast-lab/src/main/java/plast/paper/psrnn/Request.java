package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to reproduce.
 *
 * @param parts  which halves
 * @param quick  a minute's version: one task, 16 seeds (atlas 8), the arms that the first claims need
 * @param task   one task alone; empty for all of the parts
 * @param seeds  networks per condition; empty for the study's own number
 * @param cap    trials after which every network stops, below the study's own cap; empty for the study's
 */
public record Request(Set<Part> parts, boolean quick, Optional<String> task, OptionalInt seeds, OptionalInt cap) {

  public Request {
    parts = Set.copyOf(parts);
    if (task.isPresent()) requireTask(task.get(), parts);
    if (seeds.isPresent() && seeds.getAsInt() < 2) {
      throw new IllegalArgumentException("a comparison needs at least 2 seeds, got " + seeds.getAsInt());
    }
  }

  public static Request of(Set<Part> parts, boolean quick) {
    return new Request(parts, quick, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  private static void requireTask(String name, Set<Part> parts) {
    if (!tasksOf(parts).contains(name)) {
      throw new IllegalArgumentException(
          "the study has no task '" + name + "'; its tasks are " + String.join(", ", tasksOf(parts)));
    }
  }

  private static List<String> tasksOf(Set<Part> parts) {
    List<String> tasks = new ArrayList<>();
    if (parts.contains(Part.REFERENCE)) tasks.addAll(ReferenceConditions.TASKS);
    if (parts.contains(Part.ATLAS)) tasks.addAll(AtlasConditions.TASKS);
    return tasks;
  }

  boolean wants(Part part, String name) {
    return parts.contains(part) && task.map(name::equals).orElse(true);
  }

  /** As words of a command line, so that a stored run can be taken up again. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (quick) words.add("--quick");
    words.add("--part");
    words.add(parts.size() > 1 ? "all" : parts.iterator().next().name().toLowerCase(Locale.ROOT));
    task.ifPresent(name -> words.addAll(List.of("--task", name)));
    seeds.ifPresent(n -> words.addAll(List.of("--seeds", String.valueOf(n))));
    cap.ifPresent(n -> words.addAll(List.of("--cap", String.valueOf(n))));
    return words;
  }

  List<Part> ordered() {
    return parts.stream().sorted(Comparator.naturalOrder()).toList();
  }

  static Stream<String> tasks(Part part) {
    return (part == Part.REFERENCE ? ReferenceConditions.TASKS : AtlasConditions.TASKS).stream();
  }
}
