package plast.figure;

import java.util.ArrayList;
import java.util.List;

/** One panel of a figure: what is shown, with no word about how it is drawn. */
public sealed interface Panel permits Curves, PairedDots, Distributions, ComplexPlane, HeatMap, Bars, TrialView {

  /** Short heading beside the panel's letter; may be empty. */
  String title();

  /** One or two lines under the heading, such as a ratio with its interval and p; may be empty. */
  String note();

  /** {@code list} and {@code next}. */
  static <T> List<T> append(List<T> list, T next) {
    List<T> longer = new ArrayList<>(list);
    longer.add(next);
    return List.copyOf(longer);
  }
}
