package plast.experiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;

/** Counts the work of a study and estimates how much is left. Safe for several threads. */
final class Tally {
  private static final double NANO = 1e-9;

  private final List<Job> jobs;
  private final Map<Job, Long> trials = new HashMap<>();
  private final Set<Job> finished = new HashSet<>();
  private long earlier;
  private long began;

  Tally(List<Job> jobs) {
    this.jobs = jobs;
  }

  synchronized void begin(long nanoTime) {
    began = nanoTime;
  }

  /** Work of an earlier session. A job that is not trained any more is finished. */
  synchronized void had(Job job, long count) {
    trials.put(job, count);
    earlier += count;
    if (began == 0) finished.add(job);
  }

  synchronized void trials(Job job, long count) {
    trials.put(job, count);
  }

  synchronized void finished(Job job) {
    finished.add(job);
  }

  /** Unfinished networks are expected to need what finished ones of their condition needed, or else the cap. */
  synchronized Progress progress(long nanoTime) {
    Map<String, LongSummaryStatistics> needs = new HashMap<>();
    for (Job job : finished) {
      needs.computeIfAbsent(job.condition().name(), _ -> new LongSummaryStatistics())
          .accept(trials.getOrDefault(job, 0L));
    }
    double done = 0, left = 0;
    for (Job job : jobs) {
      double used = trials.getOrDefault(job, 0L);
      done += used;
      if (finished.contains(job)) continue;
      LongSummaryStatistics need = needs.get(job.condition().name());
      double expected = need == null ? job.condition().training().trials() : need.getAverage();
      left += Math.max(expected - used, job.condition().training().batch());
    }
    double seconds = Math.max(0, nanoTime - began) * NANO;
    double rate = began == 0 || seconds == 0 ? 0 : (done - earlier) / seconds;
    double fraction = done + left == 0 ? 1 : done / (done + left);
    return new Progress(finished.size(), jobs.size(), (long) done, fraction, rate, rate > 0 ? left / rate : Double.NaN);
  }
}
