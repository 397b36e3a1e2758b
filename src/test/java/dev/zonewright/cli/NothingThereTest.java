package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that had nothing to look at is no clean one. */
class NothingThereTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec: {containers: [{name: api, image: 'registry.example/api:1'}]}
      """;

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n---\n", "key: value\n", "{}", "- a\n"})
  void aFileWithoutAnObjectIsLikeAFolderWithoutManifests(String text) throws IOException {
    Path folder = Files.createDirectory(dir.resolve("folder"));
    assertThat(Shell.run("review", folder).code()).isEqualTo(3);
    Path file = Files.writeString(folder.resolve("a.yaml"), text);
    for (String command : new String[] {"review", "fix", "checklist", "access", "reach"}) {
      assertThat(Shell.run(command, file).code()).as(command).isEqualTo(3);
      assertThat(Shell.run(command, folder).code()).as(command).isEqualTo(3);
      assertThat(Shell.withInput(text, command, "-").code()).as(command).isEqualTo(3);
    }
    Files.writeString(folder.resolve("b.yaml"), POD);
    Shell beside = Shell.run("review", "--fail-on", "critical", folder);
    assertThat(beside.code()).isLessThan(2);
    assertThat(beside.out()).contains("nothing to analyse", "0 failed");
  }

  @Test
  void noFindingIsLeftOnlyInWhatWasAnalysed() throws IOException {
    String gone = Shell.run("fix", dir.resolve("gone.yaml")).err();
    assertThat(gone).startsWith("Nothing could be analysed.").doesNotContain("No finding is left");

    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n";
    Path file = Files.writeString(dir.resolve("a.yaml"), map);
    assertThat(Shell.run("fix", file, dir.resolve("gone.yaml")).err())
        .startsWith("Nothing to fix.\nNo finding is left in what was analysed.\nNot analysed: ");
  }

  @Test
  void whatIsNoNameIsRefused() throws IOException {
    Path file = Files.writeString(dir.resolve("a.yaml"), POD);
    Shell access = Shell.run("access", "--account", "shop/pods/api", file);
    assertThat(access.code()).isEqualTo(2);
    assertThat(access.err()).startsWith("'shop/pods/api' is not an account: write NAMESPACE/NAME");
    Shell explain = Shell.run("explain", "");
    assertThat(explain.code()).isEqualTo(2);
    assertThat(explain.err()).startsWith("There is no control ''.");
  }

  @Test
  void whatHoldsAnObjectIsLookedAtThoughNoControlApplies() throws IOException {
    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n";
    Path file = Files.writeString(dir.resolve("a.yaml"), map);
    assertThat(Shell.run("review", file).code()).isZero();
  }
}
