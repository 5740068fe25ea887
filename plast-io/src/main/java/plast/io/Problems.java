package plast.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with one file, so that a user sees all of it at once. Used by one thread. */
public final class Problems {

  private final String source;
  private final List<Problem> list = new ArrayList<>();

  /** @param source the file's name as the user wrote it */
  public Problems(String source) {
    this.source = source;
  }

  public void add(Problem problem) {
    list.add(problem);
  }

  public void addAll(Collection<Problem> problems) {
    list.addAll(problems);
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** In the order of the file. */
  public List<Problem> list() {
    return ConfigException.inOrder(list);
  }

  /** @throws ConfigException when there is at least one problem */
  public void throwIfAny() {
    if (!list.isEmpty()) throw new ConfigException(source, list);
  }
}
