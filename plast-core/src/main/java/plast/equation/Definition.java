package plast.equation;

import java.util.List;
import java.util.Optional;

/** One line of a model. */
public sealed interface Definition {

  /** The variable that is defined, where its name is written. */
  Expr.Name name();

  DeclaredUnit unit();

  List<FlagUse> flags();

  /** The whole definition. */
  Span span();

  /** The right side; a parameter has none unless it has a default. */
  Optional<Expr> right();

  /** The name as text. */
  default String variable() {
    return name().text();
  }

  /** Whether {@code flag} is given. */
  default boolean is(Flag flag) {
    return flags().stream().anyMatch(use -> use.flag() == flag);
  }

  /** {@code dx/dt = derivative : unit of x}. */
  record Differential(Expr.Name name, Expr derivative, DeclaredUnit unit, List<FlagUse> flags, Span span)
      implements Definition {
    public Differential {
      flags = List.copyOf(flags);
    }

    @Override
    public Optional<Expr> right() {
      return Optional.of(derivative);
    }
  }

  /** {@code x = value : unit}. */
  record Subexpression(Expr.Name name, Expr value, DeclaredUnit unit, List<FlagUse> flags, Span span)
      implements Definition {
    public Subexpression {
      flags = List.copyOf(flags);
    }

    @Override
    public Optional<Expr> right() {
      return Optional.of(value);
    }
  }

  /** {@code x : unit}; in rules also {@code x = start : unit}. */
  record Parameter(Expr.Name name, Optional<Expr> start, DeclaredUnit unit, List<FlagUse> flags, Span span)
      implements Definition {
    public Parameter {
      flags = List.copyOf(flags);
    }

    @Override
    public Optional<Expr> right() {
      return start;
    }
  }
}
