package plast.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** The arguments of a generated loop: arrays, offsets, scalars, and the elements {@code from} to {@code to}. */
final class Arguments {
  private static final int ARRAYS = 0, OFFSETS = 1, SCALARS = 2, FROM = 3, TO = 4;

  private final Types types;
  private final CodeBuilder code;
  private final int[] arrays;
  private final int[] offsets;

  /** Takes the arrays that {@code program} touches into local variables. */
  Arguments(Program program, CodeBuilder code) {
    this.types = Types.of(program.precision());
    this.code = code;
    this.arrays = new int[program.arrays().size()];
    this.offsets = new int[arrays.length];
    boolean[] touched = program.touched();
    for (int n = 0; n < arrays.length; n++) {
      if (!touched[n]) continue;
      arrays[n] = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(ARRAYS).loadConstant(n).aaload().checkcast(types.real().arrayType()).astore(arrays[n]);
      offsets[n] = code.allocateLocal(TypeKind.INT);
      code.aload(OFFSETS).loadConstant(n).iaload().istore(offsets[n]);
    }
  }

  /** The type of a loop; a static one gives back the first element that it left undone. */
  static MethodTypeDesc loop(ClassDesc result) {
    return MethodTypeDesc.of(result, CD_Object.arrayType(), CD_int.arrayType(), CD_double.arrayType(), CD_int, CD_int);
  }

  int from() {
    return FROM;
  }

  int to() {
    return TO;
  }

  /** Pushes array {@code n} and the place of the current element. */
  void place(int n) {
    code.aload(arrays[n]).iload(FROM).iload(offsets[n]).iadd();
  }

  /** Pushes the current element of array {@code n}. */
  void element(int n) {
    place(n);
    code.arrayLoad(TypeKind.from(types.real()));
  }

  /** Pushes scalar {@code n}. */
  void scalar(int n) {
    code.aload(SCALARS).loadConstant(n).daload();
    if (types.held(Opcode.Kind.REAL) == TypeKind.FLOAT) code.d2f();
  }
}
