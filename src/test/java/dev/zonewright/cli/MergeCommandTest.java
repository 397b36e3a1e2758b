package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergeCommandTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        runtimeClassName: isolated
        hostNetwork: true
        containers:
          - name: web
            image: registry.example/web:1.0
            securityContext: {privileged: true}
      """;

  @TempDir Path folder;

  @BeforeEach
  void repositories() throws IOException {
    // a class of the platform's repository answers for pods of the others
    write(
        "all/platform/class.yaml",
        """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: isolated}
        handler: edera
        """);
    // the same pod three times: fingerprints are numbered over all files
    write("all/Zoo/web.yaml", POD);
    write("all/api/web.yaml", POD);
    write("all/api-2/deep/er/web.yaml", POD + "---\n# nothing\n---\nkey: value\n");
    write("all/api/broken.yaml", "a: [\n");
    write("all/\u00e9t\u00e9/empty.yaml", "");
    write("all/at-the-top.yaml", POD.replace("web", "t\u00f6p"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path save(String name, Shell review) throws IOException {
    Files.createDirectories(folder.resolve("out"));
    return Files.writeString(
        folder.resolve("out").resolve(name), review.out(), StandardCharsets.UTF_8);
  }

  private Shell review(Object... more) {
    List<Object> words = new ArrayList<>(List.of("review", "--format", "json"));
    words.addAll(List.of(more));
    words.add(folder.resolve("all"));
    return Shell.run(words.toArray());
  }

  @Test
  void sharesMakeTheWhole() throws IOException {
    Shell whole = review();
    assertThat(whole.out()).contains("-3\"").contains("\"failed\": 1");
    for (int of : List.of(1, 2, 3, 5, 9)) {
      List<Object> merge = new ArrayList<>(List.of("merge"));
      for (int i = of - 1; i >= 0; i--) {
        merge.add(save(of + "-" + i + ".json", review("--shard", i + "/" + of)));
      }
      Shell joined = Shell.run(merge.toArray());
      assertThat(joined.out()).isEqualTo(whole.out());
      assertThat(joined.code()).isEqualTo(whole.code()).isEqualTo(3);
    }
  }

  @Test
  void aShareIsOnlyThat() {
    Shell first = review("--shard", "0/6");
    Shell second = review("--shard", "1/6");
    assertThat(files(first))
        .contains("all/Zoo/web.yaml")
        .noneMatch(file -> file.startsWith("all/api/"));
    assertThat(first.code()).isEqualTo(1);
    assertThat(files(second))
        .contains("all/api/broken.yaml")
        .noneMatch(file -> file.startsWith("all/Zoo/"));
    assertThat(second.code()).isEqualTo(3);
    assertThat(review("--shard", "8/9").code()).isZero();
  }

  /** The files that are accounted for or have findings; others may still be named as the reason. */
  private Set<String> files(Shell review) {
    JsonNode tree = tree(review.out());
    return Stream.of(tree.get("findings"), tree.get("coverage").get("items"))
        .flatMap(JsonNode::valueStream)
        .map(row -> Path.of(row.get("file").asString()))
        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
        .collect(Collectors.toSet());
  }

  @Test
  void whatOthersDefineCounts() {
    assertThat(review("--shard", "0/6").out()).contains("\"zone\": \"edera\"");
  }

  @Test
  void aMissingShareIsNotPassedOver() throws IOException {
    Path first = save("a.json", review("--shard", "0/2"));
    Shell shell = Shell.run("merge", first);
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).startsWith("Share 1 of 2 is missing.");
  }

  @Test
  void sharesOfOtherFilesAreNotJoined() throws IOException {
    Path first = save("a.json", review("--shard", "0/2"));
    write("all/api/web.yaml", POD + "# changed meanwhile\n");
    Path second = save("b.json", review("--shard", "1/2"));
    assertThat(Shell.run("merge", first, second).err())
        .startsWith(second + " was made from other files than the shares before it.");
  }

  @Test
  void sharesOfOtherSettingsAreNotJoined() throws IOException {
    Path first = save("a.json", review("--shard", "0/2", "-n", "shop"));
    for (List<Object> other : List.of(List.<Object>of(), List.<Object>of("-n", "bank"))) {
      List<Object> words = new ArrayList<>(List.of("--shard", "1/2"));
      words.addAll(other);
      Shell joined = Shell.run("merge", first, save("b.json", review(words.toArray())));
      assertThat(joined.code()).isEqualTo(3);
      assertThat(joined.out()).isEmpty();
      assertThat(joined.err())
          .startsWith(
              folder.resolve("out/b.json")
                  + " was made with another --namespace or review file than the shares before it,"
                  + " or on another day.");
    }
    assertThat(
            Shell.run("merge", first, save("b.json", review("--shard", "1/2", "-n", "shop"))).out())
        .isEqualTo(review("-n", "shop").out());
  }

  @Test
  void sharesOfOtherReviewFilesOrDaysAreNotJoined() throws IOException {
    // outside of what is opened, so that it is none of the files of the share
    write("empty.yaml", "defaultNamespace: shop\n");
    write(
        "accepts.yaml",
        """
        exceptions:
          - control: host-network
            namespace: shop
            reason: known
            owner: team
            expires: 2026-12-01
            recorded: 2026-11-01
        """);
    Path empty = folder.resolve("empty.yaml");
    Path accepts = folder.resolve("accepts.yaml");
    Path first = save("a.json", share(0, accepts, "2026-11-30"));
    Path other = save("b.json", share(1, empty, "2026-11-30"));
    Path later = save("c.json", share(1, accepts, "2026-12-02"));
    Path second = save("d.json", share(1, accepts, "2026-11-30"));
    assertThat(Shell.run("merge", first, other).err()).startsWith(other + " was made with another");
    assertThat(Shell.run("merge", first, later).err()).startsWith(later + " was made with another");
    assertThat(Shell.run("merge", first, second).out())
        .isEqualTo(review("--review", accepts, "--today", "2026-11-30").out());
    // without entries that expire, each day is as good as another
    Path early = save("e.json", share(0, empty, "2026-11-30"));
    Path late = save("f.json", share(1, empty, "2026-12-02"));
    assertThat(Shell.run("merge", early, late).err()).isEmpty();
  }

  private Shell share(int index, Path reviewFile, String day) {
    return review("--shard", index + "/2", "--review", reviewFile, "--today", day);
  }

  @Test
  void onlyWhatBelongsTogetherIsJoined() throws IOException {
    Path share = save("a.json", review("--shard", "0/2"));
    Path twin = save("b.json", review("--shard", "0/2"));
    Path third = save("c.json", review("--shard", "1/3"));
    Path whole = save("d.json", review());
    assertThat(Shell.run("merge", share, twin).err()).contains("are the same share");
    assertThat(Shell.run("merge", share, third).err()).contains("one of 3 shares");
    assertThat(Shell.run("merge", share, whole).err()).contains("Join one kind only");
    Path copy = save("e.json", review());
    assertThat(Shell.run("merge", whole, copy).err()).contains("both hold the review of");
  }

  @Test
  void reviewsOfDifferentFilesAreJoined() throws IOException {
    Path pod = folder.resolve("all/Zoo");
    Path other = folder.resolve("all/api-2");
    Path a = save("a.json", Shell.run("review", "--format", "json", pod));
    Path b = save("b.json", Shell.run("review", "--format", "json", other));
    Shell joined = Shell.run("merge", b, a);
    assertThat(joined.code()).isEqualTo(1);
    // what the files have to do with one another is seen only in one review of both
    JsonNode whole = tree(Shell.run("review", "--format", "json", pod, other).out());
    JsonNode parts = tree(joined.out());
    assertThat(parts.get("coverage")).isEqualTo(whole.get("coverage"));
    assertThat(parts.get("workloads")).isEqualTo(whole.get("workloads"));
    assertThat(ofWorkloads(parts)).isNotEmpty().isEqualTo(ofWorkloads(whole));
    assertThat(Shell.run("merge", folder.resolve("out")).out()).isEqualTo(joined.out());
  }

  private static JsonNode tree(String json) {
    return JsonMapper.builder().build().readTree(json);
  }

  /** Controls outside these families that look at what several files say together. */
  private static final Set<String> OF_SEVERAL =
      Set.of("duplicate-object", "automounting-service-account");

  private static List<String> ofWorkloads(JsonNode review) {
    return review
        .get("findings")
        .valueStream()
        .filter(f -> !Set.of("network", "tenancy").contains(f.get("family").asString()))
        .filter(f -> !OF_SEVERAL.contains(f.get("control").asString()))
        .map(JsonNode::toString)
        .toList();
  }

  @Test
  void whatIsNoReviewIsRefusedWithItsPlace() throws IOException {
    Path text = Files.writeString(folder.resolve("x.json"), "{\n\"tool\": ");
    assertThat(Shell.run("merge", text).err()).startsWith(text + ":2: this is not complete JSON");
    Path other = Files.writeString(folder.resolve("y.json"), "{}");
    assertThat(Shell.run("merge", other).err()).startsWith(other + ": this is not a review.");
    assertThat(Shell.run("merge", folder.resolve("none.json")).code()).isEqualTo(3);
    assertThat(Shell.withInput("{", "merge", "-").err())
        .startsWith("-:1: this is not complete JSON");
    assertThat(Shell.withInput("{}", "merge", "-", "-").code()).isEqualTo(2);
  }

  @Test
  void oneOfTheReviewsMayComeOnStandardInput() throws IOException {
    Path second = save("second.json", review("--shard", "1/2"));
    Path first = save("first.json", review("--shard", "0/2"));

    assertThat(Shell.withInput(Files.readString(first), "merge", second, "-"))
        .isEqualTo(Shell.run("merge", first, second));
  }

  @Test
  void aShareHasAForm() {
    for (String word : List.of("2/2", "1", "a/b", "-1/2", "0/0", "1/2/3")) {
      assertThat(review("--shard", word).err()).startsWith("Invalid value for option '--shard'");
    }
    assertThat(Shell.withInput("a: 1", "review", "--shard", "0/2", "-").err())
        .startsWith("Standard input (-) cannot be split into shares");
  }
}
