package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What SARIF puts into a file ends its lines as the file does. */
class SarifLineEndsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
        namespace: shop
      spec:
        containers:
          - name: api
            image: registry.example/api:1
            securityContext:
              privileged: true
      """;

  @TempDir private Path dir;

  @Test
  void theSameFixesWithTheLineEndsOfTheFile() throws IOException {
    List<String> unix = fixed(POD);
    List<String> windows = fixed(POD.replace("\n", "\r\n"));

    assertThat(unix).hasSizeGreaterThan(5).anySatisfy(t -> assertThat(t).contains("runtimeClass"));
    assertThat(windows).isEqualTo(unix.stream().map(t -> t.replace("\n", "\r\n")).toList());
  }

  /** The file after each fix by itself. */
  private List<String> fixed(String text) throws IOException {
    Files.writeString(dir.resolve("pod.yaml"), text);
    String out = Shell.run("review", dir.resolve("pod.yaml"), "--format", "sarif").out();
    List<String> after = new ArrayList<>();
    for (JsonNode result : JsonMapper.shared().readTree(out).at("/runs/0/results")) {
      for (JsonNode fix : result.path("fixes")) {
        after.add(applied(text, fix.at("/artifactChanges/0/replacements")));
      }
    }
    return after;
  }

  private static String applied(String text, JsonNode replacements) {
    StringBuilder out = new StringBuilder(text);
    for (int i = replacements.size() - 1; i >= 0; i--) {
      JsonNode region = replacements.get(i).get("deletedRegion");
      out.replace(
          offset(text, region, "start"),
          offset(text, region, "end"),
          replacements.get(i).at("/insertedContent/text").asString());
    }
    return out.toString();
  }

  private static int offset(String text, JsonNode region, String end) {
    int at = 0;
    for (int line = region.get(end + "Line").asInt(); line > 1; line--) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + region.get(end + "Column").asInt() - 1;
  }
}
