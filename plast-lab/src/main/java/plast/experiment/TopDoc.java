package plast.experiment;

/** One line for a person on each key that belongs to no condition, or stands for others. */
final class TopDoc {
  static final String NAME = "name of the run's folder; the file's name by default";
  static final String SEED = "from which all random numbers are derived";
  static final String SEEDS = "networks per condition, numbered from 1, or a list of their numbers";
  static final String THREADS = "networks trained at a time; 0 for as many as there are processors";
  static final String CHECKPOINT = "how often a network in training is stored: a time, or `200 updates`";
  static final String INCLUDE = "a file, or a list of files, that lies below this one";
  static final String PRESET = "settings by name, below the keys beside it";
  static final String TASK = "the task: its name, or its name and options, see `plast tasks NAME`";
  static final String CONDITIONS = "by name, what differs from the base";
  static final String TUNE = "what `plast tune` searches";
  static final String COMBINATION = "rules put together: `sum`, `switching`, `gated` or `masked`";
  static final String VALUE = "both thresholds at once";

  private TopDoc() {}
}
