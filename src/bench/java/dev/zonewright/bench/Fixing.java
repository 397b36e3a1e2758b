package dev.zonewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole processes that fix, beside those that only look, and long pods beside short ones. */
final class Fixing {
  private static final int ROUNDS = 5;
  private static final int PODS = 1_000;
  private static final int CONTAINERS = 800;
  private static final int MANY_CONTAINERS = 3_000;
  private static final int MOST_CONTAINERS = 12_000;
  private static final String MOST = "≤ 2";
  private static final String MOST_MEMORY = "≤ 1.5";
  private static final Path SETTINGS = Path.of("installers", "settings.env");
  private static final String FLAGS = "TERMINAL_FLAGS=";

  private final Path folder;
  private final String java;
  private final String jar;

  Fixing(Path folder, String java, String jar) {
    this.folder = folder;
    this.java = java;
    this.jar = jar;
  }

  /**
   * Measures.
   *
   * @param whole the file that all large measurements are made with
   */
  List<Row> measure(Path whole) throws IOException {
    Path list = folder.resolve("list.yaml");
    Files.writeString(
        list,
        "apiVersion: v1\nkind: List\nitems:\n"
            + pods(PODS)
                .replace("---\n", "")
                .indent(4)
                .replace("    apiVersion", "  - apiVersion"));
    Path long800 = Files.writeString(folder.resolve("long800.yaml"), pod(0, CONTAINERS));
    String longest = pod(0, MANY_CONTAINERS);
    Path long3000 = Files.writeString(folder.resolve("long3000.yaml"), longest);
    int each = pod(0, 1).length();
    Path small = Files.writeString(folder.resolve("small.yaml"), pods(longest.length() / each));
    List<Row> rows = new ArrayList<>();
    rows.addAll(fixing("10 MB", whole));
    rows.addAll(fixing("a List of 1,000 pods", list));
    rows.addAll(fixing("a pod of 800 containers", long800));
    rows.addAll(fixing("a pod of 3,000 containers", long3000));
    Path long12000 = folder.resolve("long12000.yaml");
    Files.writeString(long12000, pod(0, MOST_CONTAINERS));
    rows.addAll(fixing("a pod of 12,000 containers", long12000));
    double[] times =
        Command.compare(ROUNDS, List.of(command("review", long3000), command("review", small)));
    rows.add(
        new Row(
            "review: a pod of 3,000 containers ÷ small pods of the same size",
            times[0],
            times[1],
            MOST));
    return rows;
  }

  private List<Row> fixing(String what, Path file) throws IOException {
    double[] times =
        Command.compare(
            ROUNDS,
            List.of(
                command("fix", file),
                command("fix", "--include-review", file),
                command("review", file)));
    double[] memory =
        Command.compareMemory(
            ROUNDS,
            List.of(
                asPackaged("fix", file),
                asPackaged("fix", "--include-review", file),
                asPackaged("review", file)));
    return List.of(
        new Row(what + ": fix ÷ review", times[0], times[2], MOST),
        new Row(what + ": fix with all reviewed fixes ÷ review", times[1], times[2], MOST),
        new Row(what + ": MB of memory, fix ÷ review", memory[0], memory[2], MOST_MEMORY),
        new Row(
            what + ": MB of memory, fix with all reviewed fixes ÷ review",
            memory[1],
            memory[2],
            MOST_MEMORY));
  }

  /** With the settings of the package: what a machine takes by itself depends on its own memory. */
  private Command asPackaged(String name, Object... more) throws IOException {
    Command plain = command(name, more);
    List<String> words = new ArrayList<>(plain.words());
    for (String line : Files.readAllLines(SETTINGS)) {
      if (line.startsWith(FLAGS)) {
        words.addAll(1, List.of(line.substring(FLAGS.length()).split(" ", -1)));
      }
    }
    return new Command(name, words);
  }

  private Command command(String name, Object... more) {
    List<String> words = new ArrayList<>(List.of(java, "-jar", jar, name));
    for (Object word : more) {
      words.add(word.toString());
    }
    return new Command(name, words);
  }

  private static String pods(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append("---\n").append(pod(i, 1));
    }
    return out.toString();
  }

  private static String pod(int number, int containers) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: pod-%d
          namespace: shop
        spec:
          containers:
        """
            .formatted(number));
    for (int i = 0; i < containers; i++) {
      out.append(container(i));
    }
    return out.toString();
  }

  private static String container(int port) {
    return """
        - name: c%1$d
          image: registry.example/app:%1$d
          ports:
            - containerPort: %1$d
          securityContext:
            privileged: true
    """
        .formatted(port);
  }
}
