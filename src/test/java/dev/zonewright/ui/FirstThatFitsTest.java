package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** What is shown depends on the room. */
class FirstThatFitsTest {
  private static Region wide(double width) {
    Region region = new Region();
    region.setPrefWidth(width);
    return region;
  }

  @Test
  void theLongestThatFitsIsShown() {
    Region all = wide(200);
    Region some = wide(100);
    FirstThatFits fits = new FirstThatFits(List.of(all, some));
    fits.resize(150, 20);
    fits.layout();
    assertThat(some.isVisible()).isTrue();
    assertThat(all.isVisible()).isFalse();
  }

  @Test
  void wordsWithoutRoomAreLeftOut() {
    Region words = wide(200);
    FirstThatFits fits = FirstThatFits.orNothing(words);
    assertThat(fits.minWidth(-1)).isZero();
    fits.resize(199, 20);
    fits.layout();
    assertThat(words.isVisible()).isFalse();
    fits.resize(200, 20);
    fits.layout();
    assertThat(words.isVisible()).isTrue();
  }
}
