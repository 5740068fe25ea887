package plast.equation;

import java.util.ArrayList;
import java.util.List;
import plast.equation.Problem.Severity;
import plast.equation.SourceText.Finding;

/** Collects the problems of one text, so that a user sees all of them at once. */
final class Problems {
  /** A text with more than this is not a model; the rest would only scroll. */
  static final int MOST = 200;

  private final SourceText source;
  private final List<Problem> list = new ArrayList<>();

  Problems(SourceText source) {
    this.source = source;
  }

  SourceText source() {
    return source;
  }

  void error(Span span, String found, String advice) {
    add(Severity.ERROR, span, new Finding(found, advice));
  }

  void error(Span span, Finding finding) {
    add(Severity.ERROR, span, finding);
  }

  void warning(Span span, String found, String advice) {
    add(Severity.WARNING, span, new Finding(found, advice));
  }

  void add(Severity severity, Span span, Finding finding) {
    if (list.size() >= MOST) return;
    Problem problem = source.problem(severity, span, finding);
    if (!list.contains(problem)) list.add(problem);
  }

  void addAll(List<Problem> problems) {
    for (Problem problem : problems) if (list.size() < MOST && !list.contains(problem)) list.add(problem);
  }

  List<Problem> list() {
    return list.stream().sorted((a, b) -> a.place().line() != b.place().line()
        ? Integer.compare(a.place().line(), b.place().line())
        : Integer.compare(a.place().column(), b.place().column())).toList();
  }

  <T> Result<T> result(T value) {
    return Result.of(value, list());
  }
}
