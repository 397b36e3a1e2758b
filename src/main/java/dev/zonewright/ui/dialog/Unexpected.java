package dev.zonewright.ui.dialog;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.report.Version;
import dev.zonewright.ui.Counts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

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
   * @param unsaved how many texts there are that are not saved
   * @param notKept why they could not be kept apart before this was made; empty when they were
   */
  public static Unexpected of(Throwable failure, int unsaved, Optional<String> notKept) {
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
    return new Unexpected(
        Masked.within(summary(failure)),
        notKept.map(Unexpected::warning).orElseGet(() -> promise(unsaved)),
        Masked.within(details));
  }

  private static String summary(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? kind
        : kind + ": " + message.lines().findFirst().orElse("");
  }

  private static String warning(String why) {
    return "Your texts are still in the window. Save now. " + why;
  }

  private static String promise(int kept) {
    return kept == 0
        ? "No text was lost: your texts are untouched."
        : "No text was lost: %s kept separately, and would come back after a crash. You can continue, or save now."
            .formatted(
                Counts.say(kept, "text that is not saved is", "texts that are not saved are"));
  }
}
