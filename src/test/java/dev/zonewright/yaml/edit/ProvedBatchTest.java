package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import org.junit.jupiter.api.Test;

class ProvedBatchTest {
  private static final String TEXT =
      """
      spec:
        hostPID: true # for strace
        containers:
        - &c {name: a, image: x}
        - *c
      """;

  private static YamlPath at(String... keys) {
    YamlPath path = YamlPath.ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  @Test
  void changesOfTheWholeDocumentAreMadeTogetherAndProvedOnce() {
    EditBatch batch = EditBatch.whole(YamlParser.parse(TEXT), TEXT);
    YamlPath token = at("spec", "automountServiceAccountToken");
    assertThat(batch.add(token, e -> e.set(token, YamlValue.of(false))))
        .isInstanceOf(EditBatch.Result.Made.class);
    YamlPath zone = at("spec", "runtimeClassName");
    assertThat(batch.add(zone, e -> e.set(zone, YamlValue.of("edera"))))
        .isInstanceOf(EditBatch.Result.Made.class);
    YamlPath processes = at("spec", "hostPID");
    assertThat(batch.add(processes, e -> e.remove(processes)))
        .isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.add(processes, e -> e.set(processes, YamlValue.of(false))))
        .isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.edits().apply(TEXT))
        .contains("automountServiceAccountToken: false")
        .contains("runtimeClassName: edera")
        .doesNotContain("hostPID")
        .contains("- &c {name: a, image: x}\n  - *c\n");
  }

  @Test
  void whatCannotBeMadeLeavesTheRest() {
    EditBatch batch = EditBatch.whole(YamlParser.parse(TEXT), TEXT);
    YamlPath below = at("spec", "hostPID", "deeper");
    assertThat(batch.add(below, e -> e.refuse("not here")))
        .isEqualTo(new EditBatch.Result.Refused("not here"));
    YamlPath zone = at("spec", "runtimeClassName");
    batch.add(zone, e -> e.set(zone, YamlValue.of("edera")));
    assertThat(batch.edits().edits()).hasSize(1);
  }
}
