package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.OracleArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachCommandTest {
  private static final Path COPIED = Path.of("src", "test", "resources", "oracle", "network");

  private static final String SHOP =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api}}
      spec: {containers: [{name: a, image: a}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: bank, labels: {app: db}}
      spec: {containers: [{name: a, image: a}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: out, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - to: [{namespaceSelector: {matchLabels: {team: bank}}}]
          - to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
            ports: [{port: 10250}, {port: 8000, endPort: 8010}]
      """;

  private @TempDir Path folder;

  private Path shop() throws IOException {
    return Files.writeString(folder.resolve("shop.yaml"), SHOP);
  }

  @Test
  void theRangeOfNodesDecidesWhetherTheirPortsAreOpen() throws IOException {
    List<Object> asked =
        List.of("reach", shop(), "--from", "shop/Pod/api", "--to", "node", "--port", "10250");
    assertThat(Shell.run(with(asked, "--node-range", "10.2.0.0/16")).out()).contains("allowed");
    assertThat(Shell.run(with(asked, "--node-range", "10.1.0.0/16,192.168.0.0/16")).out())
        .doesNotContain("allowed");
    Shell wrong = Shell.run(with(asked, "--node-range", "10.1.0.0/40"));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("'10.1.0.0/40' is not a range of addresses");
  }

  @Test
  void anIpBlockMatchesPodsWhereToldSo() throws IOException {
    List<Object> asked =
        List.of("reach", shop(), "--from", "shop/Pod/api", "--to", "bank/Pod/db", "--port", "8000");
    List<Object> whole = List.of(with(asked, "--whole-cluster"));
    assertThat(Shell.run(whole.toArray()).out()).contains("denied").doesNotContain("allowed");
    assertThat(Shell.run(with(whole, "--ipblock-matches-pods", "--pod-range", "10.2.0.0/16")).out())
        .contains("allowed");
  }

  @Test
  void theRangesOfTheReviewFileCountUnlessOptionsNameSome() throws IOException {
    List<Object> asked =
        List.of("reach", shop(), "--from", "shop/Pod/api", "--to", "node", "--port", "10250");
    Path review = folder.resolve("zonewright-review.yaml");
    Files.writeString(review, "nodeRanges: [10.1.0.0/16]\n");
    assertThat(Shell.run(asked.toArray()).out()).doesNotContain("allowed");
    assertThat(Shell.run(with(asked, "--node-range", "10.2.0.0/16")).out()).contains("allowed");
    Path other = Files.writeString(folder.resolve("other.yml"), "nodeRanges: [10.2.0.0/16]\n");
    assertThat(Shell.run(with(asked, "--review", other)).out()).contains("allowed");

    Files.writeString(review, "nodeRanges:\n- 10.1.0.0/16\n- 10.1.0.0/40\n");
    Shell wrong = Shell.run(asked.toArray());
    assertThat(wrong.out()).doesNotContain("allowed");
    assertThat(wrong.err())
        .contains("zonewright-review.yaml:3: not used: '10.1.0.0/40' is not a range of addresses");

    List<Object> pods =
        List.of("reach", shop(), "--from", "shop/Pod/api", "--to", "bank/Pod/db", "--port", "8000");
    Object[] matched = with(pods, "--whole-cluster", "--ipblock-matches-pods");
    assertThat(Shell.run(matched).out()).contains("undetermined");
    Files.writeString(review, "podRanges: [10.2.0.0/16]\n");
    assertThat(Shell.run(matched).out()).contains("allowed").doesNotContain("undetermined");
  }

  @Test
  void aNodeIsAskedAboutOnAnyPortThatIsNamed() throws IOException {
    List<Object> asked = List.of("reach", shop(), "--from", "shop/Pod/api", "--to");
    assertThat(Shell.run(with(asked, "node", "--port", "9100")).out())
        .contains("own node:9100", "another node:9100")
        .doesNotContain("10250");
    assertThat(Shell.run(with(asked, "node", "--protocol", "UDP")).out()).contains("own node:22");
    assertThat(Shell.run(with(asked, "dns", "--port", "853")).out())
        .contains("DNS  ", "No DNS pod is among the manifests: DNS is assumed to be pods of");
  }

  @Test
  void wordsThatAreNearlyDestinationsAreNamed() throws IOException {
    List<Object> asked = List.of("reach", shop(), "--from", "shop/Pod/api", "--to");
    assertThat(Shell.run(with(asked, "nodes")).err()).contains("Did you mean node?");
    assertThat(Shell.run(with(asked, "everything")).err())
        .contains("an address, a range, or node, internet, dns, metadata.");
  }

  @Test
  void anIpv4AddressThatIsWrittenAsIpv6IsOfIpv4() throws IOException {
    List<Object> asked = List.of("reach", shop(), "--from", "shop/Pod/api", "--port", "8000");
    for (String address : List.of("10.2.0.1", "11.0.0.1")) {
      String plain = Shell.run(with(asked, "--to", address)).out();
      String mapped = Shell.run(with(asked, "--to", "::ffff:" + address)).out();
      assertThat(mapped.replace("::ffff:", "")).isEqualTo(plain);
    }
  }

  private static Object[] with(List<Object> words, Object... more) {
    List<Object> out = new ArrayList<>(words);
    out.addAll(List.of(more));
    return out.toArray();
  }

  @Test
  void theOpenPartOfARangeIsNamedWithItsRule() throws IOException {
    Shell shell = Shell.run("reach", shop(), "--from", "shop/Pod/api", "--to", "10.0.0.0/8");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains(
            "10.0.0.0/8  allowed, TCP 8000-8010, TCP 10250 to 10.0.0.0/8 except 10.1.0.0/16"
                + "  (shop/out, egress rule 2)")
        .contains("shop.yaml:19");
  }

  @Test
  void aNodesPortIsNeverDenied() throws IOException {
    Shell shell = Shell.run("reach", shop(), "--from", "shop/Pod/api", "--to", "node");
    assertThat(shell.out().lines().filter(l -> l.contains("node:10250 ")))
        .hasSize(2)
        .allMatch(l -> l.contains("allowed, TCP 10250 to 10.0.0.0/8 except 10.1.0.0/16"));
    assertThat(shell.out().lines().filter(l -> l.contains("node:22 ")))
        .hasSize(2)
        .allMatch(l -> l.contains("not opened by policy"));
    assertThat(shell.out()).doesNotContain("denied");
  }

  @Test
  void aNamespaceThatIsNotOpenedLeavesAnswersOpen() throws IOException {
    Object[] words = {"reach", shop(), "--from", "shop/Pod/api", "--to", "bank/Pod/db"};
    assertThat(Shell.run(words).out())
        .contains("undetermined  (the labels of Namespace bank are not known");
    List<Object> whole = new ArrayList<>(List.of(words));
    whole.add("--whole-cluster");
    assertThat(Shell.run(whole.toArray()).out()).contains("bank/Pod/db  denied");
  }

  @Test
  void jsonHasStepsWithLines() throws IOException {
    Shell shell =
        Shell.run(
            "reach",
            shop(),
            "--from",
            "shop/Pod/api",
            "--to",
            "10.2.0.1",
            "--port",
            "10250",
            "--protocol",
            "TCP",
            "--format",
            "json");
    assertThat(shell.out())
        .contains("\"answer\": \"allowed\"", "\"path\": \"spec.egress[1]\"", "\"line\": 19");
  }

  @Test
  void wrongUseIsTwo() throws IOException {
    Path shop = shop();
    isUsage(Shell.run("reach"), "Missing required parameter");
    isUsage(Shell.run("reach", shop, "--from", "shop/Pod/apo"), "There is no workload");
    isUsage(Shell.run("reach", shop, "--to", "10.0.0.0/99"), "'10.0.0.0/99' is neither an address");
    isUsage(Shell.run("reach", shop, "--port", "0"), "'0' is not a port");
    isUsage(Shell.run("reach", shop, "--protocol", "tcp"), "'tcp' is not a protocol");
    isUsage(Shell.run("reach", shop, "--questions", "nowhere.tsv"), "The questions in 'nowhere");
    isUsage(Shell.run("reach", "-", "--questions", "-"), "Standard input (-)");
    isUsage(
        Shell.withInput("src\tdst\n", "reach", shop, "--questions", "-"),
        "The header of the questions has no column 'protocol'.");
    isUsage(
        Shell.withInput(
            "src\tdst\tprotocol\tport\na\tb\tTCP\tx\n", "reach", shop, "--questions", "-"),
        "Line 2 of the questions: 'x' is not a port");
  }

  private static void isUsage(Shell shell, String words) {
    assertThat(shell.err()).startsWith(words).contains("Usage: zonewright reach");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void whatIsNotThereIsUndetermined() throws IOException {
    Shell shell =
        Shell.withInput(
            "id\tsrc\tdst\tport\tprotocol\n7\tshop/Pod/api\tshop/Pod/gone\t80\tTCP\n",
            "reach",
            shop(),
            "--questions",
            "-");
    assertThat(shell.out())
        .isEqualTo(
            "id\tsrc\tdst\tport\tprotocol\tanswer\tby\n"
                + "7\tshop/Pod/api\tshop/Pod/gone\t80\tTCP\tundetermined\tshop/Pod/gone is not"
                + " among the manifests: did you mean shop/Pod/api?\n");
  }

  @Test
  void everyQuestionOfTheCopiedWorldsIsRight() throws IOException {
    check(COPIED);
  }

  @Test
  void everyQuestionIsRight() throws IOException, InterruptedException {
    check(OracleArchive.unpack("netpol-given", folder));
  }

  private void check(Path oracle) throws IOException {
    List<String> lines = Files.readAllLines(oracle.resolve("answers.tsv"));
    Map<String, List<String>> worlds =
        lines.stream()
            .skip(1)
            .collect(
                Collectors.groupingBy(
                    l -> l.substring(0, l.indexOf('\t')), LinkedHashMap::new, Collectors.toList()));
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, List<String>> world : worlds.entrySet()) {
      Path questions = folder.resolve("questions.tsv");
      Files.writeString(
          questions, lines.getFirst() + "\n" + String.join("\n", world.getValue()) + "\n");
      Shell shell =
          Shell.run(
              "reach",
              oracle.resolve("worlds").resolve(world.getKey() + ".yaml"),
              "--questions",
              questions);
      assertThat(shell.code()).isZero();
      List<String> out = shell.out().lines().skip(1).toList();
      assertThat(out).hasSameSizeAs(world.getValue());
      for (int i = 0; i < out.size(); i++) {
        String[] cells = out.get(i).split("\t", -1);
        if (!out.get(i).startsWith(world.getValue().get(i)) || !cells[5].equals(cells[15])) {
          wrong.add(out.get(i));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyWorkloadToEveryOtherIsRefusedWhereNobodyReadsIt(@TempDir Path dir) throws IOException {
    StringBuilder pods = new StringBuilder();
    for (int i = 0; i < 1_250; i++) {
      pods.append(
              "---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: n%d}\n".formatted(i))
          .append("spec: {containers: [{name: a, image: a}]}\n");
    }
    Path file = Files.writeString(dir.resolve("pods.yaml"), pods);
    Shell all = Shell.run("reach", file);
    assertThat(all.code()).isEqualTo(2);
    assertThat(all.out()).isEmpty();
    assertThat(all.err()).startsWith("1,250 workloads have").contains("--from");
    assertThat(Shell.run("reach", file, "--from", "n7/Pod/a").code()).isZero();
  }
}
