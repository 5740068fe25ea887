package plast.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Operations being gathered: equal ones are one, those on constants are computed at once. */
final class Graph {
  private final Precision precision;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<Operation, Integer> known = new HashMap<>();
  private final Map<Integer, Program.Label> labels = new LinkedHashMap<>();

  Graph(Precision precision) {
    this.precision = precision;
  }

  Precision precision() {
    return precision;
  }

  List<Operation> operations() {
    return operations;
  }

  /** What is needed to write {@code written} into the arrays of these numbers. */
  Program program(List<String> arrays, List<String> scalars, Map<Integer, Value> written) {
    boolean[] needed = new boolean[operations.size()];
    for (Value value : written.values()) needed[value.id()] = true;
    for (int k = needed.length - 1; k >= 0; k--) {
      Operation operation = operations.get(k);
      for (int n = 0; needed[k] && n < operation.code().operands(); n++) needed[operation.operand(n)] = true;
    }
    int[] renamed = new int[needed.length];
    List<Operation> kept = new ArrayList<>();
    for (int k = 0; k < needed.length; k++) {
      renamed[k] = needed[k] ? kept.size() : -1;
      if (needed[k]) kept.add(operations.get(k).withOperands(renamed));
    }
    List<Program.Store> stores = new ArrayList<>();
    new TreeMap<>(written).forEach((array, value) -> stores.add(new Program.Store(array, renamed[value.id()])));
    return new Program(precision, arrays, scalars, kept, stores, renamed(labels, renamed));
  }

  private static Map<Integer, Program.Label> renamed(Map<Integer, Program.Label> labels, int[] renamed) {
    Map<Integer, Program.Label> kept = new LinkedHashMap<>();
    labels.forEach((id, label) -> {
      List<Integer> arguments = label.arguments().stream().map(argument -> renamed[argument]).toList();
      boolean whole = renamed[id] >= 0 && !arguments.contains(-1);
      if (whole) kept.put(renamed[id], new Program.Label(label.function(), arguments));
    });
    return kept;
  }

  Value constant(double value) {
    return literal(Opcode.CONSTANT, precision.bits(value));
  }

  Value bits(long bits) {
    return literal(Opcode.BITS, bits);
  }

  Value truth(boolean value) {
    return literal(Opcode.TRUTH, value ? 1 : 0);
  }

  /** The element of array or the scalar number {@code index}. */
  Value literal(Opcode code, long literal) {
    return new Value(this, add(Operation.literal(code, literal)));
  }

  int add(Operation operation) {
    int simpler = simpler(operation);
    if (simpler >= 0) return simpler;
    Operation kept = foldable(operation) ? folded(operation) : operation;
    Integer same = known.get(kept);
    if (same != null) return same;
    operations.add(kept);
    known.put(kept, operations.size() - 1);
    return operations.size() - 1;
  }

  /** Remembers that {@code result} is {@code function} of {@code arguments}. */
  Value labelled(Value result, String function, List<Value> arguments) {
    List<Integer> ids = arguments.stream().map(Value::id).toList();
    boolean composed = operations.get(result.id()).code().operands() > 0;
    if (composed && ids.stream().allMatch(id -> id < result.id())) {
      labels.putIfAbsent(result.id(), new Program.Label(function, ids));
    }
    return result;
  }

  private boolean foldable(Operation operation) {
    int n = operation.code().operands();
    if (n == 0) return false;
    for (int k = 0; k < n; k++) if (!operations.get(operation.operand(k)).code().isLiteral()) return false;
    return true;
  }

  private Operation folded(Operation operation) {
    long value = Scalars.apply(precision, operation, operations.get(operation.a()).literal(),
        operations.get(operation.b()).literal(), operations.get(operation.c()).literal());
    return Operation.literal(switch (operation.code().kind()) {
      case REAL -> Opcode.CONSTANT;
      case BITS -> Opcode.BITS;
      case MASK -> Opcode.TRUTH;
    }, value);
  }

  /** An operand that is the result whatever the others are, −1 if there is none; zeros keep their sign. */
  private int simpler(Operation operation) {
    int a = operation.a();
    int b = operation.b();
    return switch (operation.code()) {
      case MULTIPLY -> isConstant(b, 1) ? a : isConstant(a, 1) ? b : -1;
      case DIVIDE -> isConstant(b, 1) ? a : -1;
      case SUBTRACT -> isConstant(b, 0.0) ? a : -1;
      case ADD -> isConstant(b, -0.0) ? a : -1;
      case CHOOSE -> b == operation.c() || isTruth(a, 1) ? b : isTruth(a, 0) ? operation.c() : -1;
      case AND -> isTruth(a, 1) || isTruth(b, 0) || a == b ? b : isTruth(b, 1) || isTruth(a, 0) ? a : -1;
      case OR -> isTruth(a, 0) || isTruth(b, 1) || a == b ? b : isTruth(b, 0) || isTruth(a, 1) ? a : -1;
      case NOT -> operations.get(a).code() == Opcode.NOT ? operations.get(a).a() : -1;
      case NEGATE -> operations.get(a).code() == Opcode.NEGATE ? operations.get(a).a() : -1;
      case TO_BITS -> operations.get(a).code() == Opcode.FROM_BITS ? operations.get(a).a() : -1;
      case FROM_BITS -> operations.get(a).code() == Opcode.TO_BITS ? operations.get(a).a() : -1;
      default -> -1;
    };
  }

  private boolean isConstant(int id, double value) {
    return operations.get(id).equals(Operation.literal(Opcode.CONSTANT, precision.bits(value)));
  }

  private boolean isTruth(int id, long value) {
    return operations.get(id).equals(Operation.literal(Opcode.TRUTH, value));
  }
}
