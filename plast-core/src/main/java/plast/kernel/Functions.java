package plast.kernel;

import java.util.List;
import plast.equation.Builtin;

/** The functions of the language as operations. */
final class Functions {
  private Functions() {}

  /** Refuses what is not a function of one element's numbers alone, with the reason. */
  static void requireElementwise(Builtin function) {
    String reason = switch (function) {
      case RAND, RANDN, POISSON, HASH01 -> "draws random numbers: draw them into an array before the kernel";
      case MEAN -> "needs all elements: compute it before the kernel and pass it as a scalar or an array";
      case NOW, PREVIOUS, ADAM -> "remembers earlier updates: keep what it remembers in an array";
      case INPUT -> "is a sum over other units: compute it before the kernel and pass it as an array";
      default -> "";
    };
    if (!reason.isEmpty()) throw new IllegalArgumentException("'" + function.text() + "' " + reason);
  }

  static Value of(Builtin function, List<Value> arguments) {
    if (function == Builtin.WHERE) return where(condition(arguments.get(0)), arguments.get(1), arguments.get(2));
    Value x = number(arguments.getFirst());
    return arguments.size() == 1 ? ofOne(function, x)
        : ofMore(function, x, arguments.stream().skip(1).map(Functions::number).toList());
  }

  private static Value ofOne(Builtin function, Value x) {
    return switch (function) {
      case ABS -> x.abs();
      case SIGN -> x.gt(0).choose(x.constant(1), x.lt(0).choose(x.constant(-1), x));
      case SQRT -> x.sqrt();
      case EXP -> Exponentials.exp(x);
      case EXPM1 -> Exponentials.expm1(x);
      case EXPREL -> Exponentials.exprel(x);
      case LOG -> Logarithms.log(x);
      case LOG10 -> Logarithms.log10(x);
      case LOG1P -> Logarithms.log1p(x);
      case SIN -> Circles.sin(x);
      case COS -> Circles.cos(x);
      case TAN -> Circles.tan(x);
      case ARCSIN -> Arcs.arcsin(x);
      case ARCCOS -> Arcs.arccos(x);
      case ARCTAN -> Arcs.arctan(x);
      case SINH -> Exponentials.sinh(x);
      case COSH -> Exponentials.cosh(x);
      case TANH -> Exponentials.tanh(x);
      case SIGMOID -> Exponentials.sigmoid(x);
      case SOFTPLUS -> Exponentials.softplus(x);
      case ERF -> ErrorFunction.erf(x);
      case FLOOR -> Rounding.floor(x);
      case CEIL -> Rounding.ceil(x);
      case INT -> Rounding.truncate(x);
      case HEAVISIDE -> x.constant(0).le(x).choose(1, 0);
      default -> throw new IllegalArgumentException("'" + function.text() + "' is no function of one number");
    };
  }

  private static Value ofMore(Builtin function, Value x, List<Value> others) {
    return switch (function) {
      case CLIP -> x.max(others.get(0)).min(others.get(1));
      case MIN -> x.min(others.getFirst());
      case MAX -> x.max(others.getFirst());
      case TIMESTEP -> Rounding.floor(x.add(others.getFirst().mul(1e-3)).div(others.getFirst()));
      default -> throw new IllegalArgumentException("'" + function.text() + "' is no function of several numbers");
    };
  }

  private static Value where(Value condition, Value yes, Value no) {
    if (yes.kind() == Opcode.Kind.MASK && no.kind() == Opcode.Kind.MASK) {
      return condition.and(yes).or(condition.not().and(no));
    }
    return condition.choose(number(yes), number(no));
  }

  /** Small whole powers are products, all others go through the logarithm. */
  static Value power(Value base, Value exponent) {
    Operation operation = exponent.graph().operations().get(exponent.id());
    double n = operation.code() == Opcode.CONSTANT ? exponent.graph().precision().value(operation.literal()) : 0;
    if (n == 1) return base;
    if (n == 2) return base.mul(base);
    if (n == 3) return base.mul(base).mul(base);
    if (n == -1) return base.constant(1).div(base);
    return Logarithms.power(base, exponent);
  }

  /** A condition as 1 or 0. */
  static Value number(Value value) {
    return value.kind() == Opcode.Kind.MASK ? value.choose(1, 0) : value;
  }

  /** A number as a condition: whether it is not zero. */
  static Value condition(Value value) {
    return value.kind() == Opcode.Kind.MASK ? value : value.eq(0).not();
  }
}
