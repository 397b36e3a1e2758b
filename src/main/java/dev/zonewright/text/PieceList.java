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
    Walk walk = new Walk(pieces);
    int at = 0;
    for (TextEdit edit : edits.edits()) {
      walk.copy(edit.range().start() - at);
      if (!edit.replacement().isEmpty()) {
        walk.out.add(new Piece(0, 0, edit.replacement()));
      }
      walk.skip(edit.range().length());
      at = edit.range().end();
    }
    walk.copy(Integer.MAX_VALUE);
    return new PieceList(original, walk.out);
  }

  /** Goes through pieces once, copying some characters and skipping others. */
  private static final class Walk {
    private final List<Piece> pieces;
    private final List<Piece> out = new ArrayList<>();
    private int next;
    private int within;

    Walk(List<Piece> pieces) {
      this.pieces = pieces;
    }

    void copy(int count) {
      go(count, true);
    }

    void skip(int count) {
      go(count, false);
    }

    private void go(int count, boolean copied) {
      int left = count;
      while (left > 0 && next < pieces.size()) {
        Piece piece = pieces.get(next);
        int step = Math.min(left, piece.length() - within);
        if (copied && step > 0) {
          out.add(piece.slice(within, within + step));
        }
        left -= step;
        within += step;
        if (within == piece.length()) {
          next++;
          within = 0;
        }
      }
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
