package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.OpenFiles;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.findings.FindingsModel;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which finding is chosen for the person, so that nobody has to look for it: while files come in,
 * the first of the file on show; of a folder, once all of it is there, the worst.
 */
final class FirstLook {
  private final OpenFiles openFiles;
  private final Tabs tabs;
  private final FindingsModel findings;
  private final Supplier<Analysis> analysis;
  private final TextOnShow text;
  private boolean introduced;
  // the finding that was chosen for the person, and whether it went while more files came
  private String shown = "";
  private boolean lost;

  FirstLook(
      OpenFiles openFiles,
      Tabs tabs,
      FindingsModel findings,
      Supplier<Analysis> analysis,
      TextOnShow text) {
    this.openFiles = openFiles;
    this.tabs = tabs;
    this.findings = findings;
    this.analysis = analysis;
    this.text = text;
  }

  /**
   * What to choose now; empty to leave everything as it is.
   *
   * @param chosen what is chosen already
   * @param complete whether no more files are to come
   */
  Optional<LocatedFinding> next(Optional<LocatedFinding> chosen, boolean complete) {
    if (complete && tabs.showsGuess() && isUntouched(chosen)) {
      return isWhole() ? worst() : Optional.empty();
    }
    if (introduced) {
      return Optional.empty();
    }
    Optional<LocatedFinding> first = findings.next(text.activeName(), -1);
    boolean here = first.filter(f -> f.file().equals(text.activeName())).isPresent();
    if (first.isEmpty() || !(here || complete)) {
      return Optional.empty();
    }
    introduced = true;
    boolean untouched = chosen.isEmpty() && (text.caret() == 0 || lost);
    lost = false;
    return untouched ? take(first) : Optional.empty();
  }

  /**
   * Hears that the chosen finding is gone: what a tenant lacks may be found elsewhere. Whether
   * another is to be chosen in its stead, for at no time nothing is. Not so where the text was
   * edited, as by a fix: the caret stays at the edit.
   */
  boolean lost(LocatedFinding finding) {
    boolean edited = openFiles.file(finding.file()).filter(OpenFile::isModified).isPresent();
    if (!edited && finding.fingerprint().equals(shown)) {
      introduced = false;
      lost = true;
      return true;
    }
    return false;
  }

  /** Whether a choice was made, or was the person's own. */
  boolean isOver() {
    return introduced;
  }

  /** Of what comes next, the first is chosen again. */
  void again() {
    introduced = false;
  }

  private Optional<LocatedFinding> worst() {
    introduced = true;
    return take(findings.worst());
  }

  private Optional<LocatedFinding> take(Optional<LocatedFinding> finding) {
    finding.ifPresent(f -> shown = f.fingerprint());
    return finding;
  }

  /** Whether all is as it was chosen for the person, or nothing is. */
  private boolean isUntouched(Optional<LocatedFinding> chosen) {
    return chosen
        .map(f -> f.fingerprint().equals(shown) && isAtCaret(f))
        .orElse(text.caret() == 0 || lost);
  }

  private boolean isAtCaret(LocatedFinding finding) {
    int caret = text.caret();
    return finding.range().start() <= caret && caret <= finding.range().end();
  }

  private boolean isWhole() {
    Analysis now = analysis.get();
    return openFiles.files().stream()
        .map(OpenFile::name)
        .allMatch(n -> now.manifest(n).isPresent());
  }
}
