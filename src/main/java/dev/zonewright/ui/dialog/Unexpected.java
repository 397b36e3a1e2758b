package dev.zonewright.ui.dialog;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.report.Version;
import dev.zonewright.ui.Counts;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that should not have happened.
 *
 * @param summary what it was, in one line
 * @param promise what became of the texts
 * @param details for those who fix it: versions and where in the program, nothing of any manifest
 */
public record Unexpected(String summary, String promise, String details) {
  /**
   * Describes a failure.
   *
   * @param kept how many unsaved texts were kept before this was made
   */
  public static Unexpected of(Throwable failure, int kept) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    String details =
        """
        Zonewright %s
        Java %s, %s %s (%s)

        %s\
        """
            .formatted(
                Version.current(),
                System.getProperty("java.version", ""),
                System.getProperty("os.name", ""),
                System.getProperty("os.version", ""),
                System.getProperty("os.arch", ""),
                trace);
    return new Unexpected(Masked.within(summary(failure)), promise(kept), Masked.within(details));
  }

  private static String summary(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? kind
        : kind + ": " + message.lines().findFirst().orElse("");
  }

  private static String promise(int kept) {
    return kept == 0
        ? "No text was lost: your texts are untouched."
        : "No text was lost: %s kept apart, and would come back after a crash. You can go on, or save now."
            .formatted(
                Counts.say(kept, "text that is not saved is", "texts that are not saved are"));
  }
}
