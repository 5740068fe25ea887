package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** Names of a trial's periods, set on as many lines as keep them apart. */
record PeriodNames(List<Name> names, int lines) {

  /** A name centred at a time, on a line counted upwards from 0. */
  record Name(String text, double middleMs, int line) { }

  static PeriodNames of(List<TrialView.Period> periods, double stepMs, double pixelsPerMs) {
    List<Double> ends = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    double total = periods.stream().mapToDouble(period -> period.end() * stepMs * pixelsPerMs).max().orElse(0);
    for (TrialView.Period period : periods) {
      double half = TextMeasure.width(period.label(), Theme.CELL_TEXT) / 2 + 1;
      double middle = (period.start() + period.end()) / 2.0 * stepMs * pixelsPerMs;
      middle = Math.max(half, Math.min(total - half + 4, middle));
      int line = 0;
      while (line < ends.size() && ends.get(line) > middle - half) {
        line++;
      }
      if (line == ends.size()) {
        ends.add(0.0);
      }
      ends.set(line, middle + half);
      names.add(new Name(period.label(), middle / pixelsPerMs, line));
    }
    return new PeriodNames(List.copyOf(names), ends.size());
  }
}
