package plast.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Readable YAML 1.2 from a tree or from plain values as in {@link Json}: keys in order, short lists on one line, quotes
 * only where the text would otherwise mean something else. Numbers are written so that they read back to the same bits.
 */
public final class YamlText {

  private static final int WIDTH = 100;

  /** What YAML 1.2 or its older readers would take for something other than text. */
  private static final Pattern NOT_TEXT = Pattern.compile(
      "[-+]?(\\.\\d+|\\d[\\d_]*(\\.\\d*)?)([eE][-+]?\\d+)?|0[xob][0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
          + "|~|(?i:null|true|false|yes|no|on|off|y|n)|\\d+-\\d+-\\d+.*|[-+]?\\d+(:\\d+)+(\\.\\d*)?");

  private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}_./+(αθ-][^\\p{C}\\u2028\\u2029]*");
  private static final Pattern UNSAFE_INSIDE =
      Pattern.compile(": |:$| #|[\\[\\]{},\"'`]|^- |^-$|^---|^\\.\\.\\.|\\s$|\\ufeff");

  private YamlText() {}

  /** @param value a map, a record or a {@link Node}; what is absent in it is left out */
  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    @Nullable Object tree = value instanceof Node node ? node : Plain.of(value);
    if (isBlock(tree)) block(out, tree, 0); else out.append(inline(tree)).append('\n');
    return out.toString();
  }

  /** The shortest text of a number that reads back to the same bits: {@code 0.001}, {@code 1e-5}, {@code 400}. */
  public static String number(double value) {
    if (Double.isNaN(value)) return ".nan";
    if (Double.isInfinite(value)) return value > 0 ? ".inf" : "-.inf";
    if (value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)) {
      return Long.toString((long) value);
    }
    // A point, and a sign on every exponent: readers of YAML 1.1 take 1e-5 and 1.0e5 for text.
    String text = Double.toString(value);
    int exponent = text.indexOf('E');
    if (exponent < 0) return text;
    String sign = text.charAt(exponent + 1) == '-' ? "" : "+";
    return text.substring(0, exponent) + "e" + sign + text.substring(exponent + 1);
  }

  private static void block(StringBuilder out, @Nullable Object tree, int indent) {
    switch (tree) {
      case MapNode map -> entries(out, values(map), indent);
      case ListNode list -> items(out, list.items(), indent);
      case Map<?, ?> map -> entries(out, map, indent);
      case List<?> list -> items(out, list, indent);
      case null, default -> throw new IllegalStateException("no block: " + tree);
    }
  }

  private static void entries(StringBuilder out, Map<?, ?> map, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() == null) continue;
      // The first key of a list item stands behind its dash.
      boolean behindDash = first && out.length() >= 2 && out.substring(out.length() - 2).equals("- ");
      if (!behindDash) out.repeat(' ', indent);
      out.append(plain((String) entry.getKey())).append(':');   // keys are always text
      value(out, entry.getValue(), indent);
      first = false;
    }
  }

  private static void value(StringBuilder out, @Nullable Object value, int indent) {
    if (isBlock(value)) {
      out.append('\n');
      block(out, value, indent + 2);
    } else {
      out.append(' ').append(inline(value)).append('\n');
    }
  }

  private static void items(StringBuilder out, List<?> list, int indent) {
    for (Object item : list) {
      out.repeat(' ', indent);
      if (isBlock(item) && !isList(item)) {
        out.append("- ");
        block(out, item, indent + 2);
      } else {
        out.append('-');
        value(out, item, indent);
      }
    }
  }

  private static boolean isList(@Nullable Object value) {
    return value instanceof List<?> || value instanceof ListNode;
  }

  /** Whether a value needs lines of its own: a map with keys, or a list that is long or holds such maps. */
  private static boolean isBlock(@Nullable Object value) {
    return switch (value) {
      case MapNode map -> isBlock(values(map));
      case Map<?, ?> map -> map.values().stream().anyMatch(item -> item != null);
      case ListNode list -> isBlock(list.items());
      case List<?> list -> list.stream().anyMatch(YamlText::isBlock) || inline(list).length() > WIDTH;
      case null, default -> false;
    };
  }

  private static String inline(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case ScalarNode scalar when scalar.isNull() -> "null";
      case ScalarNode scalar -> scalar.quoted() ? text(scalar.text()) : plain(scalar.text());
      case MapNode _ -> "{}";
      case Map<?, ?> _ -> "{}";
      case ListNode list -> inline(list.items());
      case List<?> list -> list.stream().map(YamlText::inline).collect(Collectors.joining(", ", "[", "]"));
      case Double number -> number(number);
      case Float number -> number(Double.parseDouble(number.toString()));
      case String text -> text(text);
      default -> value.toString();
    };
  }

  /** Text that must read back as text. */
  private static String text(String text) {
    return NOT_TEXT.matcher(text).matches() ? quoted(text) : plain(text);
  }

  /** Text that may read back as a number or the like. */
  private static String plain(String text) {
    boolean safe = SAFE.matcher(text).matches() && !UNSAFE_INSIDE.matcher(text).find();
    return safe ? text : quoted(text);
  }

  private static String quoted(String text) {
    if (text.chars().noneMatch(YamlText::mustEscape)) return "'" + text.replace("'", "''") + "'";
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> out.append(mustEscape(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }

  private static boolean mustEscape(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
  }

  private static Map<String, Node> values(MapNode map) {
    Map<String, Node> values = new LinkedHashMap<>();
    map.entries().forEach((key, entry) -> values.put(key, entry.value()));
    return values;
  }
}
