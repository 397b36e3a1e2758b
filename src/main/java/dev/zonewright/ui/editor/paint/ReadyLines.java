package dev.zonewright.ui.editor.paint;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.StyledDocument;

/**
 * Lines that are made already, as the library takes them: its own builder makes each of them anew.
 * Only the lines are asked for.
 */
record ReadyLines(List<Paragraph<Collection<String>, String, Collection<String>>> lines)
    implements StyledDocument<Collection<String>, String, Collection<String>> {
  /** As a document of the library, which keeps these very lines. */
  static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
      List<Paragraph<Collection<String>, String, Collection<String>>> lines) {
    return ReadOnlyStyledDocument.from(new ReadyLines(lines));
  }

  @Override
  public List<Paragraph<Collection<String>, String, Collection<String>>> getParagraphs() {
    return lines;
  }

  @Override
  public int length() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getText() {
    throw new UnsupportedOperationException();
  }

  @Override
  public StyledDocument<Collection<String>, String, Collection<String>> concat(
      StyledDocument<Collection<String>, String, Collection<String>> other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StyledDocument<Collection<String>, String, Collection<String>> subSequence(
      int start, int end) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Position position(int major, int minor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Position offsetToPosition(int offset, Bias bias) {
    throw new UnsupportedOperationException();
  }
}
