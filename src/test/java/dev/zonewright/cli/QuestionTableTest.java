package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.OracleArchive;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of questions as editors and spreadsheets leave them. */
class QuestionTableTest {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec: {containers: [{name: a, image: a}]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: reader, namespace: shop}
      rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: reader, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
      subjects: [{kind: ServiceAccount, name: api}]
      """;
  private static final String HEADER =
      "subject\ttype\tverb\tgroup\tresource\tsubresource\tname\tnamespace\tpath";

  private @TempDir Path folder;

  private Shell ask(String command, String table) throws IOException {
    Path objects = Files.writeString(folder.resolve("objects.yaml"), OBJECTS);
    return Shell.withInput(table, command, objects, "--questions", "-");
  }

  @Test
  void aCellThatMakesNoSenseIsToldByItsBeginning() throws IOException {
    String cell = "\u001b[2J" + "x".repeat(1_000_000);
    for (String row :
        List.of(
            "a\tb\tTCP\t" + cell,
            "a\tb\t" + cell + "\t80",
            cell + "\tR\tget",
            "anonymous\t" + cell + "\tget\t\tpods")) {
      boolean reach = row.startsWith("a\t");
      String header = reach ? "src\tdst\tprotocol\tport" : HEADER;
      Shell shell = ask(reach ? "reach" : "access", header + "\n" + row + "\n");
      assertThat(shell.code()).isEqualTo(2);
      assertThat(shell.err().lines().findFirst().orElseThrow())
          .startsWith("Line 2 of the questions")
          .contains("'\\u001b[2Jxxx", "… (1,000,004 characters)'")
          .hasSizeLessThan(300);
    }
  }

  @Test
  void everyWordOfTheCommandLineIsToldByItsBeginning() throws IOException {
    Path objects = Files.writeString(folder.resolve("objects.yaml"), OBJECTS);
    String word = "x".repeat(100_000);
    for (List<Object> words :
        List.<List<Object>>of(
            List.of(word),
            List.of("review", objects, "--" + word),
            List.of("review", objects, "--format", word),
            List.of("review", objects, "--today", word),
            List.of("review", objects, "--shard", word),
            List.of("explain", word),
            List.of("reach", objects, "--from", word),
            List.of("reach", objects, "--port", word),
            List.of("reach", objects, "--protocol", word),
            List.of("reach", objects, "--pod-range", word),
            List.of("runbook", objects, "--workload", word))) {
      Shell shell = Shell.run(words.toArray());
      assertThat(shell.code()).as("%s", words.getFirst()).isEqualTo(2);
      assertThat(shell.err().lines().findFirst().orElseThrow())
          .as("%.50s", words)
          .hasSizeLessThan(400);
    }
  }

  @Test
  void marksLineEndsBlankLinesAndOtherOrdersAreRead() throws IOException {
    Shell shell =
        ask(
            "reach",
            "\uFEFF"
                + String.join(
                    "\r\n",
                    "port\tprotocol\t dst \tsrc",
                    "",
                    "80\tTCP\t1.1.1.1\t\"shop/Pod/api\"",
                    "   ",
                    ""));
    assertThat(shell.out())
        .isEqualTo(
            """
            port\tprotocol\t dst \tsrc\tanswer\tby
            80\tTCP\t1.1.1.1\t"shop/Pod/api"\tallowed\t-
            """);
  }

  @Test
  void emptyCellsMayBeMissingAtTheEnd() throws IOException {
    Shell shell = ask("access", HEADER + "\nsa:shop/api\tR\tget\t\tsecrets\t\t\tshop\n");
    assertThat(shell.out()).contains("shop\t\tallowed\tRoleBinding \"reader/shop\"");
  }

  @Test
  void cellsOfAccessCountAsTheyAre() throws IOException {
    Shell shell =
        ask("access", HEADER + "\nsa:shop/api\tR\tget \t\tsecrets\nsa:shop/api\tR\t\t\tsecrets\n");
    assertThat(shell.out().lines().skip(1)).hasSize(2).allMatch(l -> l.endsWith("denied\t-"));
  }

  @Test
  void everyAnswerOfTheCopiedWorldsIsRight() throws IOException {
    check(Path.of("src", "test", "resources", "oracle", "access"), 2_000);
  }

  @Test
  void everyAnswerIsRight() throws IOException, InterruptedException {
    check(OracleArchive.unpack("rbac-given", folder), 62_679);
  }

  private static void check(Path oracle, int atLeast) throws IOException {
    List<String> lines = Files.readAllLines(oracle.resolve("answers.tsv"));
    Map<String, List<String>> worlds =
        lines.stream().skip(1).collect(Collectors.groupingBy(l -> l.substring(0, l.indexOf('\t'))));
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, List<String>> world : worlds.entrySet()) {
      String table = lines.getFirst() + "\n" + String.join("\n", world.getValue()) + "\n";
      Path manifests = oracle.resolve("worlds").resolve(world.getKey() + ".yaml");
      Shell shell = Shell.withInput(table, "access", manifests, "--questions", "-");
      List<String> out = shell.out().lines().skip(1).toList();
      assertThat(out).as(shell.err()).hasSameSizeAs(world.getValue());
      for (int i = 0; i < out.size(); i++) {
        String[] cells = out.get(i).split("\t", -1);
        asked++;
        if (!out.get(i).startsWith(world.getValue().get(i)) || !cells[10].equals(cells[13])) {
          wrong.add(out.get(i));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void whatMakesNoSenseIsToldWithItsLineAndNothingIsPrinted() throws IOException {
    String reach = "src\tdst\tprotocol\tport\n";
    String good = "shop/Pod/api\t1.1.1.1\tTCP\t80\n";
    says(
        ask("reach", reach + good + "shop/Pod/api\t1.1.1.1\tTCP\n"), "Line 3 of the questions has");
    says(ask("reach", reach + "\n" + good + "a/Pod/b\t1.1.1.1\tICMP\t1\n"), "Line 4 of the");
    says(
        ask("reach", "src,dst,protocol,port\n"),
        "no column 'src'. It needs src, dst, protocol, port, with tabs between them, not commas.");
    says(ask("reach", "src\tsrc\tdst\tprotocol\tport\n"), "has column 'src' twice");
    says(ask("reach", ""), "have no header");
    says(
        ask("access", HEADER + "\nshop\tR\tget\t\tpods\n"),
        "Line 2 of the questions: 'shop' is no");
    says(ask("access", HEADER + "\nsa:shop/api\tR\tget\n"), "it ends before resource.");
    says(
        Shell.run("reach", folder, "--questions", folder.resolve("gone.tsv")),
        "there is no such file. Check the name");
    says(Shell.run("reach", folder, "--questions", folder), "it is a folder. Name the file.");
    says(ask("access", HEADER + "\nsa:shop/api\tX\tget\t\tpods\n"), "the type is R (resource)");
  }

  @Test
  void answersStandBelowTheirColumnsAlsoWhereTheEndOfALineIsGone() throws IOException {
    assertThat(ask("access", "\n" + HEADER + "\nsa:shop/api\tR\tget\t\tsecrets\n").out())
        .isEqualTo(HEADER + "\tanswer\tby\nsa:shop/api\tR\tget\t\tsecrets\t\t\t\t\tdenied\t-\n");
  }

  @Test
  void aWorkloadThatIsNotThereIsNamedWithTheNearest() throws IOException {
    assertThat(ask("reach", "src\tdst\tprotocol\tport\nshop/Pod/ap\t1.1.1.1\tTCP\t80\n").out())
        .contains(
            "\tundetermined\tshop/Pod/ap is not among the manifests: did you mean shop/Pod/api?");
  }

  private static void says(Shell shell, String words) {
    assertThat(shell.err()).contains(words);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void aTableOfASpreadsheetInUtf16IsRead() throws IOException {
    Path objects = Files.writeString(folder.resolve("objects.yaml"), OBJECTS);
    String table = "src\tdst\tprotocol\tport\r\nshop/Pod/api\t1.1.1.1\tTCP\t80\r\n";
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = folder.resolve("questions.tsv");
      Files.write(file, ("\uFEFF" + table).getBytes(wide));
      assertThat(Shell.run("reach", objects, "--questions", file).out())
          .contains("shop/Pod/api\t1.1.1.1\tTCP\t80\tallowed");
      Files.write(file, table.getBytes(wide));
      assertThat(Shell.run("reach", objects, "--questions", file).err())
          .contains("UTF-16 without a byte-order mark")
          .contains("Save it as UTF-8");
    }
  }

  @Test
  void theWordsOfToAreDestinationsOfATable() throws IOException {
    Shell shell =
        ask(
            "reach",
            """
            src\tdst\tprotocol\tport
            shop/Pod/api\tnode\tTCP\t10250
            shop/Pod/api\tinternet\tTCP\t443
            shop/Pod/api\tmetadata\tTCP\t80
            shop/Pod/api\tdns\tUDP\t53
            """);
    assertThat(shell.out().lines().skip(1)).hasSize(4).allMatch(l -> l.endsWith("allowed\t-"));
    String closed =
        OBJECTS
            + """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: out, namespace: shop}
            spec:
              podSelector: {}
              policyTypes: [Egress]
              egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
            """;
    Path objects = Files.writeString(folder.resolve("closed.yaml"), closed);
    String table =
        "src\tdst\tprotocol\tport\nshop/Pod/api\tnode\tTCP\t22\nshop/Pod/api\tdns\tTCP\t53\n";
    assertThat(Shell.withInput(table, "reach", objects, "--questions", "-").out())
        .contains("node\tTCP\t22\tallowed\tshop/out:egress:1")
        .contains("dns\tTCP\t53\tdenied\tshop/out:egress");
    assertThat(
            Shell.withInput(
                    table, "reach", objects, "--node-range", "172.16.0.0/16", "--questions", "-")
                .out())
        .contains("node\tTCP\t22\tdenied\tshop/out:egress");
  }

  @Test
  void aNameNeverEndsACellOrALine() throws IOException {
    Path objects =
        Files.writeString(
            folder.resolve("named.yaml"),
            OBJECTS.replace("name: reader", "name: \"re\\tad\\ner\""));
    Shell shell =
        Shell.withInput(
            HEADER + "\nsa:shop/api\tR\tget\t\tsecrets\t\t\tshop\t\n",
            "access",
            objects,
            "--questions",
            "-");
    assertThat(shell.out().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .contains("\tallowed\t", "\"re\\tad\\ner\"");
  }

  @Test
  void whatIsPrintedAgainActsOnNoTerminal() throws IOException {
    String named = "a\u001b[2J\u202e";
    Shell access =
        ask(
            "access",
            HEADER + "\tnote\u001b\nsa:shop/api\tR\tget\t\tx" + named + "\t\t\tshop\t\tn");
    assertThat(access.out())
        .contains("\tnote\\u001b\tanswer", "\txa\\u001b[2J\\u202e\t\t\tshop\t\tn\tdenied")
        .doesNotContain("\u001b", "\u202e");
    Shell reach = ask("reach", "src\tdst\tprotocol\tport\n" + named + "\tnode\tTCP\t22\n");
    assertThat(reach.out())
        .contains("\na\\u001b[2J\\u202e\tnode\tTCP\t22\tundetermined\t")
        .doesNotContain("\u001b", "\u202e");
  }
}
