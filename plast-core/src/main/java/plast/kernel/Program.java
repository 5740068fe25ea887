package plast.kernel;

import java.util.List;
import java.util.Map;

/**
 * A kernel as a list of operations on one element, each on results of earlier ones.
 *
 * @param arrays     names of the arrays, one value per element each
 * @param scalars    names of the values that are the same for all elements
 * @param stores     what is written, after everything is computed
 * @param labels     which results are functions of the language, by operation, for printing
 */
record Program(Precision precision, List<String> arrays, List<String> scalars, List<Operation> operations,
    List<Store> stores, Map<Integer, Label> labels) {

  /** The result of operation {@code value} is written to array {@code array}. */
  record Store(int array, int value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Store s && array == s.array && value == s.value;
    }

    @Override
    public int hashCode() {
      return 31 * array + value;
    }
  }

  /** A result is {@code function} of the results {@code arguments}. */
  record Label(String function, List<Integer> arguments) {
    Label {
      arguments = List.copyOf(arguments);
    }
  }

  Program {
    arrays = List.copyOf(arrays);
    scalars = List.copyOf(scalars);
    operations = List.copyOf(operations);
    stores = List.copyOf(stores);
    labels = Map.copyOf(labels);
  }

  Operation at(int k) {
    return operations.get(k);
  }

  int size() {
    return operations.size();
  }

  /** Which operations differ from element to element; the others are computed once. */
  boolean[] varying() {
    boolean[] varying = new boolean[size()];
    for (int k = 0; k < varying.length; k++) {
      Operation operation = at(k);
      varying[k] = operation.code() == Opcode.ELEMENT;
      for (int n = 0; n < operation.code().operands(); n++) varying[k] |= varying[operation.operand(n)];
    }
    return varying;
  }

  /** Which arrays are read or written. */
  boolean[] touched() {
    boolean[] touched = new boolean[arrays.size()];
    for (Operation operation : operations) {
      if (operation.code() == Opcode.ELEMENT) touched[(int) operation.literal()] = true;
    }
    for (Store store : stores) touched[store.array()] = true;
    return touched;
  }

  /** Programs are equal when they compute the same, whatever is printed beside it. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Program p && precision == p.precision && operations.equals(p.operations)
        && stores.equals(p.stores) && arrays.equals(p.arrays) && scalars.equals(p.scalars);
  }

  @Override
  public int hashCode() {
    return 31 * operations.hashCode() + stores.hashCode();
  }
}
