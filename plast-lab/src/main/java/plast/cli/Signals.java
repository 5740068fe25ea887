package plast.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import plast.experiment.Interruption;

/**
 * Ctrl-C, the system's request to end, and the signal that batch systems send before their time limit: the first one
 * asks for an orderly stop, the second one ends the process at once.
 */
final class Signals {
  private static final List<String> NAMES = List.of("INT", "TERM", "USR1");

  private Signals() {}

  static void stop(Interruption interruption, Console console) {
    handle(interruption, () -> {
      if (interruption.requested()) Runtime.getRuntime().halt(Main.INTERRUPTED);
      console.note("\nStopping after this step; once more ends at once.");
    });
  }

  /** Only notes that a signal came, while a child process decides what it means. */
  static void pass(Interruption interruption) {
    handle(interruption, () -> { });
  }

  /** The JDK offers signals in a class that compilers warn of, and not on every system: hence by reflection. */
  private static void handle(Interruption interruption, Runnable first) {
    InvocationHandler handler = (_, method, _) -> switch (method.getName()) {
      case "handle" -> {
        first.run();
        interruption.request();
        yield null;
      }
      case "hashCode" -> System.identityHashCode(interruption);
      case "equals" -> false;
      default -> "signal handler";
    };
    for (String name : NAMES) {
      try {
        Class<?> signal = Class.forName("sun.misc.Signal"), type = Class.forName("sun.misc.SignalHandler");
        Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {type}, handler);
        Object named = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, type).invoke(null, named, proxy);
      } catch (ReflectiveOperationException | RuntimeException e) {
        // This system has no such signal; the others still work.
      }
    }
  }
}
