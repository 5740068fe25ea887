package plast.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import plast.task.TaskFamily;

/** What a task decides when the file does not: time step, time constant, and the cap on trials. */
final class TaskDefaults {
  private static final Map<String, Long> CAPS = Map.of("dms", 3200L, "cdm", 1920L, "pwm", 1600L, "ff3", 3200L);
  private static final long OTHER_CAP = 20_000;

  private TaskDefaults() {}

  static Settings of(TaskFamily family) {
    Map<String, Setting> values = new LinkedHashMap<>();
    values.put("network.dt", new Setting(family.defaultDt(), Place.NOWHERE));
    values.put("network.tau", new Setting(family.defaultTau(), Place.NOWHERE));
    values.put("training.trials", new Setting(CAPS.getOrDefault(family.name(), OTHER_CAP), Place.NOWHERE));
    return new Settings(values);
  }
}
