package plast.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.util.function.IntConsumer;

/**
 * Generates the class of a kernel: a loop of vector instructions, then a loop over the elements that fill no vector.
 * Both do the same operations, so that an element's result does not depend on where it lies.
 */
final class Bytecode {
  /** Which loops there are: no vectors in a JVM without them, no single elements where they always fill vectors. */
  enum Shape { SINGLES, VECTORS, VECTORS_THEN_SINGLES }

  private static final ClassDesc NAME = ClassDesc.of("plast.kernel.GeneratedLoop");
  private static final int STATIC = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

  private final Program program;
  private final Shape shape;
  private final boolean placed;
  private final boolean[] varying;

  private Bytecode(Program program, Shape shape, boolean placed) {
    this.program = program;
    this.shape = shape;
    this.placed = placed;
    this.varying = program.varying();
  }

  /** @param placed whether the loop heeds the offsets of arrays */
  static Loop loop(Program program, Shape shape, boolean placed) {
    try {
      Class<?> generated = MethodHandles.lookup().defineHiddenClass(bytes(program, shape, placed), true).lookupClass();
      return (Loop) generated.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the JVM refuses generated code", impossible);
    }
  }

  static byte[] bytes(Program program, Shape shape, boolean placed) {
    return ClassFile.of().build(NAME, new Bytecode(program, shape, placed)::describe);
  }

  private void describe(ClassBuilder builder) {
    builder.withFlags(ClassFile.ACC_FINAL).withInterfaceSymbols(ClassDesc.of("plast.kernel.Loop"));
    builder.withMethodBody(INIT_NAME, MTD_void, 0,
        code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
    builder.withMethodBody("run", Arguments.loop(), ClassFile.ACC_PUBLIC, this::run);
    if (shape != Shape.VECTORS) builder.withMethodBody("rest", Arguments.loop(), STATIC, this::rest);
  }

  private void run(CodeBuilder code) {
    if (shape != Shape.SINGLES) vectors(code);
    if (shape != Shape.VECTORS) {
      Label done = code.newLabel();
      code.iload(4).iload(5).if_icmpge(done);
      code.aload(1).aload(2).aload(3).iload(4).iload(5).invokestatic(NAME, "rest", Arguments.loop());
      code.labelBinding(done);
    }
    code.return_();
  }

  /** Leaves the first element that is not done yet in the argument for it. */
  private void vectors(CodeBuilder code) {
    int lanes = program.precision().lanes();
    Arguments arguments = new Arguments(program, code, 1, placed);
    ScalarCode once = once(arguments, code);
    VectorCode filled = new VectorCode(program, arguments, once, code);
    int end = code.allocateLocal(TypeKind.INT);
    code.iload(arguments.from()).iload(arguments.to()).iload(arguments.from()).isub().loadConstant(-lanes).iand().iadd()
        .istore(end);
    boolean[] read = readByVectors();
    each(false, k -> {
      if (read[k]) filled.spread(k);
    });
    loop(code, arguments, end, lanes, () -> {
      each(true, filled::compute);
      for (Program.Store store : program.stores()) filled.store(store.array(), store.value());
    });
  }

  /** Which results are operands of what differs from element to element, or are written. */
  private boolean[] readByVectors() {
    boolean[] read = new boolean[program.size()];
    for (Program.Store store : program.stores()) read[store.value()] = true;
    each(true, k -> {
      for (int n = 0; n < program.at(k).code().operands(); n++) read[program.at(k).operand(n)] = true;
    });
    return read;
  }

  private void rest(CodeBuilder code) {
    Arguments arguments = new Arguments(program, code, 0, placed);
    ScalarCode scalars = once(arguments, code);
    loop(code, arguments, arguments.to(), 1, () -> {
      each(true, scalars::compute);
      for (Program.Store store : program.stores()) {
        arguments.place(store.array());
        scalars.load(store.value());
        code.arrayStore(Types.of(program.precision()).held(Opcode.Kind.REAL));
      }
    });
    code.return_();
  }

  /** Computes what is the same for all elements. */
  private ScalarCode once(Arguments arguments, CodeBuilder code) {
    ScalarCode once = new ScalarCode(program, arguments, code);
    each(false, once::compute);
    return once;
  }

  private static void loop(CodeBuilder code, Arguments arguments, int end, int step, Runnable body) {
    Label top = code.newBoundLabel();
    Label done = code.newLabel();
    code.iload(arguments.from()).iload(end).if_icmpge(done);
    body.run();
    code.iinc(arguments.from(), step).goto_(top).labelBinding(done);
  }

  private void each(boolean varies, IntConsumer action) {
    for (int k = 0; k < program.size(); k++) if (varying[k] == varies) action.accept(k);
  }
}
