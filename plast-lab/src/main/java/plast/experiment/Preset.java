package plast.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings with a name.
 *
 * @param name        in experiment files
 * @param description one or two sentences for a person
 * @param settings    what the preset is, for any task
 * @param suggested   what it was measured with; yields to everything that a file says
 * @param tasks       by task, what replaces settings there
 * @param units       number of units at which the numbers hold as they stand
 * @param powers      by key, the power of N/units with which its number changes with the network's size
 */
public record Preset(
    String name,
    String description,
    Settings settings,
    Settings suggested,
    Map<String, Settings> tasks,
    int units,
    Map<String, Double> powers) {

  /** The settings for a task and a network of {@code size} units. */
  Settings at(Optional<String> task, int size) {
    Settings chosen = task.map(tasks::get).map(settings::under).orElse(settings);
    Map<String, Setting> scaled = new LinkedHashMap<>(chosen.byPath());
    powers.forEach((path, power) -> scaled.computeIfPresent(path, (_, setting) ->
        new Setting((Double) setting.value() * Math.pow((double) size / units, power), setting.place())));
    return new Settings(scaled);
  }
}
