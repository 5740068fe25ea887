package plast.equation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All units: the SI's, with every prefix on their full names and the usual ones on their symbols. */
public final class Units {
  private static final Map<String, Integer> PREFIXES = Map.ofEntries(Map.entry("y", -24), Map.entry("z", -21),
      Map.entry("a", -18), Map.entry("f", -15), Map.entry("p", -12), Map.entry("n", -9), Map.entry("u", -6),
      Map.entry("m", -3), Map.entry("c", -2), Map.entry("d", -1), Map.entry("da", 1), Map.entry("h", 2),
      Map.entry("k", 3), Map.entry("M", 6), Map.entry("G", 9), Map.entry("T", 12), Map.entry("P", 15),
      Map.entry("E", 18), Map.entry("Z", 21), Map.entry("Y", 24));
  private static final Set<String> SYMBOL_PREFIXES = Set.of("f", "p", "n", "u", "m", "k", "M", "G");

  /** Full names, which take every prefix. */
  private static final Map<String, Dimension> NAMES = names();
  /** Symbols, which stand only behind a prefix: m, h, n, V alone are a neuron's variables. */
  private static final Map<String, String> SYMBOLS = Map.ofEntries(Map.entry("s", "second"), Map.entry("V", "volt"),
      Map.entry("A", "ampere"), Map.entry("S", "siemens"), Map.entry("F", "farad"), Map.entry("Hz", "hertz"),
      Map.entry("W", "watt"), Map.entry("J", "joule"), Map.entry("C", "coulomb"), Map.entry("m", "metre"));
  /** All units to the power of 1. */
  private static final Map<String, Unit> ALL = all();
  private static final Set<String> USUAL = usual(ALL.keySet());

  private Units() {}

  /** The unit called {@code name}; cm2 and cm3 are the square and the cube of cm. */
  public static Optional<Unit> find(String name) {
    Unit unit = ALL.get(name);
    if (unit != null) return Optional.of(unit);
    int power = name.endsWith("2") ? 2 : name.endsWith("3") ? 3 : 0;
    Unit base = power == 0 ? null : ALL.get(name.substring(0, name.length() - 1));
    return base == null ? Optional.empty() : Optional.of(base.power(power));
  }

  /** The names that people use: without squares, and without rare prefixes on full names. */
  static Set<String> usual() {
    return USUAL;
  }

  private static Set<String> usual(Set<String> all) {
    Set<String> usual = new TreeSet<>();
    for (String name : all) if (name.length() <= 4 || NAMES.containsKey(name)) usual.add(name);
    return usual;
  }

  private static Map<String, Dimension> names() {
    Map<String, Dimension> names = new LinkedHashMap<>();
    names.put("metre", Dimension.of(1, 0, 0, 0, 0, 0, 0));
    names.put("meter", Dimension.of(1, 0, 0, 0, 0, 0, 0));
    names.put("gram", Dimension.of(0, 1, 0, 0, 0, 0, 0));
    names.put("second", Dimension.SECOND);
    names.put("ampere", Dimension.of(0, 0, 0, 1, 0, 0, 0));
    names.put("amp", Dimension.of(0, 0, 0, 1, 0, 0, 0));
    names.put("kelvin", Dimension.of(0, 0, 0, 0, 1, 0, 0));
    names.put("mole", Dimension.of(0, 0, 0, 0, 0, 1, 0));
    names.put("candela", Dimension.of(0, 0, 0, 0, 0, 0, 1));
    names.put("radian", Dimension.NONE);
    names.put("steradian", Dimension.NONE);
    names.put("hertz", Dimension.of(0, 0, -1, 0, 0, 0, 0));
    names.put("newton", Dimension.of(1, 1, -2, 0, 0, 0, 0));
    names.put("pascal", Dimension.of(-1, 1, -2, 0, 0, 0, 0));
    names.put("joule", Dimension.of(2, 1, -2, 0, 0, 0, 0));
    names.put("watt", Dimension.of(2, 1, -3, 0, 0, 0, 0));
    names.put("coulomb", Dimension.of(0, 0, 1, 1, 0, 0, 0));
    names.put("volt", Dimension.of(2, 1, -3, -1, 0, 0, 0));
    names.put("farad", Dimension.of(-2, -1, 4, 2, 0, 0, 0));
    names.put("ohm", Dimension.of(2, 1, -3, -2, 0, 0, 0));
    names.put("siemens", Dimension.of(-2, -1, 3, 2, 0, 0, 0));
    names.put("weber", Dimension.of(2, 1, -2, -1, 0, 0, 0));
    names.put("tesla", Dimension.of(0, 1, -2, -1, 0, 0, 0));
    names.put("henry", Dimension.of(2, 1, -2, -2, 0, 0, 0));
    names.put("lumen", Dimension.of(0, 0, 0, 0, 0, 0, 1));
    names.put("lux", Dimension.of(-2, 0, 0, 0, 0, 0, 1));
    names.put("becquerel", Dimension.of(0, 0, -1, 0, 0, 0, 0));
    names.put("gray", Dimension.of(2, 0, -2, 0, 0, 0, 0));
    names.put("sievert", Dimension.of(2, 0, -2, 0, 0, 0, 0));
    names.put("katal", Dimension.of(0, 0, -1, 0, 0, 1, 0));
    names.put("liter", Dimension.of(3, 0, 0, 0, 0, 0, 0));
    names.put("molar", Dimension.of(-3, 0, 0, 0, 0, 1, 0));
    return names;
  }

  private static Map<String, Unit> all() {
    Map<String, Unit> all = new LinkedHashMap<>();
    NAMES.forEach((name, dimension) -> {
      int own = switch (name) {
        case "gram", "liter" -> -3;
        case "molar" -> 3;
        default -> 0;
      };
      put(all, name, dimension, own);
      PREFIXES.forEach((prefix, tenth) -> put(all, prefix + name, dimension, own + tenth));
    });
    put(all, "kilogram", dimension("gram"), 0);
    put(all, "Hz", dimension("hertz"), 0);
    SYMBOLS.forEach((symbol, name) -> {
      for (String prefix : SYMBOL_PREFIXES) put(all, prefix + symbol, dimension(name), tenth(prefix));
    });
    put(all, "cm", dimension("metre"), -2);
    for (String prefix : new String[] {"n", "u", "m"}) {
      put(all, prefix + "M", dimension("molar"), 3 + tenth(prefix));
    }
    for (String prefix : new String[] {"k", "M", "G"}) {
      put(all, prefix + "ohm", dimension("ohm"), tenth(prefix));
    }
    return all;
  }

  private static Dimension dimension(String name) {
    return java.util.Objects.requireNonNull(NAMES.get(name));
  }

  private static int tenth(String prefix) {
    return java.util.Objects.requireNonNull(PREFIXES.get(prefix));
  }

  private static void put(Map<String, Unit> all, String name, Dimension dimension, int tenth) {
    all.put(name, new Unit(name, dimension, tenth));
  }
}
