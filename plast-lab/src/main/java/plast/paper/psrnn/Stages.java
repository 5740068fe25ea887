package plast.paper.psrnn;

import java.util.ArrayList;
import java.util.List;
import plast.learn.TrainingSettings.After;
import plast.paper.psrnn.Stage.Late;
import plast.paper.psrnn.Stage.Size;

/** The stages that a request asks for. */
final class Stages {
  static final int FULL_SEEDS = 40, QUICK_SEEDS = 16, ATLAS_SEEDS = 24, QUICK_ATLAS_SEEDS = 8;
  /** Structure goes on being measured to the cap, which is 200 updates on dms. */
  private static final Late TO_THE_CAP = new Late(After.CONTINUE, 5), TO_THE_CAP_COARSE = new Late(After.CONTINUE, 10);
  private static final Late TEN_TIMES = new Late(After.CONTINUE_FACTOR, 0);

  private Stages() {}

  static List<Stage> stages(Request request) {
    List<Stage> stages = new ArrayList<>();
    for (Part part : request.ordered()) {
      List<String> tasks = Request.tasks(part).filter(task -> request.wants(part, task)).toList();
      if (request.quick() && request.task().isEmpty()) tasks = tasks.subList(0, 1);
      for (String task : tasks) {
        switch (part) {
          case REFERENCE -> {
            stages.add(reference(task, request));
            if (task.equals(Maps.TASK) && !request.quick()) stages.add(maps(request));
          }
          case ATLAS -> stages.addAll(atlas(task, request));
        }
      }
    }
    return stages;
  }

  private static Stage reference(String task, Request request) {
    return Stage.of(Part.REFERENCE, task, task, ReferenceConditions.of(task, request.quick()),
        request.quick() ? TO_THE_CAP_COARSE : TO_THE_CAP, size(request, request.quick() ? QUICK_SEEDS : FULL_SEEDS));
  }

  private static Stage maps(Request request) {
    int seeds = Math.min(Maps.SEEDS, request.seeds().orElse(Maps.SEEDS));
    return Stage.of(Part.REFERENCE, "maps", Maps.TASK, Maps.arms(), TO_THE_CAP, new Size(seeds, request.cap()));
  }

  private static List<Stage> atlas(String task, Request request) {
    List<Stage> stages = new ArrayList<>();
    for (int units : request.quick() ? new int[] {50} : new int[] {100, 50}) {
      stages.add(Stage.of(Part.ATLAS, task + "-n" + units, task, AtlasConditions.rectified(units), TEN_TIMES,
          size(request, request.quick() ? QUICK_ATLAS_SEEDS : ATLAS_SEEDS)));
    }
    stages.add(Stage.of(Part.ATLAS, task + "-growth", task, AtlasConditions.growth(), TEN_TIMES,
        size(request, request.quick() ? QUICK_ATLAS_SEEDS : ATLAS_SEEDS)));
    return stages;
  }

  private static Size size(Request request, int seeds) {
    return new Size(request.seeds().orElse(seeds), request.cap());
  }
}
