package plast.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plast.io.RunIndex;

/** {@code plast index}: the index behind {@code plast ls}, a cache of what the run folders say. */
@Command(
    name = "index",
    description = "Bring the index of runs up to date; the run folders are the truth.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: plast index --rebuild"})
final class IndexCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--rebuild", description = "Forget the index and make it anew.")
  private boolean rebuild;

  @Mixin
  private RunsOption runs = new RunsOption();

  @Mixin
  private JsonOption json = new JsonOption();

  IndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunIndex index = new RunIndex(runs.folder(console), console.clock());
    RunIndex.Listing listing = rebuild ? index.rebuild() : index.list("");
    if (json.asked()) LsCommand.print(console, listing, true);
    else console.say(listing.runs().size() + " runs in " + runs.folder(console));
    listing.damaged().forEach(console::note);
    return Main.OK;
  }
}
