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
  record Store(int array, int value) {}

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

  boolean writes(int array) {
    return stores.stream().anyMatch(store -> store.array() == array);
  }

  boolean reads(int array) {
    return operations.contains(Operation.literal(Opcode.ELEMENT, array));
  }
}
