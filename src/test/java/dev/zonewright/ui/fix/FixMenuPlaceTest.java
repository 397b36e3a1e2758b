package dev.zonewright.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.fix.FixMenuPlace.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The menu covers neither its key nor a line that is going to change. */
class FixMenuPlaceTest {
  private static final Span SCREEN = new Span(0, 900);
  private static final Span KEY = new Span(300, 320);

  @Test
  void itStandsBelowItsKey() {
    assertThat(FixMenuPlace.of(SCREEN, 200, KEY, List.of()))
        .isEqualTo(new FixMenuPlace(324, false));
    assertThat(FixMenuPlace.of(SCREEN, 200, KEY, List.of(KEY)))
        .isEqualTo(new FixMenuPlace(324, false));
  }

  @Test
  void linesThatChangeBelowTheKeyAreLeftFree() {
    assertThat(FixMenuPlace.of(SCREEN, 200, KEY, List.of(new Span(360, 380))))
        .isEqualTo(new FixMenuPlace(296, true));
    assertThat(FixMenuPlace.of(SCREEN, 350, KEY, List.of(new Span(360, 380))))
        .isEqualTo(new FixMenuPlace(384, false));
  }

  @Test
  void whereNothingIsLeftFreeItCoversTheFewest() {
    List<Span> all = List.of(new Span(100, 120), new Span(500, 520), new Span(700, 720));
    FixMenuPlace place = FixMenuPlace.of(SCREEN, 420, KEY, all);
    assertThat(place).isEqualTo(new FixMenuPlace(324, false));
  }

  @Test
  void theListIsOverTheKeyAndThePreviewWhereThereIsRoom() {
    assertThat(FixMenuPlace.Side.of(SCREEN, 300, 500, 400))
        .isEqualTo(new FixMenuPlace.Side(400, false));
    assertThat(FixMenuPlace.Side.of(SCREEN, 300, 700, 400))
        .isEqualTo(new FixMenuPlace.Side(700, true));
    assertThat(FixMenuPlace.Side.of(SCREEN, 300, 700, 880))
        .isEqualTo(new FixMenuPlace.Side(900, true));
    assertThat(FixMenuPlace.Side.of(SCREEN, 300, 800, 150))
        .isEqualTo(new FixMenuPlace.Side(100, false));
  }
}
