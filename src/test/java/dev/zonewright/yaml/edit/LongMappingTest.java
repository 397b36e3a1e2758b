package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Entries of a very long mapping are changed each between its neighbours, and proved together. */
class LongMappingTest {
  private static final int MANY = 300;
  private static final String VALUE = "x".repeat(30);

  private static String block(IntFunction<String> entry) {
    return "kind: A\nspec:\n"
        + IntStream.range(0, MANY).mapToObj(entry).collect(Collectors.joining())
        + "end: 1\n";
  }

  private static String plain(int i) {
    return "  k%03d: %s\n".formatted(i, VALUE);
  }

  private static YamlPath key(int i) {
    return YamlPath.of("spec", "k%03d".formatted(i));
  }

  private static EditBatch on(String text) {
    return EditBatch.on(YamlParser.parse(text), text);
  }

  private static EditBatch.Result remove(EditBatch batch, int i) {
    return batch.add(key(i), editor -> editor.remove(key(i)));
  }

  @Test
  void allButTheFirstAndTheLastGoInOneBatch() {
    String text = block(LongMappingTest::plain);
    EditBatch batch = on(text);
    for (int i = 0; i < MANY; i++) {
      boolean outer = i == 0 || i == MANY - 1;
      assertThat(remove(batch, i))
          .isInstanceOf(outer ? EditBatch.Result.PutOff.class : EditBatch.Result.Made.class);
    }
    EditSet edits = batch.edits();
    String after = edits.apply(text);
    assertThat(after).isEqualTo("kind: A\nspec:\n" + plain(0) + plain(MANY - 1) + "end: 1\n");
    assertThat(edits.inverse(text).apply(after)).isEqualTo(text);
  }

  @Test
  void commentsGoAndStayAsTheyDoOneByOne() {
    String text = block(i -> "  # on %03d\n  k%03d: %s # why\n\n".formatted(i, i, VALUE));
    EditBatch together = on(text);
    YamlEditor alone = YamlEditor.on(text);
    for (int i = 5; i < 60; i += 1 + i % 3) {
      assertThat(remove(together, i)).isInstanceOf(EditBatch.Result.Made.class);
      alone.remove(key(i));
    }
    assertThat(together.edits().apply(text))
        .isEqualTo(((EditOutcome.Edited) alone.finish()).text())
        .contains("# on 004", "# on 062")
        .doesNotContain("# on 005");
  }

  @Test
  void keysOfFlowAreRemovedAndValuesSet() {
    String text =
        "{\"kind\": \"A\", \"spec\": {"
            + IntStream.range(0, MANY)
                .mapToObj(i -> "\"k%03d\": \"%s\"".formatted(i, VALUE))
                .collect(Collectors.joining(", "))
            + "}}\n";
    EditBatch batch = on(text);
    assertThat(remove(batch, 7)).isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.add(key(9), editor -> editor.set(key(9), YamlValue.of("y"))))
        .isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.edits().apply(text))
        .isEqualTo(
            text.replace("\"k007\": \"%s\", ".formatted(VALUE), "")
                .replace("\"k009\": \"" + VALUE, "\"k009\": \"y"));
  }

  @Test
  void twoKeysNeverGetOneName() {
    String text = block(LongMappingTest::plain);
    EditBatch batch = on(text);
    assertThat(batch.add(key(5), editor -> editor.rename(key(5), "same")))
        .isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.add(key(50), editor -> editor.rename(key(50), "same")))
        .isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.add(key(60), editor -> editor.rename(key(60), "k200")))
        .isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.edits().apply(text)).isEqualTo(text.replace("k005", "same"));
  }

  @Test
  void whatReachesOutOfTheEntryWaits() {
    String text = block(LongMappingTest::plain);
    EditBatch batch = on(text);
    Consumer<YamlEditor> both = editor -> editor.remove(key(4)).remove(key(40));
    Consumer<YamlEditor> looking =
        editor -> {
          if (!editor.at(key(41)).exists()) {
            editor.remove(key(4));
          }
        };
    assertThat(batch.add(key(4), both)).isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.add(key(4), looking)).isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(batch.edits().isEmpty()).isTrue();
  }

  @Test
  void aKeyThatStandsTwiceIsNoEntryOfItsOwn() {
    String text = block(i -> plain(i == 80 ? 30 : i));
    EditBatch batch = on(text);
    assertThat(remove(batch, 30)).isInstanceOf(EditBatch.Result.PutOff.class);
    assertThat(remove(batch, 31)).isInstanceOf(EditBatch.Result.Made.class);
    assertThat(batch.edits().apply(text)).isEqualTo(text.replace(plain(31), ""));
  }
}
