package plast.io;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * JSON text from plain values and back. Keys keep their order; numbers that JSON cannot write (NaN, infinite)
 * become null.
 *
 * <p>Plain values are maps, iterables, arrays, records (their components in order), optionals (their content or null),
 * text, numbers, truth values and null; enums, paths and instants are written as their {@code toString}.
 */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** On one line. */
  public static String compact(@Nullable Object value) {
    return write(value, ObjectWriteContext.empty());
  }

  /** Indented, one key or item a line, ending with a line break. */
  public static String pretty(@Nullable Object value) {
    return write(value, new ObjectWriteContext.Base() {
      @Override
      public PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator(""))
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      }

      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }
    }) + "\n";
  }

  /**
   * Reads an object.
   *
   * @return its keys in order; values are Map, List, String, Long, Double, Boolean or null
   * @throws IOException when the file is unreadable or damaged; the message names it
   */
  public static Map<String, @Nullable Object> read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new FileFailure("cannot read " + file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /**
   * Parses an object.
   *
   * @throws IllegalArgumentException saying at which line and column the text is damaged
   */
  public static Map<String, @Nullable Object> parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw new IllegalArgumentException("not a JSON object");
      Map<String, @Nullable Object> object = readObject(parser);
      if (parser.nextToken() != null) throw new IllegalArgumentException("text after the end of the JSON object");
      return object;
    } catch (JacksonException e) {
      String place = e.getLocation() == null ? ""
          : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
      throw new IllegalArgumentException("damaged JSON" + place + ": " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, @Nullable Object> readObject(JsonParser parser) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      object.put(key, readValue(parser, parser.nextToken()));
    }
    return object;
  }

  private static @Nullable Object readValue(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          items.add(readValue(parser, t));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> switch (parser.getNumberType()) {
        case INT, LONG -> (Object) parser.getLongValue();
        default -> parser.getDoubleValue();
      };
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static String write(@Nullable Object value, ObjectWriteContext context) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(context, text)) {
      writeValue(out, Plain.of(value));
    }
    return text.toString();
  }

  private static void writeValue(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> map -> {
        out.writeStartObject();
        map.forEach((key, item) -> {
          out.writeName((String) key);
          writeValue(out, item);
        });
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(item -> writeValue(out, item));
        out.writeEndArray();
      }
      case Boolean truth -> out.writeBoolean(truth);
      case Long whole -> out.writeNumber(whole);
      case Double number when !Double.isFinite(number) -> out.writeNull();
      case Double number -> out.writeNumber(number);
      case Float number when !Float.isFinite(number) -> out.writeNull();
      case Float number -> out.writeNumber(number);
      default -> out.writeString(value.toString());
    }
  }
}
