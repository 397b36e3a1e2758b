package dev.zonewright.workspace;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The person's own git in one folder, for questions only: it takes no lock, fetches nothing, asks
 * for no password, and runs no pager and no hook.
 *
 * @param git the program
 * @param shown hears each command line before it runs
 */
record GitCommand(Path git, Path folder, Consumer<String> shown) {
  private static final int MOST_OF_A_MESSAGE = 4_000;

  /** A listing of some 300,000 files. */
  private static final int MOST_OF_AN_ANSWER = 50_000_000;

  /** The variables by which a hook tells git that it is meant, whatever the folder. */
  private static final List<String> ELSEWHERE =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE");

  private static final Map<String, String> QUIET =
      Map.of(
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_NO_LAZY_FETCH", "1",
          "GIT_LITERAL_PATHSPECS", "1");

  /**
   * What it prints.
   *
   * @throws GitException when it says no, or says too much
   */
  String ask(String... words) {
    List<String> command = command(words);
    shown.accept(Programs.shown(command));
    Process process = start(new ProcessBuilder(command).redirectError(DISCARD));
    byte[] answer = output(process, MOST_OF_AN_ANSWER);
    if (answer.length > MOST_OF_AN_ANSWER) {
      throw new GitException(
          "git printed more than %d MB.".formatted(MOST_OF_AN_ANSWER / 1_000_000));
    }
    if (process.onExit().join().exitValue() != 0) {
      throw new GitException(complaint(command));
    }
    return new String(answer, StandardCharsets.UTF_8);
  }

  private static byte[] output(Process process, int most) {
    try (InputStream out = process.getInputStream()) {
      process.getOutputStream().close();
      return out.readNBytes(most + 1);
    } catch (IOException e) {
      throw new GitException("git stopped early: " + e.getMessage());
    }
  }

  /** What it says is asked for once more, for warnings must not stand among the answers. */
  private static String complaint(List<String> command) {
    Process process = start(new ProcessBuilder(command).redirectErrorStream(true));
    byte[] said = output(process, MOST_OF_A_MESSAGE);
    String text =
        new String(said, StandardCharsets.UTF_8).lines().map(String::strip).collect(joining(" "));
    return text.isEmpty() ? "git failed without a message." : "git says: " + text;
  }

  /** Starts it to be talked to; what it complains of is dropped. */
  Process start(String... words) {
    List<String> command = command(words);
    shown.accept(Programs.shown(command));
    return start(new ProcessBuilder(command).redirectError(DISCARD));
  }

  private List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(git.toString(), "--no-pager"));
    command.addAll(List.of("-c", "protocol.allow=never", "-C", folder.toString()));
    command.addAll(List.of(words));
    return command;
  }

  private static Process start(ProcessBuilder builder) {
    ELSEWHERE.forEach(builder.environment()::remove);
    builder.environment().putAll(QUIET);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new GitException("git could not be started: " + e.getMessage());
    }
  }
}
