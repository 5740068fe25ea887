package plast.kernel;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Instructions that compute operations on one of the processor's vectors: conditions are masks. */
final class VectorCode {
  private final Program program;
  private final Types types;
  private final Arguments arguments;
  private final ScalarCode once;
  private final CodeBuilder code;
  private final Members members;
  private final int[] slots;

  /** @param once has the results that are the same for all elements */
  VectorCode(Program program, Arguments arguments, ScalarCode once, CodeBuilder code) {
    this.program = program;
    this.types = Types.of(program.precision());
    this.arguments = arguments;
    this.once = once;
    this.code = code;
    this.members = new Members(code);
    this.slots = new int[program.size()];
  }

  /** Fills a vector with what {@code once} computed as operation {@code k}. */
  void spread(int k) {
    if (program.at(k).code().isLiteral()) return;
    fill(k);
    keep(k);
  }

  /** Computes operation {@code k} into a local variable of its own. */
  void compute(int k) {
    Operation operation = program.at(k);
    int n = operation.code().operands();
    // A blend takes what is to be where the condition does not hold first.
    int[] order = operation.code() == Opcode.CHOOSE ? new int[] {2, 1, 0} : new int[] {0, 1, 2};
    for (int m = 0; m < n; m++) load(operation.operand(order[m]));
    apply(operation);
    keep(k);
  }

  /** Pushes the result of operation {@code k}. */
  void load(int k) {
    // Constants are spread where they are used: the compiler of the JVM moves them out of the loop as far as it pays.
    if (program.at(k).code().isLiteral()) fill(k);
    else code.aload(slots[k]);
  }

  private void keep(int k) {
    slots[k] = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(slots[k]);
  }

  /** Writes the vector of operation {@code value} to array {@code array}. */
  void store(int array, int value) {
    load(value);
    arguments.place(array);
    code.invokevirtual(
        members.method(types.realVector(), "intoArray", CD_void, types.real().arrayType(), CD_int));
  }

  private void fill(int k) {
    Opcode.Kind kind = program.at(k).code().kind();
    ClassDesc vector = kind == Opcode.Kind.BITS ? types.bitsVector() : types.realVector();
    species(vector);
    once.load(k);
    if (kind == Opcode.Kind.MASK) {
      code.invokeinterface(Types.SPECIES, "maskAll", MethodTypeDesc.of(Types.MASK, CD_boolean));
    } else {
      ClassDesc element = kind == Opcode.Kind.BITS ? types.bits() : types.real();
      code.invokestatic(members.method(vector, "broadcast", vector, Types.SPECIES, element));
    }
  }

  private void species(ClassDesc vector) {
    code.getstatic(members.species(vector));
  }

  private void apply(Operation operation) {
    switch (operation.code()) {
      case ELEMENT -> element((int) operation.literal());
      case ADD -> real("add", Types.VECTOR);
      case SUBTRACT -> real("sub", Types.VECTOR);
      case MULTIPLY -> real("mul", Types.VECTOR);
      case DIVIDE -> real("div", Types.VECTOR);
      case FUSED -> real("fma", Types.VECTOR, Types.VECTOR);
      case NEGATE -> real("neg");
      case ABSOLUTE -> real("abs");
      case ROOT -> real("sqrt");
      case MINIMUM -> real("min", Types.VECTOR);
      case MAXIMUM -> real("max", Types.VECTOR);
      case CHOOSE -> real("blend", Types.VECTOR, Types.MASK);
      case LESS -> compare("LT");
      case AT_MOST -> compare("LE");
      case EQUAL -> compare("EQ");
      case AND -> mask("and", Types.MASK);
      case OR -> mask("or", Types.MASK);
      case NOT -> mask("not");
      default -> bits(operation);
    }
  }

  private void bits(Operation operation) {
    switch (operation.code()) {
      case TO_BITS -> call(types.realVector(), "reinterpretAs" + types.bitsName(), types.bitsVector());
      case FROM_BITS -> call(types.bitsVector(), "reinterpretAs" + types.realName(), types.realVector());
      case BITS_ADD -> call(types.bitsVector(), "add", types.bitsVector(), Types.VECTOR);
      case BITS_SUBTRACT -> call(types.bitsVector(), "sub", types.bitsVector(), Types.VECTOR);
      case BITS_AND -> call(types.bitsVector(), "and", types.bitsVector(), Types.VECTOR);
      case BITS_OR -> call(types.bitsVector(), "or", types.bitsVector(), Types.VECTOR);
      case SHIFT_LEFT -> shift("LSHL", operation.literal());
      case SHIFT_RIGHT -> shift("LSHR", operation.literal());
      default -> throw new IllegalArgumentException(operation + " has no instruction");
    }
  }

  private void element(int array) {
    species(types.realVector());
    arguments.place(array);
    code.invokestatic(members.method(
        types.realVector(), "fromArray", types.realVector(), Types.SPECIES, types.real().arrayType(), CD_int));
  }

  private void real(String name, ClassDesc... parameters) {
    call(types.realVector(), name, types.realVector(), parameters);
  }

  private void mask(String name, ClassDesc... parameters) {
    call(Types.MASK, name, Types.MASK, parameters);
  }

  private void compare(String comparison) {
    code.getstatic(Types.OPERATORS, comparison, Types.COMPARISON).swap();
    call(types.realVector(), "compare", Types.MASK, Types.COMPARISON, Types.VECTOR);
  }

  private void shift(String direction, long by) {
    code.getstatic(Types.OPERATORS, direction, Types.BINARY);
    if (types.held(Opcode.Kind.BITS) == TypeKind.LONG) code.loadConstant(by);
    else code.loadConstant((int) by);
    call(types.bitsVector(), "lanewise", types.bitsVector(), Types.BINARY, types.bits());
  }

  private void call(ClassDesc owner, String name, ClassDesc result, ClassDesc... parameters) {
    code.invokevirtual(members.method(owner, name, result, parameters));
  }
}
