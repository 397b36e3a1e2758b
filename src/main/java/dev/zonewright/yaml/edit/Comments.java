package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.CommentMarks;
import dev.zonewright.yaml.CommentWords;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlDocument;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Where the comments of a document stand, and which of them name a key. */
final class Comments {
  private static final int[] NONE = {};

  private final Layout layout;
  private final int[] marks;
  private final Map<String, int[]> naming = new HashMap<>();

  private Comments(Layout layout, int[] marks) {
    this.layout = layout;
    this.marks = marks;
  }

  static Comments of(YamlDocument document, Layout layout) {
    if (layout.text().indexOf('#') < 0) {
      return new Comments(layout, NONE);
    }
    String text = layout.text();
    return new Comments(
        layout, CommentMarks.of(text, document.root().stream().toList(), 0, text.length()));
  }

  boolean isEmpty() {
    return marks.length == 0;
  }

  String at(int mark) {
    return layout.text().substring(mark, layout.lineEnd(mark)).strip();
  }

  /** What the comment is. */
  CommentWords.Kind kind(int mark) {
    return layout.startsLine(mark)
        ? layout.commentKind(layout.lineStart(mark))
        : CommentWords.kind(at(mark));
  }

  /** The first comment that begins in the stretch and is of such a kind. */
  Optional<String> within(int start, int end, IntPredicate wanted) {
    return first(marks, start, end, wanted);
  }

  /** The first comment in the stretch that is of a person's words and names the key. */
  Optional<String> naming(String key, int start, int end) {
    return first(naming.computeIfAbsent(key, this::naming), start, end, _ -> true);
  }

  private Optional<String> first(int[] of, int start, int end, IntPredicate wanted) {
    int found = Arrays.binarySearch(of, start);
    for (int i = found < 0 ? -found - 1 : found; i < of.length && of[i] < end; i++) {
      if (wanted.test(of[i])) {
        return Optional.of(at(of[i]));
      }
    }
    return Optional.empty();
  }

  private int[] naming(String key) {
    List<String> words =
        Arrays.stream(key.split("(?<=[a-z])(?=[A-Z])")).map(Pattern::quote).toList();
    if (words.size() < 2) {
      // a word of everyday language may mean anything
      return NONE;
    }
    Pattern named =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + String.join("[ _-]?", words) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    String first = words.getFirst().replace("\\Q", "").replace("\\E", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(marks)
        .filter(mark -> {
          String comment = at(mark);
          return comment.toLowerCase(Locale.ROOT).contains(first)
              && named.matcher(comment).find()
              && isWords(mark);
        })
        .toArray();
  }

  /** Whether a person's words may stand there. */
  boolean isWords(int mark) {
    CommentWords.Kind kind = kind(mark);
    return kind == CommentWords.Kind.WORDS || kind == CommentWords.Kind.DOUBTFUL;
  }
}
