package dev.zonewright.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that keeps texts in a journal and then waits to be killed. */
public final class KilledJournal {
  public static final String READY = "ready";

  /** A text that is kept and then dropped again. */
  static final String DROPPED = "dropped";

  private KilledJournal() {}

  public static Process start(Path settings, List<UnsavedText> texts) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledJournal.class.getName(), settings.toString()));
    texts.forEach(t -> command.add(Base64.getEncoder().encodeToString(UnsavedJson.bytes(t))));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Arguments: the folder of the settings, then the texts. */
  public static void main(String[] args) throws InterruptedException {
    Journal journal = new Journal(Path.of(args[0]));
    for (int i = 1; i < args.length; i++) {
      UnsavedText text = UnsavedJson.read(Base64.getDecoder().decode(args[i])).orElseThrow();
      journal.keep(text);
      if (text.text().equals(DROPPED)) {
        journal.drop(text.name());
      }
    }
    System.out.write((READY + "\n").getBytes(StandardCharsets.US_ASCII), 0, READY.length() + 1);
    System.out.flush();
    TimeUnit.MINUTES.sleep(2);
  }
}
