package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The column {@code by} of {@code reach --questions}. */
class ReachByTest {
  private static final int EGRESS_SELECT = 8;
  private static final int INGRESS_SELECT = 10;

  @TempDir private Path dir;

  @Test
  void aDeniedAnswerNamesWhoIsolatesOnEveryWorldThatIsCopied() throws IOException {
    check(Path.of("src", "test", "resources", "oracle", "network"));
  }

  private static void check(Path folder) throws IOException {
    Map<String, List<String[]>> worlds =
        Files.readAllLines(folder.resolve("answers.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .collect(Collectors.groupingBy(r -> r[0], LinkedHashMap::new, Collectors.toList()));
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, List<String[]>> world : worlds.entrySet()) {
      String questions =
          "src\tdst\tprotocol\tport\n"
              + world.getValue().stream()
                  .map(r -> String.join("\t", r[1], r[2], r[3], r[4]))
                  .collect(Collectors.joining("\n"));
      Path file = folder.resolve("worlds").resolve(world.getKey() + ".yaml");
      List<String> got =
          Shell.withInput(questions, "reach", file, "--questions", "-").out().lines().toList();
      for (int i = 0; i < world.getValue().size(); i++) {
        String[] row = world.getValue().get(i);
        String[] cells = got.get(i + 1).split("\t", -1);
        String by = row[5].equals("denied") ? closing(row) : cells[5];
        if (!cells[4].equals(row[5]) || !cells[5].equals(by)) {
          wrong.add(world.getKey() + " " + got.get(i + 1) + ", not " + row[5] + " " + by);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The policies that select an end which none of them opens. */
  private static String closing(String[] row) {
    return Stream.concat(
            closing(row, EGRESS_SELECT, "egress"), closing(row, INGRESS_SELECT, "ingress"))
        .collect(Collectors.joining(","));
  }

  private static Stream<String> closing(String[] row, int column, String direction) {
    boolean closed = !row[column].equals("-") && row[column + 1].equals("-");
    return closed
        ? Stream.of(row[column].split(",")).map(policy -> policy + ":" + direction)
        : Stream.empty();
  }

  @Test
  void whatAnAdministratorDeniesIsNotLaidToAPolicyThatAllowsIt() throws IOException {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: shop}
        spec: {containers: [{name: a, image: a}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: open, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}
        ---
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: deny}
        spec:
          priority: 5
          subject: {namespaces: {}}
          egress: [{action: Deny, to: [{networks: [8.0.0.0/8]}]}]
        ---
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: pass}
        spec:
          priority: 1
          subject: {namespaces: {}}
          egress: [{action: Pass, to: [{networks: [9.0.0.0/8]}]}]
        """;
    Path file = Files.writeString(dir.resolve("a.yaml"), text);
    String questions =
        """
        src\tdst\tprotocol\tport
        shop/Pod/api\t8.8.8.8\tTCP\t443
        shop/Pod/api\t9.9.9.9\tTCP\t443
        """;

    assertThat(Shell.withInput(questions, "reach", file, "--questions", "-").out().lines())
        .containsExactly(
            "src\tdst\tprotocol\tport\tanswer\tby",
            "shop/Pod/api\t8.8.8.8\tTCP\t443\tdenied\tdeny:egress",
            "shop/Pod/api\t9.9.9.9\tTCP\t443\tallowed\tshop/open:egress:1");
    Files.writeString(file, text.replace("[Egress], egress: [{}]", "[Egress]"));
    assertThat(Shell.withInput(questions, "reach", file, "--questions", "-").out())
        .contains("8.8.8.8\tTCP\t443\tdenied\tdeny:egress,shop/open:egress\n")
        .contains("9.9.9.9\tTCP\t443\tdenied\tshop/open:egress\n");
  }
}
