package dev.zonewright.ui.complete;

import java.util.List;
import java.util.Optional;

/** A text with its caret, which the tests write as ¦. */
record Caret(TextLines lines, int line, int column, String text) {
  static Caret in(String marked) {
    int at = marked.indexOf('¦');
    if (at < 0) {
      throw new IllegalArgumentException("no caret");
    }
    String before = marked.substring(0, at);
    String text = before + marked.substring(at + 1);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Caret(TextLines.of(text), line, at - before.lastIndexOf('\n') - 1, text);
  }

  Optional<CaretPlace> place() {
    return CaretPlace.at(lines, line, column);
  }

  /** Path and prefix: {@code spec.containers.[] <na>}; empty where nothing can be proposed. */
  String path() {
    return place().map(p -> String.join(".", p.path()) + " <" + p.prefix() + ">").orElse("");
  }

  List<Proposal> proposals() {
    return place().map(p -> Proposals.matching(Proposals.at(p), p.prefix())).orElse(List.of());
  }

  List<String> words() {
    return proposals().stream().map(Proposal::word).toList();
  }

  /** The text, with its caret, after a word is taken. */
  String after(String word) {
    CaretPlace place = place().orElseThrow();
    Proposal proposal =
        proposals().stream().filter(p -> p.word().equals(word)).findFirst().orElseThrow();
    Insertion insertion = Insertion.of(place, proposal, Habits.around(lines, line));
    int lineStart = 0;
    for (int i = 0; i < line; i++) {
      lineStart = text.indexOf('\n', lineStart) + 1;
    }
    int start = lineStart + place.from();
    String marked =
        insertion.text().substring(0, insertion.caret())
            + "¦"
            + insertion.text().substring(insertion.caret());
    return text.substring(0, start) + marked + text.substring(lineStart + place.to());
  }
}
