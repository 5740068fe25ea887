package plast.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A program as text: {@code v7 = fused(v3, 0.5, v5)}, a function's result with the function behind it. */
final class Listing {
  private final Program program;

  private Listing(Program program) {
    this.program = program;
  }

  static String of(Program program) {
    Listing listing = new Listing(program);
    List<String> lines = new ArrayList<>();
    lines.add("kernel of " + program.precision().name().toLowerCase(Locale.ROOT) + ", arrays " + program.arrays()
        + ", scalars " + program.scalars());
    boolean[] varying = program.varying();
    for (int k = 0; k < program.size(); k++) {
      if (program.at(k).code().operands() > 0) lines.add((varying[k] ? "  " : "  once: ") + listing.line(k));
    }
    for (Program.Store store : program.stores()) {
      lines.add("  " + program.arrays().get(store.array()) + "[i] = " + listing.operand(store.value()));
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(int k) {
    Operation operation = program.at(k);
    List<String> operands = new ArrayList<>();
    for (int n = 0; n < operation.code().operands(); n++) operands.add(operand(operation.operand(n)));
    if (operation.code() == Opcode.SHIFT_LEFT || operation.code() == Opcode.SHIFT_RIGHT) {
      operands.add(String.valueOf(operation.literal()));
    }
    String text = "v" + k + " = " + operation.code().name().toLowerCase(Locale.ROOT) + call(operands);
    Program.Label label = program.labels().get(k);
    return label == null ? text : text + "  # " + label.function() + call(label.arguments().stream()
        .map(this::operand).toList());
  }

  private static String call(List<String> operands) {
    return "(" + String.join(", ", operands) + ")";
  }

  private String operand(int k) {
    Operation operation = program.at(k);
    return switch (operation.code()) {
      case CONSTANT -> String.valueOf(program.precision() == Precision.DOUBLE
          ? (Object) Double.longBitsToDouble(operation.literal()) : Float.intBitsToFloat((int) operation.literal()));
      case BITS -> "0x" + (program.precision() == Precision.DOUBLE ? Long.toHexString(operation.literal())
          : Integer.toHexString((int) operation.literal()));
      case TRUTH -> operation.literal() == 1 ? "true" : "false";
      case ELEMENT -> program.arrays().get((int) operation.literal()) + "[i]";
      case SCALAR -> program.scalars().get((int) operation.literal());
      default -> "v" + k;
    };
  }
}
