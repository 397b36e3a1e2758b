package dev.zonewright.cli;

import dev.zonewright.cli.given.Threshold;
import dev.zonewright.report.JoinedReview;
import dev.zonewright.report.Printable;
import dev.zonewright.report.UnjoinableException;
import dev.zonewright.text.Unreadable;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.Options;

/** {@code zonewright merge}: joins what several machines reviewed. */
final class MergeCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright merge [--fail-on SEVERITY] FILE...

      Joins reviews written with --format json: all shares of one review (review --shard), or
      reviews of different files. Joined shares give the same JSON as one review of everything.

        FILE                 Reviews, or folders of reviews as .json files; - is a review on
                             standard input.
        --fail-on SEVERITY   Exit with 1 for findings of this severity or higher: critical, high,
                             medium, low (the default).
        -h, --help           Show this help and exit.
        -V, --version        Show the version and exit.

      Exit codes
        0  no findings at or above the threshold
        1  findings at or above the threshold
        2  the command line is wrong
        3  something could not be analysed, or the reviews do not belong together
      """;

  private final Console console;
  private final Engine engine;

  MergeCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return new Options().addOption(null, "fail-on", true, null);
  }

  @Override
  public int run(Arguments arguments) {
    Threshold threshold = arguments.oneOf("fail-on", Threshold.LOW);
    List<String> paths = arguments.paths();
    PathArguments.checkReadOnce(paths, "");
    try {
      JoinedReview joined = JoinedReview.of(read(paths));
      joined.write(console.out());
      console.out().flush();
      if (joined.hasHoles()) {
        return ExitCode.NOT_ANALYSED;
      }
      return joined.reaches(threshold.severity()) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    } catch (UnjoinableException e) {
      PrintWriter err = console.errWriter();
      err.println(Printable.of(String.valueOf(e.getMessage())));
      err.flush();
      return ExitCode.NOT_ANALYSED;
    }
  }

  private Map<String, String> read(List<String> paths) throws UnjoinableException {
    Map<String, String> texts = new TreeMap<>();
    Map<String, Unreadable> unreadable = new TreeMap<>();
    OpenListener listener =
        new OpenListener() {
          @Override
          public void opened(OpenedFile file) {
            texts.put(file.name(), file.source().text());
          }

          @Override
          public void unreadable(Unreadable file) {
            unreadable.put(file.file(), file);
          }
        };
    if (paths.contains(Engine.STDIN)) {
      engine.store().open(console.in(), Engine.STDIN, listener);
    }
    List<Path> files = paths.stream().filter(p -> !p.equals(Engine.STDIN)).map(Path::of).toList();
    engine.store().open(files, listener, () -> false);
    for (Unreadable file : unreadable.values()) {
      throw new UnjoinableException(file.file() + ": " + file.what() + ". " + file.cure());
    }
    return texts;
  }
}
