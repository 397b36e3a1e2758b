package dev.zonewright.ui.dialog;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.ui.accept.AcceptModel;
import dev.zonewright.ui.accept.AttestModel;
import dev.zonewright.ui.accept.Removal;
import dev.zonewright.ui.chart.ChartModel;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.fix.FixAllModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What only a person can answer. Each call returns when they have. */
public interface UserDialogs {
  /** What to do with unsaved changes when the window closes. */
  enum Unsaved {
    SAVE,
    DISCARD,
    STAY
  }

  /** Asks what becomes of the unsaved changes of these files. */
  Unsaved unsaved(List<String> files);

  /** Shows what a run of fixes would change; the run to apply, empty when they decline. */
  Optional<FixRun> chooseFixes(FixAllModel model);

  /** Asks where a text is to be saved; a file that is there is replaced. */
  default Optional<Path> saveAs(String name) {
    return Optional.empty();
  }

  /** Asks for a file; empty when they decline. */
  default Optional<Path> chooseFile(String title) {
    return Optional.empty();
  }

  /** Asks for a folder; empty when they decline. */
  default Optional<Path> chooseFolder(String title) {
    return Optional.empty();
  }

  /** Shows two versions; one of the answers, empty when there was none. */
  default Optional<String> compare(Comparison comparison) {
    return Optional.empty();
  }

  /** Lets a chart be rendered; the manifest, empty when they decline. */
  default Optional<String> render(ChartModel chart) {
    return Optional.empty();
  }

  /** Lets a risk be accepted; what is to be written, empty when they decline. */
  default Optional<ReviewEdit.Made> accept(AcceptModel risk) {
    return Optional.empty();
  }

  /** Lets somebody attest an item; what is to be written, empty when they decline. */
  default Optional<ReviewEdit.Made> attest(AttestModel item) {
    return Optional.empty();
  }

  /** Shows what removing an entry does; what is to be written, empty when they decline. */
  default Optional<ReviewEdit.Made> remove(Removal entry) {
    return Optional.empty();
  }

  /** Asks for a word; empty when they decline. */
  default Optional<String> ask(String title, String what, String usual) {
    return Optional.empty();
  }

  /** Shows a longer text; whether the person wants it saved. */
  default boolean show(String title, String text) {
    return false;
  }

  /** Tells of something that should not have happened; does not wait for an answer. */
  default void tell(Unexpected what) {}

  /** Nobody is there to answer, so nothing is changed. */
  final class Absent implements UserDialogs {
    @Override
    public Unsaved unsaved(List<String> files) {
      return Unsaved.STAY;
    }

    @Override
    public Optional<FixRun> chooseFixes(FixAllModel model) {
      return Optional.empty();
    }
  }
}
