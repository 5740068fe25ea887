package plast.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles kernels, each program once: kernels of equal operations share their code. */
public final class Kernels {
  private final Map<Program, Kernel> compiled = new ConcurrentHashMap<>();

  /**
   * The kernel of {@code source}.
   *
   * @throws IllegalArgumentException naming what no elementwise kernel can compute, or a name without a meaning
   */
  public Kernel compile(KernelSource source) {
    return compiled.computeIfAbsent(Lowering.of(source), program -> new Kernel(program, Bytecode.loop(program)));
  }

  /** A kernel that computes the bits of the compiled one operation by operation: slow, for tests. */
  public static Kernel interpreted(KernelSource source) {
    Program program = Lowering.of(source);
    return new Kernel(program, new Interpreter(program));
  }
}
