package plast.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plast.equation.Integrator;
import plast.equation.Surrogate;
import plast.rate.WrittenNetwork;

/** A network of equations, from and to the keys of an experiment file. */
final class NetworkText {
  private static final String POPULATIONS = "network.populations", PROJECTIONS = "network.projections";
  private static final String READOUT = "network.readout";

  private NetworkText() {}

  /** The network that {@code settings} write out, if they do. */
  static Optional<WrittenNetwork> read(Settings settings) {
    Set<String> populations = names(settings, POPULATIONS);
    if (populations.isEmpty()) return Optional.empty();
    Map<String, WrittenNetwork.Population> made = new LinkedHashMap<>();
    for (String name : populations) made.put(name, population(new Fields(settings, POPULATIONS + "." + name)));
    Map<String, WrittenNetwork.Projection> connected = new LinkedHashMap<>();
    for (String name : names(settings, PROJECTIONS)) {
      connected.put(name, projection(new Fields(settings, PROJECTIONS + "." + name)));
    }
    Fields readout = new Fields(settings, READOUT);
    return Optional.of(new WrittenNetwork(made, connected,
        new WrittenNetwork.Readout(readout.text("from"), readout.text("reads"), readout.text("weights")),
        new Fields(settings, "network").<Surrogate>choice("surrogate")));
  }

  private static WrittenNetwork.Population population(Fields fields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String variable : names(fields.settings, fields.section + ".values")) {
      values.put(variable, fields.text("values." + variable));
    }
    return new WrittenNetwork.Population(fields.count("size"), fields.text("equations"),
        fields.<Integrator>choice("integrator"), fields.has("rate") ? fields.text("rate") : "",
        fields.text("cost"), values,
        fields.names("trained"));
  }

  private static WrittenNetwork.Projection projection(Fields fields) {
    return new WrittenNetwork.Projection(fields.text("from"), fields.text("to"), fields.text("sends"),
        fields.text("input"), fields.text("weights"), fields.text("present"), (Double) fields.value("probability"),
        (WrittenNetwork.Sign) fields.value("sign"), (Boolean) fields.value("trained"));
  }

  /** What stands in {@code section}, in the order of the file. */
  private static Set<String> names(Settings settings, String section) {
    Set<String> names = new LinkedHashSet<>();
    for (String path : settings.byPath().keySet()) {
      if (path.startsWith(section + ".")) names.add(path.substring(section.length() + 1).split("\\.")[0]);
    }
    return names;
  }

  /** The values in one section, given or standard. */
  private record Fields(Settings settings, String section) {
    boolean has(String name) {
      return settings.has(section + "." + name);
    }

    Object value(String name) {
      String path = section + "." + name;
      if (settings.has(path)) return settings.given(path);
      NetworkKeys.NetworkKey key = NetworkKeys.at(path).orElseThrow();
      return key.type().read(key.standard()) instanceof ValueType.Value standard ? standard.value() : "";
    }

    String text(String name) {
      return (String) value(name);
    }

    int count(String name) {
      return value(name) instanceof Long count ? Math.toIntExact(count) : 0;
    }

    List<String> names(String name) {
      return has(name) ? ((Set<?>) value(name)).stream().map(String.class::cast).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    <E> Optional<E> choice(String name) {
      return (Optional<E>) value(name);
    }
  }

  /** All keys of a network as text, as {@link #read} reads them back; standard values are left out. */
  static Map<String, String> flat(WrittenNetwork network) {
    Map<String, String> flat = new LinkedHashMap<>();
    network.populations().forEach((name, p) -> {
      String section = POPULATIONS + "." + name + ".";
      flat.put(section + "size", "" + p.size());
      flat.put(section + "equations", p.equations());
      put(flat, section + "integrator", p.integrator().map(Integrator::text).orElse("auto"));
      put(flat, section + "rate", p.rate());
      put(flat, section + "cost", p.cost());
      p.values().forEach((variable, value) -> flat.put(section + "values." + variable, value));
      if (!p.trained().isEmpty()) flat.put(section + "trained", p.trained().toString());
    });
    network.projections().forEach((name, p) -> {
      String section = PROJECTIONS + "." + name + ".";
      flat.put(section + "from", p.from());
      flat.put(section + "to", p.to());
      put(flat, section + "sends", p.sends());
      put(flat, section + "input", p.input());
      put(flat, section + "weights", p.weights());
      put(flat, section + "present", p.present());
      for (String number : List.of("probability", "sign", "trained")) {
        put(flat, section + number, write(section + number, switch (number) {
          case "probability" -> p.probability();
          case "sign" -> p.sign();
          default -> p.trained();
        }));
      }
    });
    put(flat, READOUT + ".from", network.readout().from());
    put(flat, READOUT + ".reads", network.readout().reads());
    put(flat, READOUT + ".weights", network.readout().weights());
    put(flat, "network.surrogate", network.surrogate().map(Surrogate::text).orElse("none"));
    return flat;
  }

  private static String write(String path, Object value) {
    return NetworkKeys.at(path).orElseThrow().type().write(value);
  }

  private static void put(Map<String, String> flat, String path, String text) {
    boolean standard = NetworkKeys.at(path).map(NetworkKeys.NetworkKey::standard).filter(text::equals).isPresent();
    if (!standard && !text.isEmpty()) flat.put(path, text);
  }

  /** What a network must say and does not. */
  static List<String> missing(Settings settings) {
    List<String> missing = new ArrayList<>();
    for (String name : names(settings, POPULATIONS)) {
      for (String field : List.of("size", "equations")) require(settings, POPULATIONS + "." + name + "." + field, missing);
    }
    for (String name : names(settings, PROJECTIONS)) {
      for (String field : List.of("from", "to")) require(settings, PROJECTIONS + "." + name + "." + field, missing);
    }
    return missing;
  }

  private static void require(Settings settings, String path, List<String> missing) {
    if (!settings.has(path)) missing.add(path);
  }
}
