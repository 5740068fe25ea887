package plast.rate.model;

import java.util.List;
import plast.math.Panels;
import plast.math.Products;
import plast.math.RandomStream;
import plast.rate.model.Drives.Drive;

/** What arrives under the names of one drive, and δ = ∂L/∂drive of the latest steps of the way back. */
final class DriveRun {
  private final Drive drive;
  private final int units;
  private final boolean kept;
  private final Numbers numbers;
  private Panels sums; // (trials, units), or of every step where the way back reads them
  private Panels deltas; // (two stretches, units)
  private double[] sd = {}; // of noise that arrives; empty where none does
  private Products arriving = new Products(new Panels[0], new Panels[0]);

  DriveRun(Drive drive, int units, boolean kept, Numbers numbers) {
    this.drive = drive;
    this.units = units;
    this.kept = kept;
    this.numbers = numbers;
    sums = numbers.panels(0, units);
    deltas = sums;
  }

  Drive drive() {
    return drive;
  }

  /** @param rows room for the latest δ */
  void allocate(int steps, int trials, int rows) {
    sums = numbers.panels(kept ? (steps + 1) * trials : trials, units);
    deltas = numbers.panels(rows, units);
  }

  Place place() {
    return kept ? Place.ofStep(sums, 0) : Place.of(sums);
  }

  /** Takes those that arrive, when they have made room. */
  void connect(List<ProjectionRun> projections) {
    arriving = new Products(projections.stream().map(ProjectionRun::source).toArray(Panels[]::new),
        projections.stream().map(ProjectionRun::forward).toArray(Panels[]::new));
  }

  /** Lets noise arrive, too. */
  void disturb(double[] sdOfUnits) {
    sd = sdOfUnits;
  }

  boolean noisy() {
    return sd.length > 0;
  }

  /** Draws the noise of step t, to which the rest is added. */
  void draw(int t, int trials, RandomStream random) {
    int row = kept ? t * trials : 0, count = trials * units;
    float[] normals = numbers.normals(random, count);
    if (sd.length > 1) for (int k = 0; k < count; k++) normals[k] *= (float) sd[k % units];
    sums.clear(row, trials);
    sums.add(row, trials, normals, sd.length > 1 ? 1 : sd[0]);
  }

  /** Sums up what arrives in a panel at step t: of each source the row of the step before, of the stimulus the same. */
  void receive(int panel, int t, int trials) {
    for (int n = 0; n < arriving.size(); n++) arriving.move(n, (t - 1) * trials);
    int row = kept ? t * trials : 0;
    if (noisy()) sums.addSum(panel, row, trials, arriving);
    else sums.setSum(panel, row, trials, arriving);
  }

  Panels deltas() {
    return deltas;
  }
}
