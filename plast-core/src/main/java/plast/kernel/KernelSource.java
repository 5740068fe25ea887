package plast.kernel;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plast.equation.Expr;
import plast.equation.Expressions;

/**
 * What a kernel computes for each element: {@code assignments} one after the other, each seeing what the earlier ones
 * set. A target that is no array is a value of its own that later assignments may use.
 *
 * @param arrays    names of arrays, one number per element, read or written
 * @param scalars   names of numbers that are given at each run and are the same for all elements
 * @param constants numbers known now, in SI units; constants and units of the language need not be here
 */
public record KernelSource(Precision precision, List<String> arrays, List<String> scalars,
    Map<String, Double> constants, List<Assignment> assignments) {

  /** {@code target = value}; a condition is 1 or 0. */
  public record Assignment(String target, Expr value) {}

  /** @throws IllegalArgumentException if a name means two things, no array is set, or something else is */
  public KernelSource {
    arrays = List.copyOf(arrays);
    scalars = List.copyOf(scalars);
    constants = Map.copyOf(constants);
    assignments = List.copyOf(assignments);
    Set<String> seen = new HashSet<>();
    for (String name : Stream.of(arrays, scalars, constants.keySet()).flatMap(names -> names.stream()).toList()) {
      if (!seen.add(name)) throw new IllegalArgumentException("a kernel's name '" + name + "' means two things");
    }
    for (Assignment assignment : assignments) {
      String target = assignment.target();
      if (scalars.contains(target) || constants.containsKey(target)) {
        throw new IllegalArgumentException("'" + target + "' is the same for all elements: a kernel assigns to arrays");
      }
    }
    List<String> names = arrays;
    if (assignments.stream().noneMatch(assignment -> names.contains(assignment.target()))) {
      throw new IllegalArgumentException("a kernel writes none of its arrays " + arrays);
    }
  }

  /** A kernel from lines such as {@code v = v + dt*(I - v)/tau}. */
  public static KernelSource of(Precision precision, List<String> arrays, List<String> scalars, String... lines) {
    List<Assignment> assignments = Arrays.stream(lines).map(KernelSource::line).toList();
    return new KernelSource(precision, arrays, scalars, Map.of(), assignments);
  }

  private static Assignment line(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) throw new IllegalArgumentException("'" + line + "' assigns nothing: write 'name = expression'");
    return new Assignment(line.substring(0, equals).strip(), Expressions.of(line.substring(equals + 1).strip()));
  }
}
