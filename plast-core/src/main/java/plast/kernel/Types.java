package plast.kernel;

import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/**
 * The classes that generated code names.
 *
 * @param real   a number, {@code bits} an integer of the same width, boxed and as vectors of the processor's width
 * @param realName as in reinterpretAsDoubles; {@code bitsName} likewise
 */
record Types(ClassDesc real, ClassDesc boxedReal, ClassDesc realVector, ClassDesc bits, ClassDesc boxedBits,
    ClassDesc bitsVector, String realName, String bitsName) {
  private static final String API = "jdk.incubator.vector.";
  static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
  static final ClassDesc MASK = ClassDesc.of(API + "VectorMask");
  static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
  static final ClassDesc OPERATORS = ClassDesc.of(API + "VectorOperators");
  static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");
  static final ClassDesc BINARY = OPERATORS.nested("Binary");

  private static final Types OF_DOUBLES = new Types(CD_double, CD_Double, ClassDesc.of(API + "DoubleVector"), CD_long,
      CD_Long, ClassDesc.of(API + "LongVector"), "Doubles", "Longs");
  private static final Types OF_FLOATS = new Types(CD_float, CD_Float, ClassDesc.of(API + "FloatVector"), CD_int,
      CD_Integer, ClassDesc.of(API + "IntVector"), "Floats", "Ints");

  static Types of(Precision precision) {
    return precision == Precision.DOUBLE ? OF_DOUBLES : OF_FLOATS;
  }

  /** How one element of this kind is held. */
  TypeKind held(Opcode.Kind kind) {
    return switch (kind) {
      case REAL -> this == OF_DOUBLES ? TypeKind.DOUBLE : TypeKind.FLOAT;
      case BITS -> this == OF_DOUBLES ? TypeKind.LONG : TypeKind.INT;
      case MASK -> TypeKind.INT;
    };
  }
}
