package plast.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;

/** The arguments of a generated loop: arrays, offsets, scalars, and the elements {@code from} to {@code to}. */
final class Arguments {
  private final int first;
  private final Types types;
  private final CodeBuilder code;
  private final int[] arrays;
  private final int[] offsets; // empty where all are 0

  /**
   * Takes the arrays that {@code program} touches into local variables.
   *
   * @param first  the variable of the first argument: 1 in a method of an object
   * @param placed whether arrays start at offsets; a place that is the loop's variable alone is a little faster
   */
  Arguments(Program program, CodeBuilder code, int first, boolean placed) {
    this.first = first;
    this.types = Types.of(program.precision());
    this.code = code;
    this.arrays = new int[program.arrays().size()];
    this.offsets = new int[placed ? arrays.length : 0];
    boolean[] touched = program.touched();
    for (int n = 0; n < arrays.length; n++) {
      if (!touched[n]) continue;
      arrays[n] = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(first).loadConstant(n).aaload().checkcast(types.real().arrayType()).astore(arrays[n]);
      if (!placed) continue;
      offsets[n] = code.allocateLocal(TypeKind.INT);
      code.aload(first + 1).loadConstant(n).iaload().istore(offsets[n]);
    }
  }

  /** The type of a loop. */
  static MethodTypeDesc loop() {
    return MethodTypeDesc.of(CD_void, CD_Object.arrayType(), CD_int.arrayType(), CD_double.arrayType(), CD_int, CD_int);
  }

  int from() {
    return first + 3;
  }

  int to() {
    return first + 4;
  }

  /** Pushes array {@code n} and the place of the current element. */
  void place(int n) {
    code.aload(arrays[n]).iload(from());
    if (offsets.length > 0) code.iload(offsets[n]).iadd();
  }

  /** Pushes the current element of array {@code n}. */
  void element(int n) {
    place(n);
    code.arrayLoad(TypeKind.from(types.real()));
  }

  /** Pushes scalar {@code n}. */
  void scalar(int n) {
    code.aload(first + 2).loadConstant(n).daload();
    if (types.held(Opcode.Kind.REAL) == TypeKind.FLOAT) code.d2f();
  }
}
