package plast.kernel;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;

/** Instructions that compute operations on one number: conditions are integers 0 and 1. */
final class ScalarCode {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc SCALARS = ClassDesc.of("plast.kernel.Scalars");

  private final Program program;
  private final Types types;
  private final boolean wide;
  private final Arguments arguments;
  private final CodeBuilder code;
  private final Members members;
  private final int[] slots;

  ScalarCode(Program program, Arguments arguments, CodeBuilder code) {
    this.program = program;
    this.types = Types.of(program.precision());
    this.wide = program.precision() == Precision.DOUBLE;
    this.arguments = arguments;
    this.code = code;
    this.members = new Members(code);
    this.slots = new int[program.size()];
  }

  /** Computes operation {@code k} into a local variable of its own, unless it is a constant. */
  void compute(int k) {
    Operation operation = program.at(k);
    if (operation.code().isLiteral()) return;
    for (int n = 0; n < operation.code().operands(); n++) load(operation.operand(n));
    apply(operation);
    slots[k] = code.allocateLocal(types.held(operation.code().kind()));
    code.storeLocal(types.held(operation.code().kind()), slots[k]);
  }

  /** Pushes the result of operation {@code k}. */
  void load(int k) {
    Operation operation = program.at(k);
    switch (operation.code()) {
      case CONSTANT -> pushReal(operation.literal());
      case BITS -> pushBits(operation.literal());
      case TRUTH -> code.loadConstant((int) operation.literal());
      default -> code.loadLocal(types.held(operation.code().kind()), slots[k]);
    }
  }

  private void pushReal(long bits) {
    if (wide) code.loadConstant(Double.longBitsToDouble(bits));
    else code.loadConstant(Float.intBitsToFloat((int) bits));
  }

  private void pushBits(long bits) {
    if (wide) code.loadConstant(bits);
    else code.loadConstant((int) bits);
  }

  private void apply(Operation operation) {
    switch (operation.code()) {
      case ELEMENT -> arguments.element((int) operation.literal());
      case SCALAR -> arguments.scalar((int) operation.literal());
      case FUSED -> call(MATH, "fma", types.real(), types.real(), types.real(), types.real());
      case ABSOLUTE -> call(MATH, "abs", types.real(), types.real());
      case ROOT -> call(wide ? MATH : SCALARS, wide ? "sqrt" : "root", types.real(), types.real());
      case MINIMUM -> call(MATH, "min", types.real(), types.real(), types.real());
      case MAXIMUM -> call(MATH, "max", types.real(), types.real(), types.real());
      case CHOOSE -> call(SCALARS, "choose", types.real(), CD_int, types.real(), types.real());
      case LESS -> call(SCALARS, "less", CD_int, types.real(), types.real());
      case AT_MOST -> call(SCALARS, "atMost", CD_int, types.real(), types.real());
      case EQUAL -> call(SCALARS, "equal", CD_int, types.real(), types.real());
      case FROM_BITS -> call(types.boxedReal(), wide ? "longBitsToDouble" : "intBitsToFloat", types.real(),
          types.bits());
      case TO_BITS -> call(types.boxedReal(), wide ? "doubleToRawLongBits" : "floatToRawIntBits", types.bits(),
          types.real());
      case AND -> code.iand();
      case OR -> code.ior();
      case NOT -> code.iconst_1().ixor();
      default -> instruction(operation);
    }
  }

  private void instruction(Operation operation) {
    switch (operation.code()) {
      case ADD -> real("ADD");
      case SUBTRACT -> real("SUB");
      case MULTIPLY -> real("MUL");
      case DIVIDE -> real("DIV");
      case NEGATE -> real("NEG");
      case BITS_ADD -> bits("ADD");
      case BITS_SUBTRACT -> bits("SUB");
      case BITS_AND -> bits("AND");
      case BITS_OR -> bits("OR");
      case SHIFT_LEFT -> shift("SHL", operation.literal());
      case SHIFT_RIGHT -> shift("USHR", operation.literal());
      default -> throw new IllegalArgumentException(operation + " has no instruction");
    }
  }

  private void real(String name) {
    instruction((wide ? "D" : "F") + name);
  }

  private void bits(String name) {
    instruction((wide ? "L" : "I") + name);
  }

  private void shift(String name, long by) {
    code.loadConstant((int) by);
    bits(name);
  }

  private void instruction(String name) {
    code.with(OperatorInstruction.of(java.lang.classfile.Opcode.valueOf(name)));
  }

  private void call(ClassDesc owner, String name, ClassDesc result, ClassDesc... parameters) {
    code.invokestatic(members.method(owner, name, result, parameters));
  }
}
