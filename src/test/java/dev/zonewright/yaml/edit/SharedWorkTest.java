package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What many places that share their text cost: as much for each, however many there are. */
class SharedWorkTest {
  private static final int PLACES = 300;

  private final AtomicInteger asked = new AtomicInteger();

  private static String text() {
    StringBuilder text =
        new StringBuilder("items:\n  - &one {name: a, image: registry.example/a:1}\n");
    for (int i = 2; i <= PLACES; i++) {
      text.append("  - *one\n");
    }
    return text.toString();
  }

  private List<SharedChange> changes() {
    List<SharedChange> changes = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      YamlPath at = YamlPath.of("items", i);
      changes.add(
          new SharedChange(
              at,
              editor -> {
                asked.incrementAndGet();
                editor.set(at.key("safe"), new YamlValue.Bool(true));
              }));
    }
    return changes;
  }

  private List<EditBatch.Result> results(EditBatch batch) {
    List<SharedChange> changes = changes();
    return changes.stream()
        .map(own -> batch.add(own.at(), e -> e.forAllSharers(changes, own.change())))
        .toList();
  }

  @Test
  void aChangeForAllIsWorkedOutOnce() {
    String text = text();
    EditBatch batch = EditBatch.on(YamlParser.parse(text), text);
    List<EditBatch.Result> results = results(batch);
    assertThat(results.getFirst()).isInstanceOf(EditBatch.Result.Made.class);
    assertThat(results.subList(1, PLACES)).hasOnlyElementsOfType(EditBatch.Result.PutOff.class);
    assertThat(batch.edits().apply(text))
        .isEqualTo(text.replace("registry.example/a:1}", "registry.example/a:1, safe: true}"));
    assertThat(asked.get()).isBetween(PLACES, 5 * PLACES);
  }

  @Test
  void whatCannotBeMadeForAllIsFoundOutOnce() {
    // a place that shares the text asks for nothing, so that the change would reach too far
    String text = text() + "other: *one\n";
    EditBatch batch = EditBatch.on(YamlParser.parse(text), text);
    assertThat(results(batch)).doesNotHaveAnyElementsOfTypes(EditBatch.Result.Made.class);
    assertThat(batch.edits().isEmpty()).isTrue();
    assertThat(asked.get()).isBetween(PLACES, 5 * PLACES);
  }
}
