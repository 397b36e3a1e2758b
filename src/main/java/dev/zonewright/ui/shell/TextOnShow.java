package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.OpenFiles;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.tree.TreeNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The text on show: where its caret is, and whether the analysis is of the text as it is. */
final class TextOnShow {
  private final OpenFiles openFiles;
  private final Tabs tabs;
  private final Supplier<Analysis> analysis;

  TextOnShow(OpenFiles openFiles, Tabs tabs, Supplier<Analysis> analysis) {
    this.openFiles = openFiles;
    this.tabs = tabs;
    this.analysis = analysis;
  }

  /** The findings of a file; a text that was edited since has moved them itself. */
  List<LocatedFinding> freshFindings(OpenFile file) {
    return isAnalysed(file.name())
        ? analysis.get().findingsIn(file.name())
        : file.editor().findings();
  }

  /** Whether the analysis is of the text as it is now; of a file that is not open it is. */
  boolean isAnalysed(String file) {
    String text = openFiles.file(file).map(OpenFile::text).orElse("");
    return text.isEmpty()
        || analysis.get().manifest(file).filter(m -> m.stream().text().equals(text)).isPresent();
  }

  /** The number of the document that the caret is in; 0 where there is none. */
  int documentAtCaret() {
    return analysis
        .get()
        .manifest(activeName())
        .flatMap(m -> m.stream().partAt(caret()))
        .map(p -> p.number())
        .orElse(0);
  }

  /** The tenant that a row of the tree is of. */
  Optional<String> tenantOf(TreeNode row) {
    if (row.mark() == TreeNode.Mark.TENANT) {
      return Optional.of(row.title());
    }
    return row.jump()
        .flatMap(at ->
            analysis.get().objects().stream()
                .filter(o -> o.file().equals(at.file()))
                .filter(o -> o.rangeOf(o.object().root()).equals(at.range()))
                .findFirst())
        .flatMap(o -> o.object().tenant());
  }

  /** The file on show; empty when there is none. */
  String activeName() {
    OpenFile active = tabs.activeProperty().get();
    return active == null ? "" : active.name();
  }

  /** Where the caret is; empty while no file is on show. */
  Optional<Jump> place() {
    return Optional.ofNullable(tabs.activeProperty().get())
        .map(file -> new Jump(file.name(), TextRange.at(caret())));
  }

  int caret() {
    OpenFile active = tabs.activeProperty().get();
    return active == null ? 0 : active.editor().caretProperty().get();
  }
}
