package plast.equation;

import java.util.Arrays;
import java.util.Optional;

/** How differential equations are advanced by one step. */
public enum Integrator {
  EXACT("exact"), EXPONENTIAL_EULER("exponential_euler"), EULER("euler"), RK2("rk2"), RK4("rk4"), HEUN("heun"),
  MILSTEIN("milstein");

  private final String text;

  Integrator(String text) {
    this.text = text;
  }

  /** The name in experiment files. */
  public String text() {
    return text;
  }

  /** The integrator called {@code text}. */
  public static Optional<Integrator> find(String text) {
    return Arrays.stream(values()).filter(i -> i.text.equals(text)).findFirst();
  }
}
