package plast.cli;

/** A command line that cannot mean anything: the message says what would. Exit code 2. */
final class Wrong extends RuntimeException {
  Wrong(String message) {
    super(message);
  }
}
