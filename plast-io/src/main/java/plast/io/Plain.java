package plast.io;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings any value that a file can hold down to Map, List, String, Long, Double, Float, Boolean and null.
 *
 * <p>Records become maps with their components in order, optionals their content or null, enums and paths and instants
 * their {@code toString}, {@link Iterable}s and arrays lists.
 */
final class Plain {

  private Plain() {}

  /** @throws IllegalArgumentException naming the type when a value is of no such kind */
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String _, Boolean _, Long _, Double _, Float _ -> value;
      case Integer _, Short _, Byte _ -> ((Number) value).longValue();
      case Enum<?> _, Character _, Path _, Temporal _ -> value.toString();
      case Optional<?> optional -> optional.map(Plain::of).orElse(null);
      case OptionalInt optional -> optional.isPresent() ? (Object) (long) optional.getAsInt() : null;
      case OptionalLong optional -> optional.isPresent() ? (Object) optional.getAsLong() : null;
      case OptionalDouble optional -> optional.isPresent() ? (Object) optional.getAsDouble() : null;
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, item) -> plain.put(String.valueOf(key), of(item)));
        yield plain;
      }
      case Iterable<?> items -> {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object item : items) plain.add(of(item));
        yield plain;
      }
      case Record object -> components(object);
      default -> {
        if (!value.getClass().isArray()) {
          throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be written as text");
        }
        List<@Nullable Object> plain = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) plain.add(of(Array.get(value, i)));
        yield plain;
      }
    };
  }

  private static Map<String, @Nullable Object> components(Record object) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (RecordComponent component : object.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        plain.put(component.getName(), of(component.getAccessor().invoke(object)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            "cannot read " + component.getName() + " of " + object.getClass().getName(), e);
      }
    }
    return plain;
  }
}
