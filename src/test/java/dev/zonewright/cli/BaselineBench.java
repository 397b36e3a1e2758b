package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pods in a folder, a baseline of them, and what a review says beside it. */
abstract class BaselineBench {
  @TempDir Path dir;

  Path pod(String file, String name, String fields, String container) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("manifests"));
    Files.writeString(
        folder.resolve(file),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: shop}
        spec:
          runtimeClassName: edera
        %s  containers: [{name: %s, image: 'registry.example/api:1'}]
        """
            .formatted(name, fields, container));
    return folder;
  }

  Path baseline(Path manifests) {
    Path file = dir.resolve("baseline.json");
    Shell shell = Shell.run("baseline", manifests, "-o", file, "--today", "2026-11-28");
    assertThat(shell.err()).contains("Written: " + file);
    assertThat(shell.code()).isZero();
    return file;
  }

  static JsonNode json(Shell shell) {
    return JsonMapper.builder().build().readTree(shell.out());
  }

  static List<String> controls(Shell shell, String state) {
    return json(shell)
        .get("findings")
        .valueStream()
        .filter(f -> f.get("baseline").asString().equals(state))
        .map(f -> f.get("control").asString())
        .toList();
  }
}
