package dev.zonewright.ui.files;

import dev.zonewright.text.FileNames;
import dev.zonewright.text.SourceText;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.text.WholeText;
import dev.zonewright.workspace.FileStamp;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** A file of the workspace. It gets an editor when it is first shown or edited. */
public final class OpenFile {
  private final Consumer<EditorModel> onText;
  private final BooleanProperty unplaced;
  private boolean untitled;
  private OpenedFile onDisk;
  private @Nullable EditorModel editor;

  OpenFile(OpenedFile onDisk, Consumer<EditorModel> onText) {
    this(onDisk, false, false, onText);
  }

  private OpenFile(
      OpenedFile onDisk, boolean untitled, boolean copy, Consumer<EditorModel> onText) {
    this.onDisk = onDisk;
    this.untitled = untitled;
    this.unplaced = new SimpleBooleanProperty(untitled && !copy);
    this.onText = onText;
  }

  /** A text that belongs to no file yet. */
  static OpenFile untitled(String name, String text, Consumer<EditorModel> onText) {
    return new OpenFile(nowhere(name, SourceText.of(text)), true, false, onText);
  }

  /** The text of a file that is not to be written, as one that belongs to no file yet. */
  static OpenFile copy(OpenedFile of, Consumer<EditorModel> onText) {
    return new OpenFile(nowhere(of.name(), of.source()), true, true, onText);
  }

  private static OpenedFile nowhere(String name, SourceText source) {
    return new OpenedFile(Path.of(name), name, source, new FileStamp(-1, ""));
  }

  /** Whether it has no place on disk; saving asks for one. */
  public boolean isUntitled() {
    return untitled;
  }

  /** What every report calls it. */
  public String name() {
    return onDisk.name();
  }

  /** The last part of its name. */
  public String shortName() {
    return FileNames.last(name());
  }

  /** As it was last read or written. */
  public OpenedFile onDisk() {
    return onDisk;
  }

  /** The text as it is now, saved or not. */
  public String text() {
    return editor == null ? onDisk.source().text() : editor.text();
  }

  public boolean isModified() {
    return editor != null && editor.modifiedProperty().get();
  }

  /** Whether there is anything to save: changes, or a text that stands in no file at all. */
  public ObservableBooleanValue unsavedProperty() {
    return unplaced.or(editor().modifiedProperty());
  }

  public boolean hasEditor() {
    return editor != null;
  }

  public EditorModel editor() {
    EditorModel known = editor;
    if (known == null) {
      known = new EditorModel(name());
      known.load(onDisk.source().text());
      known.markSaved();
      known.addTextListener(onText);
      editor = known;
    }
    return known;
  }

  /** “LF”, “CRLF”, “CR”, or “mixed line ends”. */
  public String lineEnds() {
    SourceText source = onDisk.source();
    return source.isMixed() ? "mixed line ends" : source.terminator().name();
  }

  public String encoding() {
    return onDisk.source().hasByteOrderMark() ? "UTF-8 with BOM" : "UTF-8";
  }

  /** The file now holds what the editor holds. */
  void saved(OpenedFile now, boolean wholeText) {
    onDisk = now;
    if (wholeText && editor != null) {
      editor.markSaved();
    }
  }

  /** The text goes on in another file, with all that was done to it. */
  void becomes(OpenedFile other) {
    boolean wholeText = text().equals(other.source().text());
    untitled = false;
    unplaced.set(false);
    if (editor != null) {
      editor.rename(other.name());
    }
    saved(other, wholeText);
  }

  /** The file was read again; what the editor held goes, but one undo brings it back. */
  void reloaded(OpenedFile now) {
    onDisk = now;
    if (editor != null) {
      editor.apply(WholeText.byLines(editor.text(), now.source().text()));
      editor.markSaved();
    }
  }
}
