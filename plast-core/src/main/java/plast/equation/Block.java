package plast.equation;

import java.util.List;

/** The statements of a reset, a pathway or a regular operation. */
public record Block(SourceText source, List<Statement> statements) {
  public Block {
    statements = List.copyOf(statements);
  }
}
