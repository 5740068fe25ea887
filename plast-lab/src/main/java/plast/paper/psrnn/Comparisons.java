package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The paired comparisons that tables list. */
final class Comparisons {
  private record Pair(String a, String b) {}

  private Comparisons() {}

  static List<Comparison> of(Results results) {
    List<Comparison> list = new ArrayList<>();
    for (String task : results.tasks(Part.REFERENCE)) {
      for (Pair pair : reference(results, task)) results.compare(task, pair.a(), pair.b()).ifPresent(list::add);
    }
    for (String task : results.tasks(Part.ATLAS)) {
      for (Pair pair : atlas()) results.compare(task, pair.a(), pair.b()).ifPresent(list::add);
    }
    return List.copyOf(list);
  }

  private static Set<Pair> reference(Results results, String task) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (String psRnn : List.of(ReferenceConditions.SPARSE, ReferenceConditions.UNBOUNDED, ReferenceConditions.GAIN_13)) {
      for (String baseline : List.of(ReferenceConditions.BP_TUNED, ReferenceConditions.BP_SGD, ReferenceConditions.BP_13,
          ReferenceConditions.BP_08, ReferenceConditions.BP_OWN, ReferenceConditions.FROZEN)) {
        pairs.add(new Pair(psRnn, baseline));
      }
    }
    pairs.add(new Pair(ReferenceConditions.FROZEN, ReferenceConditions.BP_TUNED));
    for (ArmResult arm : results.of(task)) {
      String name = arm.name();
      if (name.startsWith("sparse-")) pairs.add(new Pair(ReferenceConditions.SPARSE, name));
      if (name.startsWith("unbounded-")) pairs.add(new Pair(ReferenceConditions.UNBOUNDED, name));
      if (name.startsWith("preh")) pairs.add(new Pair(name, ReferenceConditions.BP_08));
    }
    pairs.add(new Pair("unbounded-sgd", ReferenceConditions.BP_SGD));
    pairs.add(new Pair("sparse-sgd", ReferenceConditions.BP_SGD));
    pairs.add(new Pair("hebb-1e-4", "frozen-hebb"));
    return pairs;
  }

  private static Set<Pair> atlas() {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int units : new int[] {100, 50}) {
      for (String baseline : List.of(AtlasConditions.DEFAULT, AtlasConditions.BP_13, AtlasConditions.BP_16, "frozen")) {
        pairs.add(new Pair(AtlasConditions.sized("ps-atlas", units), AtlasConditions.sized(baseline, units)));
      }
    }
    for (String baseline : List.of(AtlasConditions.DEFAULT, AtlasConditions.BP_13, AtlasConditions.BP_16, "frozen")) {
      pairs.add(new Pair(AtlasConditions.FAST, baseline));
    }
    return pairs;
  }
}
