package plast.rate.model;

import plast.math.Panels;
import plast.rate.model.Drives.Drive;

/** What arrives under the names of one drive, and δ = ∂L/∂drive of the latest steps of the way back. */
final class DriveRun {
  private final Drive drive;
  private final int units;
  private final boolean kept;
  private final Numbers numbers;
  private Panels sums; // (trials, units), or of every step where the way back reads them
  private Panels deltas; // (two stretches, units)

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

  /** Before the first step: kernels leave nothing behind, unless they were interrupted. */
  void start(int steps, int trials) {
    sums.clear(0, kept ? (steps + 1) * trials : trials);
  }

  Place place() {
    return kept ? Place.ofStep(sums, 0) : Place.of(sums);
  }

  /** Where projections add what they bring to step t. */
  Panels sums() {
    return sums;
  }

  int row(int t, int trials) {
    return kept ? t * trials : 0;
  }

  Panels deltas() {
    return deltas;
  }
}
