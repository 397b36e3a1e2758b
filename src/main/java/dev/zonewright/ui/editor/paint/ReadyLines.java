package dev.zonewright.ui.editor.paint;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.StyledDocument;

/**
 * Lines that are made already, as the library takes them: its own builder makes each of them anew.
 * Of a document it asks for the lines alone, and puts them into one of its own.
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

  private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> whole() {
    return document(lines);
  }

  @Override
  public int length() {
    return whole().length();
  }

  @Override
  public String getText() {
    return whole().getText();
  }

  @Override
  public StyledDocument<Collection<String>, String, Collection<String>> concat(
      StyledDocument<Collection<String>, String, Collection<String>> other) {
    return whole().concat(other);
  }

  @Override
  public StyledDocument<Collection<String>, String, Collection<String>> subSequence(
      int start, int end) {
    return whole().subSequence(start, end);
  }

  @Override
  public Position position(int major, int minor) {
    return whole().position(major, minor);
  }

  @Override
  public Position offsetToPosition(int offset, Bias bias) {
    return whole().offsetToPosition(offset, bias);
  }
}
