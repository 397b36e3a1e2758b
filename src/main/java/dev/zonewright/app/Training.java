package dev.zonewright.app;

import dev.zonewright.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Goes the ways of the terminal, one after the other, for the virtual machine to learn which
 * classes to keep ready: to be run with {@code -XX:AOTCacheOutput} when the program is packaged.
 * The ways of the window are learnt from {@code --smoke}.
 */
final class Training {
  private Training() {}

  /**
   * Trains.
   *
   * @param args the folder of the sample
   */
  public static void main(String[] args) {
    Main.endWhenMemoryIsFull();
    Ahead.start();
    String sample = args[0];
    // every class that is learnt costs each start a little; only what pipelines do is worth that
    for (List<String> words :
        List.of(
            List.of("review", sample),
            List.of("review", "--format", "json", sample),
            List.of("review", "-"),
            List.of("--help"))) {
      if (!Main.TERMINAL.contains(words.getFirst())) {
        throw new IllegalStateException(words.getFirst() + " is no command");
      }
      run(words);
    }
  }

  private static void run(List<String> words) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    InputStream pod =
        new ByteArrayInputStream(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec: {hostNetwork: true, containers: [{name: web, image: "registry.example/web:1"}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop}
            spec: {containers: [{name: api, image: "registry.example/api:1"}]}
            """
                .getBytes(StandardCharsets.UTF_8));
    Terminal.run(words.toArray(String[]::new), pod, nowhere, nowhere, Main.screen());
  }
}
