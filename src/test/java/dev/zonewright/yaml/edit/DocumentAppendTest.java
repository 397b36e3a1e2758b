package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import dev.zonewright.yaml.parse.YamlStream;
import org.junit.jupiter.api.Test;

/** A new document among other changes of the same document. */
class DocumentAppendTest {
  private static final YamlValue.Mapping NEW = YamlValue.mapping("kind", YamlValue.of("New"));

  private static EditBatch batch(String text) {
    return EditBatch.whole(YamlParser.parse(text), text);
  }

  @Test
  void aBatchTakesOneNewDocumentAndPutsTheRestOff() {
    String text = "kind: Old\nx: 1\n";
    EditBatch batch = batch(text);

    assertThat(batch.add(YamlPath.ROOT, e -> e.appendDocument(NEW)))
        .isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.add(YamlPath.ROOT, e -> e.appendDocument(NEW)))
        .isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.add(YamlPath.ROOT, e -> e.remove(YamlPath.ROOT.key("x"))))
        .isInstanceOf(EditBatch.Result.PutOff.class);

    assertThat(batch.edits().apply(text)).isEqualTo("kind: Old\nx: 1\n---\nkind: New\n");
  }

  @Test
  void aBatchRefusesWhatIsWrongByItself() {
    EditBatch batch = batch("{\"kind\": \"Old\"}\n");

    assertThat(batch.add(YamlPath.ROOT, e -> e.appendDocument(NEW)))
        .isInstanceOf(EditBatch.Result.Refused.class);
    assertThat(batch.edits().isEmpty()).isTrue();
  }

  @Test
  void whatFollowsInTheStreamIsCutOffAsBefore() {
    String text = "kind: Old\n...\nkind: Next\n";
    YamlStream stream = YamlStream.parse(text);
    YamlStream.Part old = stream.parts().getFirst();
    EditOutcome.Edited made =
        (EditOutcome.Edited) YamlEditor.on(stream.textOf(old)).appendDocument(NEW).finish();

    YamlStream after = stream.edited(made.edits().shift(old.offset()));

    assertThat(after.parts()).hasSize(3);
    assertThat(after.text()).isEqualTo("kind: Old\n---\nkind: New\n...\nkind: Next\n");
    assertThat(after.parts().getLast().document()).isSameAs(stream.parts().getLast().document());
  }
}
