package dev.zonewright.ui.complete;

/**
 * What a proposal writes in the place of the word at the caret.
 *
 * @param text lines ended by LF
 * @param caret where in the text the caret stands afterwards
 */
public record Insertion(String text, int caret) {
  /** What an item of a list begins with. */
  static final String DASH = "- ";

  /** The same behind a dash. */
  Insertion asItem() {
    return new Insertion(DASH + text, DASH.length() + caret);
  }

  /** The insertion of a proposal at its place, indented as its surroundings are. */
  static Insertion of(CaretPlace place, Proposal proposal, Habits habits) {
    String word = proposal.word();
    String text =
        switch (proposal.form()) {
          case VALUE -> (place.tight() ? " " : "") + word;
          case SCALAR -> word + (place.ended() ? "" : ": ");
          case MAPPING -> word + below(place, habits.mapping(), "");
          case LIST -> word + below(place, habits.list(), DASH);
        };
    return new Insertion(text, text.length());
  }

  // where the colon is there already, so is what it leads to
  private static String below(CaretPlace place, int indent, String start) {
    return place.ended() ? "" : ":\n" + " ".repeat(place.column() + indent) + start;
  }
}
