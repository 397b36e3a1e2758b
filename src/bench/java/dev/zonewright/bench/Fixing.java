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
  private static final String MOST = "≤ 2";

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
    return List.of(
        new Row(what + ": fix ÷ review", times[0], times[2], MOST),
        new Row(what + ": fix with all reviewed fixes ÷ review", times[1], times[2], MOST));
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
