package plast.equation;

/** Values of the functions in double precision. */
final class FunctionValues {
  private FunctionValues() {}

  static double of(Builtin function, double[] x) {
    double a = x.length > 0 ? x[0] : 0;
    return switch (function) {
      case ABS -> Math.abs(a);
      case SIGN -> Math.signum(a);
      case SQRT -> Math.sqrt(a);
      case EXP -> StrictMath.exp(a);
      case EXPM1 -> StrictMath.expm1(a);
      case EXPREL -> a == 0 ? 1 : StrictMath.expm1(a) / a;
      case LOG -> StrictMath.log(a);
      case LOG10 -> StrictMath.log10(a);
      case LOG1P -> StrictMath.log1p(a);
      case SIN -> StrictMath.sin(a);
      case COS -> StrictMath.cos(a);
      case TAN -> StrictMath.tan(a);
      case ARCSIN -> StrictMath.asin(a);
      case ARCCOS -> StrictMath.acos(a);
      case ARCTAN -> StrictMath.atan(a);
      case SINH -> StrictMath.sinh(a);
      case COSH -> StrictMath.cosh(a);
      case TANH -> StrictMath.tanh(a);
      case SIGMOID -> sigmoid(a);
      case SOFTPLUS -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
      case ERF -> ErrorFunction.of(a);
      case FLOOR -> Math.floor(a);
      case CEIL -> Math.ceil(a);
      case HEAVISIDE -> a >= 0 ? 1 : 0;
      case INT -> a < 0 ? Math.ceil(a) : Math.floor(a);
      case CLIP -> Math.min(Math.max(a, x[1]), x[2]);
      case MIN -> Math.min(a, x[1]);
      case MAX -> Math.max(a, x[1]);
      case WHERE -> a != 0 ? x[1] : x[2];
      case TIMESTEP -> Math.floor((a + 1e-3 * x[1]) / x[1]);
      case MEAN, NOW, PREVIOUS -> a;
      case RAND, RANDN, POISSON, HASH01, INPUT, ADAM ->
          throw new EquationException("'" + function.text() + "' has no value outside a run");
    };
  }

  /** 1/(1 + exp(−a)) without overflow on either side. */
  private static double sigmoid(double a) {
    double small = StrictMath.exp(-Math.abs(a));
    return a >= 0 ? 1 / (1 + small) : small / (1 + small);
  }
}
