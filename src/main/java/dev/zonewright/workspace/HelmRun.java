package dev.zonewright.workspace;

import dev.zonewright.kube.secret.Masked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs Helm to its end, or to where a person has enough of it. Blocks. */
public final class HelmRun {
  /** Advice about an option that nobody can give here. */
  private static final String OF_ITS_OWN = "Use --debug flag to render out invalid YAML";

  private static final int CHUNK = 64 * 1024;
  private static final int MOST_OF_A_MESSAGE = 16_000;
  private static final long PAUSE_MILLIS = 20;

  /** A pipe holds a megabyte at most. */
  private static final int MOST_CHUNKS_LEFT = 256;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final long most;

  private HelmRun(long most) {
    this.most = most;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The rendered manifest. */
    record Rendered(String text) implements Outcome {}

    /** Helm said no; what it said. */
    record Failed(String message) implements Outcome {}

    /** It was stopped before its end. */
    record Cancelled() implements Outcome {}
  }

  /**
   * Runs a command.
   *
   * @param cancelled asked every few milliseconds
   */
  public static Outcome run(HelmTemplate template, ReadLimits limits, BooleanSupplier cancelled) {
    ProcessBuilder builder = new ProcessBuilder(template.command());
    Path folder = template.chart().toAbsolutePath().getParent();
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    Set<ProcessHandle> children = new HashSet<>();
    try {
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        return new HelmRun(limits.fileBytes()).follow(process, children, cancelled);
      } finally {
        // a child whose parent has ended is no longer found below it
        process.descendants().forEach(children::add);
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return new Outcome.Failed("Helm could not be started: " + e.getMessage());
    }
  }

  private Outcome follow(Process process, Set<ProcessHandle> children, BooleanSupplier cancelled)
      throws IOException {
    while (process.isAlive()) {
      process.descendants().forEach(children::add);
      if (cancelled.getAsBoolean()) {
        return new Outcome.Cancelled();
      }
      boolean came = drain(process);
      if (output.size() > most) {
        return tooMuch();
      }
      if (!came && !paused(process)) {
        return new Outcome.Cancelled();
      }
    }
    // what stood in the pipes when it ended; a child that still writes has no say in it
    for (int i = 0; i < MOST_CHUNKS_LEFT && output.size() <= most && drain(process); i++) {
      if (cancelled.getAsBoolean()) {
        return new Outcome.Cancelled();
      }
    }
    return output.size() > most ? tooMuch() : ended(process.exitValue());
  }

  private static boolean paused(Process process) {
    try {
      process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  /** Empties both pipes, for a full one would stop the process; says whether anything came. */
  private boolean drain(Process process) throws IOException {
    boolean out = drain(process.getInputStream(), output);
    boolean err = drain(process.getErrorStream(), message);
    if (message.size() > MOST_OF_A_MESSAGE) {
      // what follows is read, so that the process goes on, and let go
      byte[] kept = message.toByteArray();
      message.reset();
      message.write(kept, 0, MOST_OF_A_MESSAGE);
    }
    return out || err;
  }

  private static boolean drain(InputStream from, ByteArrayOutputStream to) throws IOException {
    int ready = Math.min(CHUNK, from.available());
    if (ready > 0) {
      to.write(from.readNBytes(ready));
    }
    return ready > 0;
  }

  private Outcome tooMuch() {
    return new Outcome.Failed(
        "It printed more than %s, and a manifest may have at most that."
            .formatted(FileBytes.megabytes(most)));
  }

  private Outcome ended(int code) {
    if (code != 0) {
      // a template may quote a value in its message; masked first, for half a key is no key
      String said =
          Masked.printed(message.toString(StandardCharsets.UTF_8).replace(OF_ITS_OWN, "").strip());
      String shown = said.substring(0, Math.min(said.length(), MOST_OF_A_MESSAGE));
      return new Outcome.Failed(
          shown.isEmpty() ? "Helm ended with code %d and no message.".formatted(code) : shown);
    }
    try {
      return new Outcome.Rendered(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(output.toByteArray()))
              .toString());
    } catch (CharacterCodingException _) {
      return new Outcome.Failed("The output of Helm is not UTF-8 text.");
    }
  }
}
