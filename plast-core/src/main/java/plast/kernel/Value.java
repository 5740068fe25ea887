package plast.kernel;

/** The result of an operation; methods add operations to its graph, named as in the Vector API. */
record Value(Graph graph, int id) {

  boolean is(Precision precision) {
    return graph.precision() == precision;
  }

  Opcode.Kind kind() {
    return graph.operations().get(id).code().kind();
  }

  Value constant(double value) {
    return graph.constant(value);
  }

  Value add(Value other) {
    return with(Opcode.ADD, other);
  }

  Value add(double other) {
    return add(constant(other));
  }

  Value sub(Value other) {
    return with(Opcode.SUBTRACT, other);
  }

  Value sub(double other) {
    return sub(constant(other));
  }

  Value mul(Value other) {
    return with(Opcode.MULTIPLY, other);
  }

  Value mul(double other) {
    return mul(constant(other));
  }

  Value div(Value other) {
    return with(Opcode.DIVIDE, other);
  }

  /** this · factor + summand, rounded once. */
  Value fma(Value factor, Value summand) {
    return with(Opcode.FUSED, factor, summand);
  }

  Value fma(double factor, Value summand) {
    return fma(constant(factor), summand);
  }

  /** The polynomial of this with {@code coefficients}, the highest power's first. */
  Value polynomial(double... coefficients) {
    Value sum = constant(coefficients[0]);
    for (int k = 1; k < coefficients.length; k++) sum = sum.fma(this, constant(coefficients[k]));
    return sum;
  }

  Value neg() {
    return with(Opcode.NEGATE);
  }

  Value abs() {
    return with(Opcode.ABSOLUTE);
  }

  Value sqrt() {
    return with(Opcode.ROOT);
  }

  Value min(Value other) {
    return with(Opcode.MINIMUM, other);
  }

  Value max(Value other) {
    return with(Opcode.MAXIMUM, other);
  }

  Value lt(Value other) {
    return with(Opcode.LESS, other);
  }

  Value lt(double other) {
    return lt(constant(other));
  }

  Value gt(double other) {
    return constant(other).lt(this);
  }

  Value le(Value other) {
    return with(Opcode.AT_MOST, other);
  }

  Value eq(Value other) {
    return with(Opcode.EQUAL, other);
  }

  Value eq(double other) {
    return eq(constant(other));
  }

  Value and(Value other) {
    return with(kind() == Opcode.Kind.BITS ? Opcode.BITS_AND : Opcode.AND, other);
  }

  Value or(Value other) {
    return with(kind() == Opcode.Kind.BITS ? Opcode.BITS_OR : Opcode.OR, other);
  }

  Value not() {
    return with(Opcode.NOT);
  }

  /** {@code yes} where this condition holds, {@code no} elsewhere. */
  Value choose(Value yes, Value no) {
    return with(Opcode.CHOOSE, yes, no);
  }

  Value choose(double yes, double no) {
    return choose(constant(yes), constant(no));
  }

  Value bits() {
    return with(Opcode.TO_BITS);
  }

  Value real() {
    return with(Opcode.FROM_BITS);
  }

  Value plusBits(Value other) {
    return with(Opcode.BITS_ADD, other);
  }

  Value minusBits(Value other) {
    return with(Opcode.BITS_SUBTRACT, other);
  }

  Value shiftLeft(int by) {
    return new Value(graph, graph.add(new Operation(Opcode.SHIFT_LEFT, id, 0, 0, by)));
  }

  Value shiftRight(int by) {
    return new Value(graph, graph.add(new Operation(Opcode.SHIFT_RIGHT, id, 0, 0, by)));
  }

  /** This, which has no sign, with the sign of {@code other}. */
  Value withSignOf(Value other) {
    return bits().or(other.signBit()).real();
  }

  Value signBit() {
    return bits().and(graph.bits(graph.precision().signBit()));
  }

  /** This within [low, high]; a NaN stays one. */
  Value within(double low, double high) {
    Value raised = lt(low).choose(constant(low), this);
    return raised.gt(high).choose(constant(high), raised);
  }

  private Value with(Opcode code, Value... others) {
    int b = others.length > 0 ? others[0].id : 0;
    int c = others.length > 1 ? others[1].id : 0;
    return new Value(graph, graph.add(new Operation(code, id, b, c, 0)));
  }
}
