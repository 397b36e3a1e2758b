package dev.zonewright.app;

import dev.zonewright.cli.ExitCode;
import dev.zonewright.cli.Terminal;
import dev.zonewright.cli.words.Printed;
import dev.zonewright.cli.words.Screen;
import dev.zonewright.report.Printable;
import dev.zonewright.settings.FrontDoor;
import dev.zonewright.workspace.StandardOutput;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides between terminal and window. Does not touch the window system before it has to. */
public final class Main {
  static final Set<String> TERMINAL =
      Set.of(
          "review",
          "fix",
          "explain",
          "reach",
          "access",
          "checklist",
          "runbook",
          "report",
          "baseline",
          "compare",
          "merge",
          "schema",
          "completion",
          "help",
          "--help",
          "-h",
          "--version",
          "-V");

  private Main() {}

  /** Runs a terminal command, or opens the window on the files and folders that are named. */
  public static void main(String[] args) {
    if (args.length > 0 && TERMINAL.contains(args[0])) {
      endWhenMemoryIsFull();
      if (args[0].equals("review")) {
        Ahead.start();
      }
      Printed out = printed(new FileOutputStream(FileDescriptor.out), System.out.charset(), 1);
      Printed err = printed(new FileOutputStream(FileDescriptor.err), System.err.charset(), 2);
      int code = Terminal.run(args, System.in, out, err, screen());
      out.flush();
      err.flush();
      // an orderly exit first looks for a logger to tell, which takes longer than a small review
      Runtime.getRuntime().halt(code);
    }
    if (args.length > 0 && args[0].equals(Smoke.OPTION)) {
      Launch.placeCaches(Launch.settingsFolder());
      System.exit(Smoke.run(List.of(args), System.out));
    }
    Optional<String> mistyped = Mistyped.in(List.of(args), TERMINAL);
    if (mistyped.isPresent()) {
      System.err.println(Printable.of(mistyped.get()));
      System.exit(ExitCode.USAGE);
    }
    if (!hasDisplay()) {
      System.exit(reviewInstead(args, "There is no display to open a window on"));
    }
    List<String> arguments = List.of(args);
    Path settings = Launch.settingsFolder();
    Launch.withoutHome().ifPresent(System.err::println);
    Launch launch = Launch.of(arguments);
    if (launch.handedOver(settings)) {
      System.exit(0);
    }
    // claimed before there is a window: two starts within that time would be two windows
    Optional<FrontDoor> door = launch.door(settings);
    if (door.isEmpty() && launch.handedOver(settings)) {
      System.exit(0);
    }
    Reception reception = Reception.at(door);
    Launch.placeCaches(settings);
    try {
      Window.open(arguments, reception);
    } catch (UnsupportedOperationException | LinkageError e) {
      reception
          .close()
          .forEach(path ->
              System.err.println(Printable.of("Not opened, because there is no window: " + path)));
      // how the toolkit says that it found no display, or not the libraries of one
      System.exit(reviewInstead(args, "The window cannot be opened (" + why(e) + ")"));
    }
    System.exit(0);
  }

  /**
   * A worker that dies of it may leave its share of the work undone, and the rest would wait for
   * ever.
   */
  static void endWhenMemoryIsFull() {
    byte[] sorry = Terminal.memoryIsFull();
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
      if (failure instanceof OutOfMemoryError) {
        System.err.write(sorry, 0, sorry.length);
        System.err.flush();
        Runtime.getRuntime().halt(3);
      }
      System.err.println("zonewright failed with an internal error: " + failure);
    });
  }

  /**
   * Prints the terminal review of the same files. It is no failure to have no display, nor that
   * there are findings, which a window would only show; what could not be reviewed is one.
   */
  private static int reviewInstead(String[] paths, String why) {
    System.err.println(why + "; here is the review in the terminal.");
    if (paths.length > 0) {
      String[] review =
          Stream.concat(Stream.of("review"), Arrays.stream(paths)).toArray(String[]::new);
      int code = Terminal.run(review, System.in, System.out, System.err, screen());
      return code == ExitCode.FINDINGS ? ExitCode.CLEAN : code;
    }
    return ExitCode.CLEAN;
  }

  /** A standard output, by the number that the system has for it. */
  static Printed printed(OutputStream to, Charset charset, int number) {
    return Printed.to(to, charset, () -> StandardOutput.isPipe(number));
  }

  /** What the terminal can show, as far as there is one. */
  static Screen screen() {
    String system = System.getProperty("os.name", "");
    boolean windows = system.toLowerCase(Locale.ROOT).contains("windows");
    boolean terminal = windows ? hasConsole() : StandardOutput.isTerminal();
    return terminal ? Screen.terminal(System.getenv(), system) : Screen.NONE;
  }

  private static boolean hasConsole() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    return !linux
        || "Headless".equals(System.getProperty("glass.platform"))
        || isSet("DISPLAY")
        || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }

  /** What the toolkit says; where it names the library of Linux, with what to install. */
  static String why(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String first = message.lines().findFirst().orElse(failure.getClass().getSimpleName());
    return first.contains("GTK")
        ? first + " It comes with GTK 3: libgtk-3-0 libxtst6 libxxf86vm1 libgl1 on Debian."
        : first;
  }
}
