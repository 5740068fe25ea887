package plast.paper.psrnn;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A {@link Request} from the words that {@link Request#words} makes; words about other things are skipped. */
final class RequestWords {
  private RequestWords() {}

  static Request parse(List<String> words) {
    Set<Part> parts = EnumSet.allOf(Part.class);
    boolean quick = false;
    Optional<String> task = Optional.empty();
    OptionalInt seeds = OptionalInt.empty(), cap = OptionalInt.empty();
    for (Iterator<String> next = words.iterator(); next.hasNext();) {
      switch (next.next()) {
        case "--quick" -> quick = true;
        case "--part" -> parts = parts(next.next());
        case "--task" -> task = Optional.of(next.next());
        case "--seeds" -> seeds = OptionalInt.of(Integer.parseInt(next.next()));
        case "--cap" -> cap = OptionalInt.of(Integer.parseInt(next.next()));
        default -> { }
      }
    }
    return new Request(parts, quick, task, seeds, cap);
  }

  /** {@code reference}, {@code atlas} or {@code all}. */
  static Set<Part> parts(String word) {
    return word.equals("all") ? EnumSet.allOf(Part.class) : EnumSet.of(Part.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
