package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.files.OpenFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo takes back what was done last, also in a file that is not on show. */
class UndoUnseenTest {
  private static final String REVIEW =
      """
      # ours
      profile: edera-reference
      exceptions:
        # the first
        - control: privileged-container
          object: acme/Deployment/api
          reason: moves out
          owner: team
          expires: 2099-01-01
        - control: missing-seccomp-profile
          object: acme/Deployment/api
          reason: moves out
          owner: team
          expires: 2099-01-01
      """;

  @TempDir Path folder;

  private Bench shown() {
    Bench bench = new Bench(folder);
    bench.write("zonewright-review.yaml", REVIEW);
    Path manifest = bench.write("api.yaml", Bench.DEPLOYMENT);
    bench.open(folder);
    bench.open(manifest);
    assertThat(bench.active().name()).endsWith("api.yaml");
    return bench;
  }

  private String review(Bench bench) {
    return bench.model.files().openFiles().files().stream()
        .filter(f -> f.name().endsWith("zonewright-review.yaml"))
        .map(OpenFile::text)
        .findFirst()
        .orElse("");
  }

  private static void removeFirst(Bench bench) {
    bench
        .model
        .decisions()
        .remove(bench.model.review().factsProperty().get().exceptionRows().getFirst(), bench);
  }

  private static void type(Bench bench) {
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# typed\n")));
  }

  @Test
  void whatIsClosedHasNothingToTakeBack() {
    Bench bench = shown();
    removeFirst(bench);
    assertThat(bench.model.canUndoRun().getValue()).isTrue();

    bench.model.files().saveAll();
    bench.model.files().closeAll();

    assertThat(bench.model.canUndoRun().getValue()).isFalse();
  }

  @Test
  void entriesThatWereRemovedComeBackOneByOneAndThenWhatWasTypedBefore() {
    Bench bench = shown();
    type(bench);
    removeFirst(bench);
    String one = review(bench);
    removeFirst(bench);
    assertThat(review(bench)).doesNotContain("control:");

    bench.model.undo();
    assertThat(review(bench)).isEqualTo(one);
    bench.model.undo();
    assertThat(review(bench)).isEqualTo(REVIEW);
    assertThat(bench.active().text()).startsWith("# typed\n");
    bench.model.undo();
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.model.canUndoRun().getValue()).isFalse();
  }

  @Test
  void theNoticeOfALaterChangeAndOfUndoTakesThePlaceOfTheOneBefore() {
    Bench bench = shown();
    removeFirst(bench);
    Notice first = bench.model.noticeProperty().get();
    removeFirst(bench);
    Notice second = bench.model.noticeProperty().get();
    bench.model.undo();
    assertThat(first.matter()).isNotEmpty();
    assertThat(second).isNotEqualTo(first);
    assertThat(second.matter()).isEqualTo(first.matter());
    assertThat(bench.model.noticeProperty().get())
        .isNotEqualTo(second)
        .extracting(Notice::matter)
        .isEqualTo(first.matter());
  }

  @Test
  void whatWasTypedSinceIsTakenBackFirstAndTheNoticeStillTakesBackTheEntry() {
    Bench bench = shown();
    removeFirst(bench);
    type(bench);

    bench.model.undo();
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(review(bench)).isNotEqualTo(REVIEW);

    bench.choose("Undo");
    assertThat(review(bench)).isEqualTo(REVIEW);
  }

  @Test
  void theNoticeOfAnEntryThatCameBackTakesBackNoEarlierOne() {
    Bench bench = shown();
    removeFirst(bench);
    String one = review(bench);
    removeFirst(bench);
    Notice second = bench.notice();

    bench.model.undo();
    assertThat(bench.notice().text()).isEqualTo("The last change was undone.");
    second.choices().getFirst().action().run();
    assertThat(review(bench)).isEqualTo(one);
  }

  @Test
  void withoutAFileOnShowTheEntryComesBackToo() {
    Bench bench = shown();
    removeFirst(bench);
    while (bench.model.files().tabs().activeProperty().get() != null) {
      bench.model.files().tabs().close(bench.active());
    }

    bench.model.undo();
    assertThat(review(bench)).isEqualTo(REVIEW);
  }
}
