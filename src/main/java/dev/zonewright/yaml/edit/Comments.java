package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.CommentWords;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
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
    Strings strings = new Strings(layout.text());
    document.root().ifPresent(strings::gather);
    return new Comments(layout, strings.marksOutside());
  }

  /** The stretches of scalars that hold a mark which begins no comment. */
  private static final class Strings {
    private final String text;
    private final List<int[]> ranges = new ArrayList<>();
    private int next;

    Strings(String text) {
      this.text = text;
      this.next = mark(0);
    }

    private int mark(int from) {
      int at = text.indexOf('#', from);
      return at < 0 ? Integer.MAX_VALUE : at;
    }

    void gather(YamlNode node) {
      switch (node) {
        case YamlMapping mapping ->
            mapping
                .entries()
                .forEach(entry -> {
                  gather(entry.key());
                  gather(entry.value());
                });
        case YamlSequence list -> list.items().forEach(item -> gather(item.value()));
        case YamlScalar scalar -> {
          if (next < scalar.start()) {
            next = mark(scalar.start());
          }
          if (next < scalar.end()) {
            ranges.add(new int[] {headEnd(scalar), scalar.end()});
          }
        }
        case YamlAlias _ -> {
          // holds no text of its own
        }
      }
    }

    /** Behind the head of a block scalar a comment may stand. */
    private int headEnd(YamlScalar scalar) {
      int end = text.indexOf('\n', scalar.start());
      return scalar.style().isBlock() && end >= 0 ? end : scalar.start();
    }

    int[] marksOutside() {
      List<Integer> marks = new ArrayList<>();
      int string = 0;
      for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
        while (string < ranges.size() && ranges.get(string)[1] <= at) {
          string++;
        }
        boolean inside = string < ranges.size() && ranges.get(string)[0] <= at;
        if (inside) {
          at = ranges.get(string)[1];
        } else if (at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
          marks.add(at);
          int end = text.indexOf('\n', at);
          at = end < 0 ? text.length() : end;
        } else {
          at++;
        }
      }
      return marks.stream().mapToInt(Integer::intValue).toArray();
    }
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
