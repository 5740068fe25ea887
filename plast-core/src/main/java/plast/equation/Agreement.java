package plast.equation;

/** Whether a right side has the unit of what it defines. */
final class Agreement {
  private Agreement() {}

  static void of(Problems problems, Definition d, Expr right, Quantity quantity) {
    of(problems, d.variable(), d.unit().quantity(), right, quantity);
  }

  static void of(Problems problems, String name, Quantity own, Expr right, Quantity quantity) {
    if (quantity.isUnknown() || own.isUnknown()) return;
    if (own.isBoolean() != quantity.isBoolean()) {
      problems.error(right.span(), "'" + name + "' is " + (own.isBoolean() ? "boolean" : "a number")
          + ", the right side is "
          + (quantity.isBoolean() ? "a condition" : "a number"), own.isBoolean() ? "write a comparison such as x > 0"
          : "write int(...) for 0 or 1, or where(condition, a, b)");
    } else if (!own.fits(quantity)) {
      problems.error(right.span(), "'" + name + "' must have unit " + own.words() + ", the right side has "
          + quantity.words(),
          DimensionNames.remedy("it", own.dimension().per(quantity.dimension())));
    } else if (own.kind() == Quantity.Kind.INTEGER && quantity.kind() == Quantity.Kind.NUMBER
        && quantity.any() == Quantity.Fit.OWN_DIMENSION) {
      problems.error(right.span(), "'" + name + "' is integer, the right side need not be whole", "write int(...)");
    }
  }
}
