package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.planted.PlantedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nor is one shown where files are new, many questions are asked, or a command goes wrong. */
class NeverShownBesideTest {
  private static final String KEY = "ghp_yUIM13rPT1sM2tmr1sxHXOG2bDrr5hJkgL4g";

  @TempDir Path folder;

  private final PlantedSecrets secrets = new PlantedSecrets();

  private Path planted() throws IOException {
    return Files.writeString(folder.resolve("planted.yaml"), secrets.text());
  }

  private void check(Shell shell, String what) {
    assertThat(shell.out() + shell.err()).as(what).isNotBlank();
    secrets.assertHiddenIn(what, shell.out() + shell.err());
  }

  /** A file of JSON takes no further document, so what a fix adds comes into one of its own. */
  @Test
  void inTheDiffOfANewFile() throws IOException {
    Path agent =
        Files.writeString(
            folder.resolve("agent.json"),
            """
            {
              "apiVersion": "apps/v1",
              "kind": "Deployment",
              "metadata": {"name": "coder", "namespace": "shop"},
              "spec": {
                "selector": {"matchLabels": {"app": "coder"}},
                "template": {
                  "metadata": {"labels": {"app": "coder", "zonewright.dev/workload": "agent"}},
                  "spec": {"containers": [
                    {"name": "main", "image": "x", "env": [{"name": "A", "value": "%s"}]}
                  ]}
                }
              }
            }
            """
                .formatted(KEY));
    Shell eyes = Shell.onTerminalWithoutColours("fix", "--include-review", agent);
    assertThat(eyes.out()).contains("--- /dev/null", "kind: Job", "+              value: “ghp…”");
    assertThat(eyes.out() + eyes.err()).doesNotContain(KEY.substring(0, 5));
    Shell patch = Shell.run("fix", "--include-review", agent);
    assertThat(patch.out()).contains("+              value: " + KEY);
  }

  @Test
  void inAnswersToManyQuestions() throws IOException {
    Path file = planted();
    StringBuilder reach = new StringBuilder("src\tdst\tprotocol\tport\n");
    for (String from : List.of("shop/Deployment/a0", "shop/StatefulSet/odd1", "shop/Pod/none")) {
      for (String to : List.of("node", "internet", "shop/Deployment/a1", "10.0.0.1")) {
        reach.append("%s\t%s\tTCP\t443\n".formatted(from, to));
      }
    }
    Path asked = Files.writeString(folder.resolve("reach.tsv"), reach);
    check(Shell.run("reach", "--questions", asked, file), "many questions about connections");
    Path access =
        Files.writeString(
            folder.resolve("access.tsv"),
            """
            subject\ttype\tverb\tgroup\tresource\tsubresource\tname\tnamespace\tpath
            shop/a0\tserviceaccount\tget\t\tsecrets\t\t\tshop\t
            shop/a1\tserviceaccount\tcreate\t\tpods\t\t\tshop\t
            """);
    check(Shell.run("access", "--questions", access, file), "many questions about access");
    for (String power : List.of("create-pods", "read-secrets", "everything")) {
      check(Shell.run("access", "--power", power, file), "chains to " + power);
    }
    check(
        Shell.run("reach", "--from", "shop/StatefulSet/odd1", "--to", "node", file),
        "the steps of a connection");
  }

  @Test
  void whereACommandGoesWrong() throws IOException {
    Path file = planted();
    Path review = Files.writeString(folder.resolve("zonewright-review.yaml"), secrets.review());
    // files that are taken for something else
    check(Shell.run("merge", file), "merge of a manifest");
    check(Shell.run("compare", "--baseline", file, file), "a manifest for a baseline");
    check(Shell.run("reach", "--questions", file, file), "a manifest for questions");
    check(Shell.run("access", "--questions", review, file), "a review for questions");
    check(Shell.run("review", "--review", file, file), "a manifest for a review");
    check(
        Shell.run("runbook", "--workload", "shop/Pod/none", file), "a workload that is not there");
    check(Shell.run("access", "--account", "shop/none", file), "an account that is not there");
    check(Shell.run("reach", "--from", "shop/Pod/none", file), "a source that is not there");
  }
}
