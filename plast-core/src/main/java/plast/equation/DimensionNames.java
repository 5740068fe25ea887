package plast.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words for dimensions: the unit, and what is measured in it. */
final class DimensionNames {
  private static final List<String> DERIVED = List.of("metre", "kilogram", "second", "amp", "kelvin", "mole", "candela",
      "hertz", "volt", "ohm", "siemens", "farad", "coulomb", "watt", "joule", "newton", "pascal", "henry", "weber",
          "tesla");
  private static final Map<String, String> QUANTITIES = Map.ofEntries(Map.entry("metre", "length"),
      Map.entry("kilogram", "mass"), Map.entry("second", "time"), Map.entry("amp", "current"),
      Map.entry("kelvin", "temperature"), Map.entry("hertz", "rate"), Map.entry("volt", "voltage"),
      Map.entry("ohm", "resistance"), Map.entry("siemens", "conductance"), Map.entry("farad", "capacitance"),
      Map.entry("coulomb", "charge"), Map.entry("watt", "power"), Map.entry("joule", "energy"));

  private DimensionNames() {}

  static String of(Dimension dimension) {
    if (dimension.isNone()) return "1";
    return single(dimension).or(() -> pair(dimension)).orElseGet(() -> product(dimension));
  }

  /** What is measured in {@code dimension}, as in "a resistance (ohm)". */
  static String quantity(Dimension dimension) {
    String unit = of(dimension);
    String word = QUANTITIES.get(unit);
    return word == null ? "a quantity in " + unit : "a " + word + " (" + unit + ")";
  }

  /** What to do to {@code what}, which lacks {@code factor}. */
  static String remedy(String what, Dimension factor) {
    Dimension inverse = factor.power(Rational.of(-1, 1));
    boolean divide = single(factor).isEmpty() && single(inverse).isPresent();
    return divide ? "Divide " + what + " by " + quantity(inverse) + "?" : "Multiply " + what + " by "
        + quantity(factor) + "?";
  }

  private static Optional<String> single(Dimension dimension) {
    return DERIVED.stream().filter(name -> dimension(name).equals(dimension)).findFirst();
  }

  /** volt/second, siemens/metre**2 and the like: one named unit and one base unit to a small power. */
  private static Optional<String> pair(Dimension dimension) {
    for (String base : List.of("second", "metre")) {
      for (int power : new int[] {1, 2, 3}) {
        String suffix = base + (power == 1 ? "" : "**" + power);
        Dimension factor = dimension(base).power(Rational.of(power, 1));
        Optional<String> over = single(dimension.times(factor)).filter(name -> !name.equals(base));
        if (over.isPresent()) return Optional.of(over.get() + "/" + suffix);
        Optional<String> times = single(dimension.per(factor))
            .filter(name -> !name.equals(base) && !name.equals("hertz"));
        if (times.isPresent()) return Optional.of(times.get() + "*" + suffix);
      }
    }
    return Optional.empty();
  }

  private static String product(Dimension dimension) {
    List<String> factors = new ArrayList<>();
    for (int k = 0; k < Dimension.BASE.size(); k++) {
      Rational exponent = dimension.exponents().get(k);
      String name = k == 3 ? "amp" : Dimension.BASE.get(k);
      if (exponent.equals(Rational.ONE)) factors.add(name);
      else if (!exponent.isZero()) factors.add(name + "**" + exponent);
    }
    return String.join("*", factors);
  }

  private static Dimension dimension(String name) {
    return Units.find(name).orElseThrow().dimension();
  }
}
