package plast.equation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The functions of the language: number of arguments, how units pass through, and what forbids a derivative. */
public enum Builtin {
  ABS("abs", 1, Passing.SAME), SIGN("sign", 1, Passing.PLAIN_RESULT, Jumps.STEP), SQRT("sqrt", 1, Passing.ROOT),
  EXP("exp", 1), EXPM1("expm1", 1), EXPREL("exprel", 1), LOG("log", 1), LOG10("log10", 1), LOG1P("log1p", 1),
  SIN("sin", 1), COS("cos", 1), TAN("tan", 1), ARCSIN("arcsin", 1), ARCCOS("arccos", 1), ARCTAN("arctan", 1),
  SINH("sinh", 1), COSH("cosh", 1), TANH("tanh", 1), SIGMOID("sigmoid", 1), SOFTPLUS("softplus", 1), ERF("erf", 1),
  FLOOR("floor", 1, Passing.PLAIN, Jumps.STEP), CEIL("ceil", 1, Passing.PLAIN, Jumps.STEP),
  HEAVISIDE("heaviside", 1, Passing.PLAIN_RESULT, Jumps.STEP), INT("int", 1, Passing.WHOLE, Jumps.STEP),
  CLIP("clip", 3, Passing.SAME), MIN("min", 2, Passing.SAME), MAX("max", 2, Passing.SAME),
      WHERE("where", 3, Passing.CHOICE),
  RAND("rand", 0, Passing.PLAIN, Jumps.RANDOM), RANDN("randn", 0, Passing.PLAIN, Jumps.RANDOM),
  POISSON("poisson", 1, Passing.PLAIN, Jumps.RANDOM), HASH01("hash01", 3, Passing.PLAIN, Jumps.RANDOM),
  TIMESTEP("timestep", 2, Passing.TIMES, Jumps.STEP),
  INPUT("input", 1, Passing.INPUT), MEAN("mean", 1, 2, Passing.MEAN), NOW("now", 1, Passing.SAME),
  PREVIOUS("previous", 1, Passing.SAME), ADAM("adam", 1, Passing.PLAIN_RESULT, Jumps.MEMORY);

  /** How the unit of the result follows from those of the arguments. */
  enum Passing {
    /** arguments and result are plain numbers */
    PLAIN,
    /** all arguments have one unit, which the result has too */
    SAME,
    /** any unit in, a plain number out */
    PLAIN_RESULT,
    ROOT, WHOLE, CHOICE, TIMES, INPUT, MEAN
  }

  /** Why there is no derivative. */
  enum Jumps {
    NEVER(""), STEP("it is constant between jumps"), RANDOM("it is random"),
        MEMORY("it has a memory of earlier updates");

    private final String reason;

    Jumps(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  static final Set<String> RANDOM = Set.of("rand", "randn", "poisson");
  /** Functions that only rules have. */
  static final Set<String> OF_RULES = Set.of("mean", "now", "previous", "adam");
  private static final Map<String, Builtin> BY_NAME = byName();

  private final String text;
  private final int fewest;
  private final int most;
  private final Passing passing;
  private final Jumps jumps;

  Builtin(String text, int arity) {
    this(text, arity, Passing.PLAIN);
  }

  Builtin(String text, int arity, Passing passing) {
    this(text, arity, passing, Jumps.NEVER);
  }

  Builtin(String text, int arity, Passing passing, Jumps jumps) {
    this.text = text;
    this.fewest = arity;
    this.most = arity;
    this.passing = passing;
    this.jumps = jumps;
  }

  Builtin(String text, int fewest, int most, Passing passing) {
    this.text = text;
    this.fewest = fewest;
    this.most = most;
    this.passing = passing;
    this.jumps = Jumps.NEVER;
  }

  /** The function called {@code name}. */
  public static Optional<Builtin> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static Set<String> known() {
    return BY_NAME.keySet();
  }

  /** The name in equations. */
  public String text() {
    return text;
  }

  public int fewestArguments() {
    return fewest;
  }

  public int mostArguments() {
    return most;
  }

  /** Why it has no derivative, empty if it has one. */
  public String notDifferentiable() {
    return jumps.reason();
  }

  Passing passing() {
    return passing;
  }

  private static Map<String, Builtin> byName() {
    Map<String, Builtin> map = new TreeMap<>();
    for (Builtin builtin : values()) map.put(builtin.text, builtin);
    return map;
  }
}
