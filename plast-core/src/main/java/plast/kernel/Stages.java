package plast.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A long program as several short ones that hand results over in arrays of their own, behind those of the program: the
 * JVM leaves methods of more than 8000 bytes to its interpreter, and gives up on vectors in loops of many operations.
 */
final class Stages {
  private final Program program;
  /** In which stage each operation is computed. */
  private final int[] stage;
  private final Map<Integer, Integer> carriers = new HashMap<>();

  private Stages(Program program, int most) {
    this.program = program;
    this.stage = new int[program.size()];
    int computed = 0;
    for (int k = 0; k < stage.length; k++) {
      stage[k] = computed / most;
      if (!isGiven(k)) computed++;
    }
    for (int k = 0; k < stage.length; k++) {
      for (int n = 0; n < program.at(k).code().operands(); n++) carryTo(stage[k], program.at(k).operand(n));
    }
    for (Program.Store store : program.stores()) carryTo(last(), store.value());
  }

  /**
   * {@code program} in stages of at most {@code most} operations besides those that turn conditions and bits into
   * numbers to hand over; itself if it is no longer.
   */
  static List<Program> of(Program program, int most) {
    Stages stages = new Stages(program, most);
    if (stages.last() == 0) return List.of(program);
    List<String> arrays = stages.arrays();
    return IntStream.rangeClosed(0, stages.last()).mapToObj(number -> stages.program(number, arrays)).toList();
  }

  private int last() {
    return stage[stage.length - 1];
  }

  private void carryTo(int user, int k) {
    if (!isGiven(k) && stage[k] < user) carriers.putIfAbsent(k, program.arrays().size() + carriers.size());
  }

  /** Constants, elements and scalars are at hand in every stage. */
  private boolean isGiven(int k) {
    return program.at(k).code().operands() == 0;
  }

  private Program program(int number, List<String> arrays) {
    Graph graph = new Graph(program.precision());
    int[] renamed = new int[program.size()];
    Arrays.fill(renamed, -1);
    Map<Integer, Value> written = new HashMap<>();
    for (int k = 0; k < renamed.length; k++) {
      if (isGiven(k) || stage[k] != number) continue;
      for (int n = 0; n < program.at(k).code().operands(); n++) bring(program.at(k).operand(n), graph, renamed);
      renamed[k] = graph.add(program.at(k).withOperands(renamed));
      Integer carrier = carriers.get(k);
      if (carrier != null) written.put(carrier, carried(new Value(graph, renamed[k])));
    }
    if (number == last()) {
      for (Program.Store store : program.stores()) {
        bring(store.value(), graph, renamed);
        written.put(store.array(), new Value(graph, renamed[store.value()]));
      }
    }
    return graph.program(arrays, program.scalars(), written);
  }

  /** Makes what is given or comes from an earlier stage known in {@code graph}. */
  private void bring(int k, Graph graph, int[] renamed) {
    if (renamed[k] >= 0) return;
    Integer carrier = carriers.get(k);
    renamed[k] = carrier == null ? graph.add(program.at(k)) : taken(graph, k, carrier).id();
  }

  private List<String> arrays() {
    return Stream.concat(program.arrays().stream(),
        carriers.values().stream().sorted().map(array -> "carried" + array)).toList();
  }

  private static Value carried(Value value) {
    return switch (value.kind()) {
      case REAL -> value;
      case BITS -> value.real();
      case MASK -> value.choose(1, 0);
    };
  }

  private Value taken(Graph graph, int k, int carrier) {
    Value element = graph.literal(Opcode.ELEMENT, carrier);
    return switch (program.at(k).code().kind()) {
      case REAL -> element;
      case BITS -> element.bits();
      case MASK -> element.eq(1);
    };
  }
}
