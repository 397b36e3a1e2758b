package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ChecklistCommandTest {
  private static final Path SAMPLE = Path.of("assets", "samples");

  @Test
  void theJsonHasEveryItemOfEveryTenantWithEvidence() {
    Shell shell = Shell.run("checklist", SAMPLE.toString(), "--format", "json");
    assertThat(shell.code()).isZero();
    JsonNode tenants = new ObjectMapper().readTree(shell.out()).get("tenants");
    List<String> names =
        StreamSupport.stream(tenants.spliterator(), false)
            .map(t -> t.get("tenant").asString())
            .toList();
    assertThat(names).contains("acme", "globex", "initech");
    for (JsonNode tenant : tenants) {
      assertThat(tenant.get("items")).hasSize(22);
      for (JsonNode item : tenant.get("items")) {
        assertThat(item.get("state").asString())
            .isIn("satisfied", "violated", "undetermined", "attested");
        assertThat(item.get("evidence")).isNotEmpty();
        for (JsonNode evidence : item.get("evidence")) {
          assertThat(evidence.get("text").asString()).isNotBlank();
          assertThat(evidence.get("line").asInt() > 0)
              .isEqualTo(!evidence.get("file").asString().isEmpty());
        }
      }
    }
  }

  @Test
  void theTextCountsAndNamesPlaces() {
    Shell shell = Shell.run("checklist", SAMPLE.toString());
    assertThat(shell.out())
        .contains("Tenant globex  ", " of 22 closed", "hostPID refused", "globex.yaml:65");
  }

  @Test
  void whatCannotBeReadIsThree(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("a.yaml"), "kind: Pod\n\tbad: [\n");
    Shell shell = Shell.run("checklist", file.toString());
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.out()).contains("There is no tenant in the manifests");
    assertThat(shell.err()).contains("Not everything could be analysed");
  }
}
