package plast.cli;

import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import plast.experiment.Progress;

/** Shows progress on the error stream: a bar for a person, a line every ten seconds for a log, nothing beside JSON. */
final class ProgressDisplay implements Progress.Listener, AutoCloseable {
  private static final int STEPS = 100;
  private static final long LINE_EVERY = 10_000;

  private final Console console;
  private final String title;
  private final boolean silent;
  private final Optional<ProgressBar> bar;
  private long lastLine;

  private ProgressDisplay(Console console, String title, boolean silent) {
    this.console = console;
    this.title = title;
    this.silent = silent;
    this.lastLine = console.clock().millis();
    this.bar = silent || !console.terminal() ? Optional.empty() : Optional.of(bar(title));
  }

  static ProgressDisplay of(Console console, String title, boolean silent) {
    return new ProgressDisplay(console, title, silent);
  }

  private static ProgressBar bar(String title) {
    return new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(STEPS)
        .setUnit(" %", 1)
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
        .setUpdateIntervalMillis(200)
        .hideEta()
        .setMaxRenderedLength(100)
        .build();
  }

  @Override
  public void progress(Progress progress) {
    if (silent) return;
    if (bar.isPresent()) {
      bar.get().stepTo(Math.round(STEPS * progress.fraction()));
      bar.get().setExtraMessage(rest(progress));
      return;
    }
    long now = console.clock().millis();
    if (now - lastLine < LINE_EVERY) return;
    lastLine = now;
    console.note("[" + title + "] " + Words.percent(progress.fraction()) + "  " + rest(progress));
  }

  private static String rest(Progress progress) {
    return String.format(Locale.ROOT, "%d/%d networks  %.0f k trials/min  left %s", progress.networksDone(),
        progress.networks(), progress.trialsPerSecond() * 60 / 1000, Words.time(progress.secondsLeft()));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
