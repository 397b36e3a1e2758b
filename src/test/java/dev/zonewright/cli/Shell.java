package dev.zonewright.cli;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.cli.words.Screen;
import dev.zonewright.workspace.ManifestStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs command lines in this process and keeps what they print. */
record Shell(int code, String out, String err) {
  static Shell run(Object... args) {
    return run("", Screen.NONE, Long.MAX_VALUE, args);
  }

  static Shell withInput(String input, Object... args) {
    return run(input, Screen.NONE, Long.MAX_VALUE, args);
  }

  static Shell onTerminal(Object... args) {
    return run("", new Screen(true, true), Long.MAX_VALUE, args);
  }

  static Shell onTerminalWithoutColours(Object... args) {
    return run("", new Screen(true, false), Long.MAX_VALUE, args);
  }

  /** Runs a command line with room for so many findings. */
  static Shell withRoomFor(long findings, Object... args) {
    return run("", Screen.NONE, findings, args);
  }

  /** What was printed, as JSON. */
  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  private static Shell run(String input, Screen screen, long mostFindings, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i] instanceof Path path ? path.toString() : (String) args[i];
    }
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            screen);
    Engine engine = new Engine(ControlCatalogue.all(), new ManifestStore(), _ -> mostFindings);
    int code = Terminal.run(words, console, engine);
    return new Shell(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
