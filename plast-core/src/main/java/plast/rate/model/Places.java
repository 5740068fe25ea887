package plast.rate.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plast.math.Panels;

/** Where the arrays of a population's kernels stand, by name. */
final class Places {
  private final Numbers numbers;
  private final int units;
  private final Map<String, Place> byName = new HashMap<>();

  Places(Numbers numbers, int units) {
    this.numbers = numbers;
    this.units = units;
  }

  /** Zeros, one column for each unit. */
  Panels panels(int rows) {
    return numbers.panels(rows, units);
  }

  /** Forgets all. */
  void clear() {
    byName.clear();
  }

  void put(String name, Place place) {
    byName.put(name, place);
  }

  /** The array called {@code name}; one that is nobody's yet gets a block of {@code trials} for all steps. */
  Place of(String name, int trials) {
    return byName.computeIfAbsent(name, _ -> {
      Panels values = panels(trials);
      double[] index = new double[units];
      for (int i = 0; i < index.length; i++) index[i] = i;
      if (name.equals("i")) values.repeat(0, trials, index);
      return Place.of(values);
    });
  }

  /** The array called {@code name}; null if no kernel reads or writes it. */
  @Nullable Panels find(String name) {
    Place place = byName.get(name);
    return place == null ? null : place.panels();
  }
}
