package dev.zonewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetsBeforeTest {
  private static final String BEFORE = "one two three four";

  private final EditSet edits =
      EditSet.of(
          TextEdit.insert(0, "new "), TextEdit.replace(4, 8, ""), TextEdit.replace(8, 13, "3"));
  private final OffsetsBefore offsets = new OffsetsBefore(edits);

  @Test
  void whatStaysIsFoundWhereItStood() {
    String after = edits.apply(BEFORE);
    assertThat(after).isEqualTo("new one 3 four");
    for (String word : new String[] {"one", "four"}) {
      assertThat(offsets.of(after.indexOf(word))).isEqualTo(BEFORE.indexOf(word));
    }
    assertThat(offsets.of(after.length())).isEqualTo(BEFORE.length());
  }

  @Test
  void whatIsNewStandsWhereItWasPut() {
    assertThat(offsets.of(2)).isZero();
    assertThat(offsets.of(8)).isEqualTo(BEFORE.indexOf("three"));
  }

  @Test
  void withoutEditsNothingMoves() {
    assertThat(new OffsetsBefore(EditSet.EMPTY).of(7)).isEqualTo(7);
  }
}
