package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.FrontDoor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second start while the window of the first is not there yet. */
class ReceptionTest {
  @TempDir Path settings;

  @Test
  void whatIsBroughtBeforeTheWindowIsReadyComesToIt() throws InterruptedException {
    Reception reception = Reception.at(FrontDoor.claim(settings));
    List<Path> early = List.of(Path.of("/srv/early.yaml"));
    List<Path> late = List.of(Path.of("/srv/late.yaml"));
    BlockingQueue<List<Path>> opened = new LinkedBlockingQueue<>();

    assertThat(FrontDoor.hand(settings, early)).isTrue();
    assertThat(opened).isEmpty();
    reception.to(opened::add);
    assertThat(opened.poll(10, TimeUnit.SECONDS)).isEqualTo(early);

    assertThat(FrontDoor.hand(settings, late)).isTrue();
    assertThat(opened.poll(10, TimeUnit.SECONDS)).isEqualTo(late);
    reception.close();
  }

  @Test
  void whereNoWindowComesAboutTheDoorIsClosed() {
    Reception reception = Reception.at(FrontDoor.claim(settings));
    assertThat(reception.close()).isEmpty();

    assertThat(FrontDoor.hand(settings, List.of())).isFalse();
    assertThat(Reception.at(Optional.empty()).close()).isEmpty();
  }
}
