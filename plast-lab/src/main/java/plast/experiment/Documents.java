package plast.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plast.io.ListNode;
import plast.io.MapNode;
import plast.io.Node;
import plast.io.Position;
import plast.io.Problem;
import plast.io.Problems;
import plast.io.ScalarNode;
import plast.io.YamlTree;

/** An experiment file and what it includes, each included file before the one that includes it. */
final class Documents {
  private final Path folder;
  private final Problems problems;
  private final List<Document> found = new ArrayList<>();

  private Documents(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** @param folder where relative includes are looked for */
  static List<Document> of(YamlTree tree, Path folder, Problems problems) {
    Documents documents = new Documents(folder, problems);
    documents.add(tree, Position.NOWHERE, new LinkedHashSet<>(Set.of(Path.of(tree.source()).toAbsolutePath().normalize())));
    return documents.found;
  }

  private void add(YamlTree tree, Position includedAt, Set<Path> open) {
    Document document = new Document(tree.source(), tree.root(), includedAt);
    for (Problem problem : tree.problems()) {
      Position position = new Position(Math.max(1, problem.line()), Math.max(1, problem.column()));
      problems.add(includedAt.line() == 0
          ? problem
          : document.place(position).problem(problem.key(), problem.message(), problem.suggestion()));
    }
    tree.root().find("include").ifPresent(node -> include(document, node, open));
    found.add(document);
  }

  private void include(Document document, Node node, Set<Path> open) {
    switch (node) {
      case ListNode list -> list.items().forEach(item -> include(document, item, open));
      case ScalarNode scalar when !scalar.isNull() -> include(document, scalar, open);
      case ScalarNode _, MapNode _ -> problems.add(document.place(node.position())
          .problem("include", "must be the name of a file, not " + node.kind(), ""));
    }
  }

  private void include(Document document, ScalarNode name, Set<Path> open) {
    Path file = document.includedAt().line() == 0
        ? folder.resolve(name.text())
        : Path.of(document.source()).toAbsolutePath().resolveSibling(name.text());
    Path real = file.toAbsolutePath().normalize();
    Position at = document.includedAt().line() == 0 ? name.position() : document.includedAt();
    if (open.contains(real)) {
      problems.add(document.place(name.position()).problem("include", "'" + name.text() + "' includes itself", ""));
      return;
    }
    Set<Path> deeper = new LinkedHashSet<>(open);
    deeper.add(real);
    add(YamlTree.read(file), at, deeper);
  }
}
