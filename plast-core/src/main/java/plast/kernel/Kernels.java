package plast.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles kernels, each program once: kernels of equal operations share their code. */
public final class Kernels {
  /** In one loop: more than the JVM's compiler takes would run a hundred times slower. */
  static final int MOST_OPERATIONS = 250;
  /** Whether this JVM has the Vector API: it is there only where it was asked for at the start. */
  private static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private final Map<Program, Kernel> compiled = new ConcurrentHashMap<>();

  /**
   * The kernel of {@code source}.
   *
   * @throws IllegalArgumentException naming what no elementwise kernel can compute, or a name without a meaning
   */
  public Kernel compile(KernelSource source) {
    return compiled.computeIfAbsent(Lowering.of(source),
        program -> new Kernel(program, placed -> loop(program, placed)));
  }

  private static Loop loop(Program program, boolean placed) {
    List<Program> stages = Stages.of(program, MOST_OPERATIONS);
    if (stages.size() == 1) {
      return Bytecode.loop(program, VECTORS ? Bytecode.Shape.VECTORS_THEN_SINGLES : Bytecode.Shape.SINGLES, placed);
    }
    Bytecode.Shape shape = VECTORS ? Bytecode.Shape.VECTORS : Bytecode.Shape.SINGLES;
    List<Loop> loops = stages.stream().map(stage -> Bytecode.loop(stage, shape, false)).toList();
    return new StagedLoop(program, stages, loops, VECTORS ? program.precision().lanes() : 1);
  }

  /** A kernel that computes the bits of the compiled one operation by operation: slow, for tests. */
  public static Kernel interpreted(KernelSource source) {
    Program program = Lowering.of(source);
    return new Kernel(program, _ -> new Interpreter(program));
  }
}
