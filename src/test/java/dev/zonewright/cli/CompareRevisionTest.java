package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.workspace.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code zonewright compare git:REVISION PATH}; skipped where there is no git. */
class CompareRevisionTest {
  private static final String HOST_PID = "  hostPID: true\n";

  @TempDir private Path top;

  private Path folder;

  @BeforeEach
  void repository() throws Exception {
    assumeTrue(Programs.find("git", String.valueOf(System.getenv("PATH"))).isPresent(), "no git");
    folder = Files.createDirectories(top.resolve("deploy").resolve("shop"));
    git("init", "-q", ".");
  }

  private void git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t"));
    command.addAll(List.of("-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(top.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }

  private void commit() throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", "state");
  }

  private void pod(Path file, String name, String fields) throws IOException {
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: shop}
        spec:
          runtimeClassName: edera
          automountServiceAccountToken: false
        %s  containers: [{name: api, image: 'registry.example/api:1'}]
        """
            .formatted(name, fields));
  }

  private static JsonNode json(Shell shell) {
    return JsonMapper.builder().build().readTree(shell.out());
  }

  private static List<String> controls(JsonNode compared, String list) {
    return compared.get(list).valueStream().map(f -> f.get("control").asString()).toList();
  }

  private Map<String, String> state() throws IOException {
    Map<String, String> out = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(top)) {
      walk.forEach(p -> {
        try {
          out.put(p.toString(), Files.getLastModifiedTime(p) + " " + Files.size(p));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
    return out;
  }

  @Test
  void whatChangedSinceARevisionIsSaidAndNothingIsWritten() throws Exception {
    pod(folder.resolve("a.yaml"), "api", HOST_PID);
    pod(folder.resolve("b.yaml"), "old", HOST_PID);
    Files.writeString(top.resolve("elsewhere.yaml"), "kind: Pod\n\tnot: [read\n");
    Files.createDirectory(folder.resolve(".hidden"));
    pod(folder.resolve(".hidden").resolve("c.yaml"), "hidden", HOST_PID);
    commit();
    pod(folder.resolve("a.yaml"), "api", "  hostIPC: true\n");
    Files.delete(folder.resolve("b.yaml"));
    Map<String, String> before = state();
    Shell shell = Shell.run("compare", "git:HEAD", folder, "--format", "json");
    assertThat(state()).isEqualTo(before);
    assertThat(shell.code()).as(shell.err()).isOne();
    JsonNode compared = json(shell);
    assertThat(controls(compared, "added")).containsExactly("host-ipc");
    assertThat(controls(compared, "fixed")).containsExactly("host-pid");
    assertThat(compared.get("removed").valueStream().map(f -> f.get("object").asString()))
        .isNotEmpty()
        .containsOnly("shop/Pod/old");
    assertThat(compared.get("before").get("documents").asInt()).isEqualTo(2);
    assertThat(shell.err()).contains("Runs: ").contains("ls-tree -r -z").contains("cat-file");
    Shell file = Shell.run("compare", "git:HEAD", folder.resolve("a.yaml"), "--format", "json");
    assertThat(json(file).get("before").get("documents").asInt()).isOne();
    assertThat(controls(json(file), "fixed")).containsExactly("host-pid");
    Shell back = Shell.run("compare", folder, "git:HEAD", "--format", "json");
    assertThat(controls(json(back), "added")).contains("host-pid");
  }

  @Test
  void aRevisionBringsItsReviewFileAndAcceptingIsNotFixing() throws Exception {
    pod(folder.resolve("a.yaml"), "api", HOST_PID);
    Path review = top.resolve("zonewright-review.yaml");
    Files.writeString(review, "tenants: {retail: [shop]}\n");
    commit();
    Files.writeString(
        review,
        """
        tenants: {retail: [shop]}
        exceptions:
          - {control: host-pid, object: shop/Pod/api, reason: r, owner: o, expires: 2026-12-24}
        """);
    Shell shell =
        Shell.run("compare", "git:HEAD", folder, "--format", "json", "--today", "2026-12-01");
    JsonNode compared = json(shell);
    assertThat(controls(compared, "accepted")).containsExactly("host-pid");
    assertThat(controls(compared, "fixed")).isEmpty();
    assertThat(controls(compared, "added")).isEmpty();
    assertThat(shell.code()).isZero();
  }

  @Test
  void whatGitCannotGiveIsSaid() throws Exception {
    pod(folder.resolve("a.yaml"), "api", "");
    pod(top.resolve("outside.yaml"), "out", "");
    Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("a.yaml"));
    Files.createSymbolicLink(folder.resolve("out.yaml"), Path.of("../../outside.yaml"));
    Files.writeString(
        folder.resolve("big.yaml"),
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n");
    commit();
    Files.delete(folder.resolve("big.yaml"));
    Shell shell = Shell.run("compare", "git:HEAD", folder, "--format", "json");
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err())
        .contains("big.yaml:1: Git LFS holds its content")
        .contains("out.yaml:1: it is a link, but not to a file in the same folder")
        .doesNotContain("link.yaml:1");
    assertThat(json(shell).get("before").get("analysed").asInt()).isOne();
  }

  @Test
  void wrongRevisionsAreSaid() throws Exception {
    pod(folder.resolve("a.yaml"), "api", "");
    commit();
    commit2();
    for (String wrong :
        List.of("git:nowhere", "git:--all", "git:", "git:HEAD~1..HEAD", "git:^HEAD")) {
      Shell shell = Shell.run("compare", wrong, folder);
      assertThat(shell.code()).as(wrong).isEqualTo(3);
      assertThat(shell.err()).as(wrong).contains("cannot be read").doesNotContain("ls-tree");
      assertThat(shell.out()).as(wrong).isEmpty();
    }
    Path none = Files.createDirectory(folder.resolve("new"));
    pod(none.resolve("n.yaml"), "new", HOST_PID);
    Shell fresh = Shell.run("compare", "git:HEAD", none, "--format", "json");
    assertThat(fresh.err()).contains("has no manifest");
    assertThat(controls(json(fresh), "added")).contains("host-pid");
    assertThat(Shell.run("compare", "git:HEAD", top.resolve("lost")).code()).isEqualTo(3);
  }

  @Test
  void aShallowCloneIsNamedWithWhatToDo() throws Exception {
    pod(folder.resolve("a.yaml"), "api", "");
    commit();
    commit2();
    assertThat(Shell.run("compare", "git:HEAD~9", folder).err()).doesNotContain("clone is shallow");
    git("clone", "-q", "--depth", "1", top.toUri().toString(), "clone");
    Path clone = top.resolve("clone").resolve("deploy").resolve("shop");
    Shell shell = Shell.run("compare", "git:HEAD~1", clone);
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err())
        .contains("unknown revision")
        .contains("The clone is shallow")
        .contains("git fetch --unshallow");
  }

  private void commit2() throws Exception {
    pod(folder.resolve("b.yaml"), "second", "");
    commit();
  }

  @Test
  void whatTheRepositoryWouldRunDoesNotRun() throws Exception {
    pod(folder.resolve("a.yaml"), "api", "");
    Files.writeString(top.resolve(".gitattributes"), "*.yaml filter=trap diff=trap\n");
    commit();
    String trap = "touch '" + top.resolve("sprung") + "'";
    git("config", "core.fsmonitor", trap);
    git("config", "core.pager", trap);
    git("config", "filter.trap.smudge", trap);
    git("config", "diff.trap.textconv", trap);
    git("config", "alias.ls-tree", "!" + trap);
    assertThat(Shell.run("compare", "git:HEAD", folder).code()).isZero();
    assertThat(top.resolve("sprung")).doesNotExist();
  }
}
