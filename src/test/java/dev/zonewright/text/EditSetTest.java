package dev.zonewright.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EditSetTest {
  @Test
  void overlappingEditsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EditSet.of(TextEdit.remove(0, 3), TextEdit.remove(2, 4)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EditSet.of(TextEdit.insert(2, "a"), TextEdit.insert(2, "b")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EditSet.of(TextEdit.remove(0, 3), TextEdit.insert(1, "b")));
  }

  @Test
  void editsThatTouchCanBeUndone() {
    EditSet both = EditSet.of(TextEdit.remove(0, 2), TextEdit.remove(2, 4));
    assertThat(both.apply("abcdef")).isEqualTo("ef");
    assertThat(both.inverse("abcdef").apply("ef")).isEqualTo("abcdef");
  }

  @Test
  void compatibleSetsShareNoPlace() {
    EditSet first = EditSet.of(TextEdit.remove(2, 4));
    assertThat(first.compatibleWith(EditSet.of(TextEdit.insert(4, "x")))).isTrue();
    assertThat(first.compatibleWith(EditSet.of(TextEdit.insert(3, "x")))).isFalse();
    assertThat(first.compatibleWith(EditSet.of(TextEdit.insert(2, "x")))).isFalse();
    assertThat(first.compatibleWith(EditSet.EMPTY)).isTrue();
  }

  @Test
  void anEditAndItsOppositeAreNothing() {
    EditSet there = EditSet.of(TextEdit.replace(1, 2, "xyz"));
    assertThat(there.then(there.inverse("abc"), "abc").isEmpty()).isTrue();
  }

  @Test
  void anyEditsApplyComposeAndInvert() {
    Random random = new Random(42);
    for (int round = 0; round < 3_000; round++) {
      String before = text(random, random.nextInt(40));
      EditSet first = edits(random, before);
      String middle = first.apply(before);
      EditSet second = edits(random, middle);
      String after = second.apply(middle);

      assertThat(first.inverse(before).apply(middle)).isEqualTo(before);
      EditSet both = first.then(second, before);
      assertThat(both.apply(before)).isEqualTo(after);
      assertThat(both.inverse(before).apply(after)).isEqualTo(before);
      EditSet shifted = first.shift(3);
      assertThat(shifted.apply("---" + before)).isEqualTo("---" + middle);
    }
  }

  private static EditSet edits(Random random, String text) {
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    while (at <= text.length() && edits.size() < 4) {
      int start = at + random.nextInt(6);
      int end = start + random.nextInt(5);
      if (end > text.length()) {
        break;
      }
      edits.add(TextEdit.replace(start, end, text(random, random.nextInt(4))));
      at = Math.max(end, start + 1);
    }
    return new EditSet(edits);
  }

  private static String text(Random random, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append("ab\n ".charAt(random.nextInt(4)));
    }
    return out.toString();
  }
}
