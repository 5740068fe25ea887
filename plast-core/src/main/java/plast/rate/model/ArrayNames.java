package plast.rate.model;

/** What the arrays of a population's kernels are called, beside state variables, parameters, noise and inputs. */
final class ArrayNames {
  /** The time at the end of a step, where {@code t} is that of its start, in s and in steps. */
  static final String LATER = "_later_t", LATER_STEPS = "_later_t_in_timesteps";

  private ArrayNames() {}

  /** Whether {@code name} is none of the model's. */
  static boolean isOne(String name) {
    return name.startsWith("_") && !name.startsWith("_phi_") && !name.startsWith("_psi_");
  }

  /** A state variable at the end of the step. */
  static String next(String state) {
    return "_next_" + state;
  }

  /** A signal at the end of the step. */
  static String signal(int k) {
    return "_signal_" + k;
  }

  /** A signal at the start of the step. */
  static String sent(int k) {
    return "_sent_" + k;
  }

  /** γ, ∂L/∂signal at the end of the step. */
  static String cotangent(int k) {
    return "_cotangent_" + k;
  }

  /** What a step computed and its adjoint reads. */
  static String kept(int k) {
    return "_kept_" + k;
  }

  /** δ, ∂L/∂input. */
  static String delta(String input) {
    return "_delta_" + input;
  }

  /** ∂L/∂parameter of each element. */
  static String gradient(String parameter) {
    return "_gradient_" + parameter;
  }
}
