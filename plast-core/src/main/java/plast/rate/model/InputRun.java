package plast.rate.model;

import plast.math.Panels;

/** What arrives under one name: input(name) at all steps, and δ = ∂L/∂input(name). */
final class InputRun {
  private final String name;
  private final int units;
  private final Numbers numbers;
  private Panels sum; // (trials, units)
  private Panels deltas; // (steps·trials, units), step t from row (t − 1)·trials on
  private Object[] drives = {};
  private Object delta;

  InputRun(String name, int units, Numbers numbers) {
    this.name = name;
    this.units = units;
    this.numbers = numbers;
    sum = numbers.panels(0, units);
    deltas = numbers.panels(0, units);
    delta = numbers.array(0);
  }

  String name() {
    return name;
  }

  void allocate(int steps, int trials) {
    sum = numbers.panels(trials, units);
    deltas = numbers.panels(steps * trials, units);
    delta = numbers.array(trials * units);
    drives = new Object[steps + 1];
    for (int t = 1; t <= steps; t++) drives[t] = numbers.array(trials * units);
    drives[0] = delta; // no step leads to step 0: never read
  }

  /** Where projections add what they bring. */
  Panels sum() {
    return sum;
  }

  Panels deltas() {
    return deltas;
  }

  Object drive(int t) {
    return drives[t];
  }

  Object delta() {
    return delta;
  }

  /** Takes the sum as the input of step t. */
  void arrive(int t, int trials) {
    numbers.read(sum, 0, trials, drives[t]);
    sum.clear(0, trials);
  }

  void leave(int t, int trials) {
    numbers.write(deltas, (t - 1) * trials, trials, delta);
  }
}
