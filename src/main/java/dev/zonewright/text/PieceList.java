package dev.zonewright.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as pieces of its original and pieces inserted since: edits made one after another, read
 * back as one edit set against the original.
 */
final class PieceList {
  /**
   * Either a stretch of the original ({@code inserted} empty) or inserted characters ({@code start
   * == end}).
   */
  private record Piece(int start, int end, String inserted) {
    int length() {
      return inserted.isEmpty() ? end - start : inserted.length();
    }

    Piece slice(int from, int to) {
      return inserted.isEmpty()
          ? new Piece(start + from, start + to, "")
          : new Piece(start, end, inserted.substring(from, to));
    }
  }

  private final String original;
  private final List<Piece> pieces;

  private PieceList(String original, List<Piece> pieces) {
    this.original = original;
    this.pieces = pieces;
  }

  static PieceList of(String original) {
    return new PieceList(original, List.of(new Piece(0, original.length(), "")));
  }

  PieceList edited(EditSet edits) {
    List<Piece> out = new ArrayList<>();
    int at = 0;
    for (TextEdit edit : edits.edits()) {
      copy(at, edit.range().start(), out);
      if (!edit.replacement().isEmpty()) {
        out.add(new Piece(0, 0, edit.replacement()));
      }
      at = edit.range().end();
    }
    copy(at, Integer.MAX_VALUE, out);
    return new PieceList(original, out);
  }

  private void copy(int from, int to, List<Piece> out) {
    int at = 0;
    for (Piece piece : pieces) {
      int low = Math.max(from, at);
      int high = Math.min(to, at + piece.length());
      if (low < high) {
        out.add(piece.slice(low - at, high - at));
      }
      at += piece.length();
    }
  }

  EditSet toEditSet() {
    List<TextEdit> edits = new ArrayList<>();
    StringBuilder inserted = new StringBuilder();
    int consumed = 0;
    for (Piece piece : pieces) {
      if (!piece.inserted().isEmpty()) {
        inserted.append(piece.inserted());
      } else if (piece.length() > 0) {
        addEdit(consumed, piece.start(), inserted, edits);
        consumed = piece.end();
      }
    }
    addEdit(consumed, original.length(), inserted, edits);
    return new EditSet(edits);
  }

  private void addEdit(int start, int end, StringBuilder inserted, List<TextEdit> edits) {
    String now = inserted.toString();
    inserted.setLength(0);
    boolean same = now.length() == end - start && original.startsWith(now, start);
    if (!same) {
      edits.add(TextEdit.replace(start, end, now));
    }
  }
}
