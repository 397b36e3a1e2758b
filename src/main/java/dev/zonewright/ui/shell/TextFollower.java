package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.ObjectPlace;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.findings.FindingsModel;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;

/**
 * What is chosen when a text comes to the front or is typed into: the object at its caret, and the
 * first finding of that. Of a text that is not analysed yet nothing is known, so its analysis is
 * awaited.
 */
final class TextFollower {
  private final Tabs tabs;
  private final FindingsModel findings;
  private final Supplier<Analysis> analysis;
  private final TextOnShow text;
  private final BooleanSupplier begun;
  private String awaited = "";
  private String seen = "";
  private long revision;

  /**
   * Follows nothing yet.
   *
   * @param begun whether the first choice was made, which is another's
   */
  TextFollower(
      Tabs tabs,
      FindingsModel findings,
      Supplier<Analysis> analysis,
      TextOnShow text,
      BooleanSupplier begun) {
    this.tabs = tabs;
    this.findings = findings;
    this.analysis = analysis;
    this.text = text;
    this.begun = begun;
    tabs.files().addListener((ListChangeListener<OpenFile>) this::listed);
  }

  /** A text that is saved as another: what is chosen is in that one from now on. */
  private void listed(ListChangeListener.Change<? extends OpenFile> change) {
    while (change.next()) {
      OpenFile active = tabs.activeProperty().get();
      if (change.wasReplaced() && active != null && change.getAddedSubList().contains(active)) {
        awaited = active.name();
      }
    }
  }

  /** Somebody types into a text: the next analysis says which object that is. */
  void typedInto(String file) {
    awaited = file;
  }

  /** Whether the analysis of what was typed into a text is still to come. */
  boolean awaits(String file) {
    return !awaited.isEmpty() && awaited.equals(file);
  }

  /** Another file came to the front: what is chosen belongs to it from now on. */
  Selection turnedTo(OpenFile file, Selection now) {
    if (!text.isAnalysed(file.name())) {
      awaited = file.name();
    }
    Optional<LocatedFinding> first = findings.first(f -> f.file().equals(file.name()));
    return now.with(Optional.empty(), Optional.of(place(file)), first);
  }

  /**
   * An analysis came in.
   *
   * @return what is to be chosen now; empty to leave everything as it is
   */
  Optional<Selection> arrived(Selection now) {
    if (!begun.getAsBoolean()) {
      return Optional.empty();
    }
    OpenFile active = tabs.activeProperty().get();
    if (active == null || !active.name().equals(awaited)) {
      awaited = "";
      return Optional.empty();
    }
    // what is on show only until a better file is known is not what the person asked for
    if (tabs.showsGuess() || !text.isAnalysed(awaited)) {
      return Optional.empty();
    }
    awaited = "";
    return objectAtCaret(active, now);
  }

  /**
   * Somebody was led to a line, such as the one that decides an answer.
   *
   * @return the object there; empty where it is chosen already, or not known yet
   */
  Optional<Selection> led(Selection now) {
    OpenFile active = tabs.activeProperty().get();
    if (active == null) {
      return Optional.empty();
    }
    if (!text.isAnalysed(active.name())) {
      awaited = active.name();
      return Optional.empty();
    }
    return objectAtCaret(active, now);
  }

  private Optional<Selection> objectAtCaret(OpenFile active, Selection now) {
    return atCaret(active)
        .filter(here -> !now.object().equals(Optional.of(ObjectPlace.of(here))))
        .map(here -> {
          ObjectPlace object = ObjectPlace.of(here);
          // what was looked at, where this text has it too
          Optional<LocatedFinding> first =
              findings
                  .first(f -> ObjectPlace.of(f).equals(object) && isAlike(f, now))
                  .or(() -> findings.first(f -> ObjectPlace.of(f).equals(object)));
          Selection then = now.with(Optional.of(object), Optional.of(place(active)), first);
          return then.withTenant(here.object().tenant().or(then::tenant));
        });
  }

  private static boolean isAlike(LocatedFinding finding, Selection now) {
    return now.finding().filter(f -> f.key().about().equals(finding.key().about())).isPresent();
  }

  /** The text on show, where it was edited since this was asked last, by a key, a fix or undo. */
  Optional<EditorModel> edited() {
    OpenFile active = tabs.activeProperty().get();
    if (active == null || !active.hasEditor()) {
      return Optional.empty();
    }
    EditorModel editor = active.editor();
    boolean edited = editor.file().equals(seen) && editor.revision() != revision;
    seen = editor.file();
    revision = editor.revision();
    return edited && begun.getAsBoolean() ? Optional.of(editor) : Optional.empty();
  }

  private static Jump place(OpenFile file) {
    return new Jump(file.name(), TextRange.at(file.editor().caretProperty().get()));
  }

  /** The innermost object at the caret; before and after the objects, the first of the document. */
  private Optional<LocatedObject> atCaret(OpenFile file) {
    int caret = text.caret();
    int document = text.documentAtCaret();
    return analysis.get().objects().stream()
        .filter(o -> o.file().equals(file.name()) && o.document() == document)
        .min(Comparator.comparingInt(o -> distance(o.rangeOf(o.object().root()), caret)));
  }

  private static int distance(TextRange range, int caret) {
    boolean inside = range.start() <= caret && caret <= range.end();
    return inside ? range.end() - range.start() : Integer.MAX_VALUE;
  }
}
