package plast.equation;

/** A flag where it is written. */
public record FlagUse(Flag flag, Span span) {}
