package plast.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from a store what a study has come to. */
public final class StoredStudy {
  private StoredStudy() {}

  /** The finished networks; a study of which some are missing counts as stopped. */
  public static StudyResult read(Study study, JobStore store) throws IOException {
    Map<String, ConditionResult> conditions = new LinkedHashMap<>();
    int missing = 0;
    for (Job job : study.jobs()) {
      ConditionResult soFar =
          conditions.getOrDefault(job.condition().name(), new ConditionResult(job.condition(), List.of()));
      List<SeedResult> seeds = new ArrayList<>(soFar.seeds());
      Optional<SeedResult> finished = store.finished(job);
      if (finished.isPresent()) seeds.add(finished.get()); else missing++;
      conditions.put(job.condition().name(), new ConditionResult(job.condition(), seeds));
    }
    return new StudyResult(study.seed(), List.copyOf(conditions.values()), List.of(), missing > 0);
  }
}
