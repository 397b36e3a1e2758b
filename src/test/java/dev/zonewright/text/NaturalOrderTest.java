package dev.zonewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> SORTED =
      List.of(
          "",
          "0",
          "00",
          "01",
          "1",
          "2",
          "10",
          "99999999999999999999998",
          "99999999999999999999999",
          "a",
          "app",
          "app-1",
          "app-1.yaml",
          "app-1/b",
          "app-2",
          "App-2b",
          "app-2c",
          "app-10",
          "app-10-a2",
          "app-10-a10",
          "appa",
          "b",
          "v1.2",
          "v1.10");

  @Test
  void numbersGoByTheirValueAndLettersWhateverTheirCase() {
    List<String> names = new ArrayList<>(SORTED);
    // the same from whatever order
    Collections.shuffle(names, new Random(1));
    names.sort(NaturalOrder.NAMES);
    assertThat(names).isEqualTo(SORTED);
  }

  @Test
  void namesThatDifferAreNeverEqual() {
    List<String> alike = List.of("a1", "A1", "a01", "A01", "a1b0", "a01b", "a1B00");
    for (String one : alike) {
      for (String other : alike) {
        int order = NaturalOrder.NAMES.compare(one, other);
        assertThat(order == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(NaturalOrder.NAMES.compare(other, one)))
            .isEqualTo(-Integer.signum(order));
      }
    }
  }
}
