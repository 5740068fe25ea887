package plast.rate.model;

import java.util.List;
import plast.math.Panels;
import plast.math.RandomStream;

/** The noise in a population's equations in a run: ξ of the latest step, or of all where they are needed again. */
final class NoiseRun {
  private final List<String> names;
  private final boolean kept;
  private final Numbers numbers;
  private Panels[] drawn = {}; // by name

  NoiseRun(List<String> names, boolean kept, Numbers numbers) {
    this.names = names;
    this.kept = kept;
    this.numbers = numbers;
  }

  boolean none() {
    return names.isEmpty();
  }

  /** Makes room in {@code places}. */
  void allocate(Places places, int steps, int trials) {
    drawn = names.stream().map(_ -> places.panels(kept ? (steps + 1) * trials : trials)).toArray(Panels[]::new);
    for (int k = 0; k < drawn.length; k++) {
      places.put(names.get(k), kept ? Place.ofStep(drawn[k], 0) : Place.of(drawn[k]));
    }
  }

  /** Draws ξ of step t. */
  void draw(int t, int trials, RandomStream random) {
    for (Panels values : drawn) {
      int units = values.columns();
      values.write(kept ? t * trials : 0, trials, numbers.normals(random, trials * units), units);
    }
  }
}
