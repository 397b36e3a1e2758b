package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnwardBatchTest {
  private static final String TEXT =
      """
      spec:
        host: true
        list:
      """
          + "    - name: a\n      on: true\n".repeat(400);

  private static final YamlPath SPEC = YamlPath.of("spec");
  private static final YamlPath ITEM = SPEC.key("list").index(7);

  private final YamlDocument document = YamlParser.parse(TEXT);
  private final EditBatch items = EditBatch.on(document, TEXT);

  private static EditBatch.Result add(EditBatch batch, YamlPath at) {
    return batch.add(at, editor -> editor.set(at, YamlValue.of("new")));
  }

  @Test
  void whatConcernsTheWholeIsMadeAfterTheItemsAndProvedWithThem() {
    assertThat(items.leaves(ITEM.key("name"))).isFalse();
    assertThat(items.leaves(SPEC.key("host"))).isTrue();
    assertThat(add(items, ITEM.key("name"))).isEqualTo(new EditBatch.Result.Made());
    EditBatch next = items.onward().orElseThrow();
    assertThat(add(next, SPEC.key("host"))).isEqualTo(new EditBatch.Result.Made());
    String after = next.edits().apply(TEXT);
    assertThat(after).contains("  host: new\n").containsOnlyOnce("    - name: new\n");
    assertThat(after.lines()).hasSameSizeAs(TEXT.lines().toList());
  }

  @Test
  void anItemThatIsChangedAgainAfterManyOthersKeepsItsFirstChange() {
    for (String key : List.of("name", "on")) {
      for (int i = 1; i < 399; i++) {
        assertThat(add(items, SPEC.key("list").index(i).key(key)))
            .isEqualTo(new EditBatch.Result.Made());
      }
    }
    assertThat(items.edits().apply(TEXT)).contains("    - name: new\n      on: new\n".repeat(398));
  }

  @Test
  void whatMeetsAChangedItemIsPutOff() {
    assertThat(add(items, ITEM.key("name"))).isEqualTo(new EditBatch.Result.Made());
    EditBatch next = items.onward().orElseThrow();
    assertThat(add(next, SPEC.key("list"))).isEqualTo(new EditBatch.Result.PutOff());
    assertThat(next.edits()).isEqualTo(items.edits());
  }

  @Test
  void whatCannotBeMadeWaitsForAFreshLookAndTheItemsAreChanged() {
    assertThat(add(items, ITEM.key("name"))).isEqualTo(new EditBatch.Result.Made());
    EditBatch next = items.onward().orElseThrow();
    assertThat(next.add(SPEC.key("host"), editor -> editor.refuse("not now")))
        .isEqualTo(new EditBatch.Result.PutOff());
    assertThat(next.edits()).isEqualTo(items.edits());
  }

  @Test
  void aVeryLongDocumentIsChangedAsAWholeInTheSamePassToo() {
    String keys = "a: old\nb: old\nc: old\nd: old\ne: old\n";
    String text = keys + "long: \"" + "x".repeat(4_000_000) + "\"\n" + TEXT;
    EditBatch ofItems = EditBatch.on(YamlParser.parse(text), text);
    assertThat(add(ofItems, ITEM.key("name"))).isEqualTo(new EditBatch.Result.Made());
    EditBatch next = ofItems.onward().orElseThrow();
    for (String key : List.of("a", "b", "c", "d", "e")) {
      assertThat(add(next, YamlPath.of(key))).isEqualTo(new EditBatch.Result.Made());
    }
    assertThat(next.edits().apply(text)).startsWith(keys.replace("old", "new"));
  }

  @Test
  void withoutAChangedItemThereIsNothingToGoOnFrom() {
    assertThat(items.onward()).isEmpty();
  }
}
