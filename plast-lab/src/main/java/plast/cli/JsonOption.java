package plast.cli;

import picocli.CommandLine.Option;

/** The option that turns the result into one line of JSON. */
final class JsonOption {
  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  boolean asked() {
    return json;
  }
}
