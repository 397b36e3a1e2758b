package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items of one list that go in one batch. */
class ItemsTogetherTest {
  private static final String TEXT =
      """
      add:
      - A
      - B # why
      - C
      - {d: 1}
      """;
  private static final YamlPath LIST = YamlPath.ROOT.key("add");

  private final EditBatch batch = EditBatch.whole(YamlParser.parse(TEXT), TEXT);

  private EditBatch.Result remove(int item) {
    return batch.add(LIST.index(item), e -> e.remove(LIST.index(item)));
  }

  @Test
  void itemsGoTogetherFromTheEndToTheBeginning() {
    assertThat(remove(2)).isInstanceOf(EditBatch.Result.Made.class);
    assertThat(remove(0)).isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.edits().apply(TEXT)).isEqualTo("add:\n- B # why\n- {d: 1}\n");
  }

  @Test
  void whatStandsBehindAnItemThatWentWaits() {
    assertThat(remove(1)).isInstanceOf(EditBatch.Result.Made.class);
    assertThat(remove(1)).isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(remove(2)).isInstanceOf(EditBatch.Result.PutOff.class);
    YamlPath inItem = LIST.index(3).key("d");
    assertThat(batch.add(inItem, e -> e.set(inItem, YamlValue.of(2))))
        .isInstanceOf(EditBatch.Result.PutOff.class);
    YamlPath first = LIST.index(0);
    assertThat(batch.add(first, e -> e.set(first, YamlValue.of("Z"))))
        .isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.edits().apply(TEXT)).isEqualTo("add:\n- Z\n- C\n- {d: 1}\n");
  }

  @Test
  void theLastThatIsLeftWaitsForAFreshLook() {
    remove(3);
    remove(2);
    remove(1);
    assertThat(remove(0)).isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.edits().apply(TEXT)).isEqualTo("add:\n- A\n");
  }

  @Test
  void aListThatIsReplacedAsAWholeIsInTheWay() {
    remove(3);
    assertThat(batch.add(LIST, e -> e.replaceList(LIST, List.of("Q"))))
        .isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.add(LIST, e -> e.addItem(LIST, YamlValue.of("Q"))))
        .isInstanceOf(EditBatch.Result.PutOff.class);
  }
}
