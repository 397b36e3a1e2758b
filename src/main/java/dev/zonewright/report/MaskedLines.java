package dev.zonewright.report;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.kube.secret.WrittenSecrets;
import dev.zonewright.text.LineIndex;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of a manifest for eyes, in which its credentials are masked. */
public final class MaskedLines {
  private final Map<Integer, List<Span>> spans;

  private MaskedLines(Map<Integer, List<Span>> spans) {
    this.spans = spans;
  }

  /**
   * Those of a text.
   *
   * @param text with LF line ends
   * @param first the first line that is asked for, from 1
   * @param last the last one
   */
  public static MaskedLines of(String text, int first, int last) {
    return of(text, List.of(lines(first, last - first + 1)));
  }

  static MaskedLines of(String text, List<Span> wanted) {
    return new MaskedLines(spans(text, wanted));
  }

  /**
   * A line as it may be shown.
   *
   * @param number of the line, from 1
   * @param line its text
   */
  public String line(int number, String line) {
    return masked(line, spans.getOrDefault(number, List.of()));
  }

  /** Columns of one line from 0, or lines from 1; the end is not part of it. */
  record Span(int from, int to) {}

  static Span lines(int first, int count) {
    return new Span(first, first + count);
  }

  /** Of the documents that the lines touch, so that a long file is not read whole. */
  private static Map<Integer, List<Span>> spans(String text, List<Span> wanted) {
    Map<Integer, List<Span>> out = new HashMap<>();
    int line = 1;
    int start = 0;
    while (start < text.length()) {
      int next = text.indexOf("\n---", start);
      int end = next < 0 ? text.length() : next + 1;
      String document = text.substring(start, end);
      int count = (int) document.chars().filter(c -> c == '\n').count() + 1;
      Span span = lines(line, count);
      if (wanted.stream().anyMatch(h -> h.from() < span.to() && span.from() < h.to())) {
        inDocument(document, line, out);
      }
      line += count - 1;
      start = end;
    }
    out.values().forEach(list -> list.sort(Comparator.comparingInt(Span::from).reversed()));
    return out;
  }

  private static void inDocument(String text, int above, Map<Integer, List<Span>> out) {
    YamlStream stream = YamlStream.parse(text);
    for (YamlStream.Part part : stream.parts()) {
      for (YamlCursor secret : WrittenSecrets.in(part.document())) {
        if (secret.node().orElse(null) instanceof YamlScalar scalar) {
          add(scalar, part.offset(), stream.lines(), above, out);
        }
      }
    }
  }

  private static void add(
      YamlScalar scalar, int offset, LineIndex lines, int above, Map<Integer, List<Span>> out) {
    int start = offset + scalar.start();
    int end = offset + scalar.end();
    int first = lines.lineOf(start);
    // the first line of a block only says how it is written
    int from = scalar.style().isBlock() ? first + 1 : first;
    for (int line = from; line <= lines.lineOf(Math.max(start, end - 1)); line++) {
      int begin = lines.startOf(line);
      out.computeIfAbsent(above + line, _ -> new ArrayList<>())
          .add(new Span(Math.max(start, begin) - begin, end - begin));
    }
  }

  private static String masked(String line, List<Span> spans) {
    String out = line;
    for (Span span : spans) {
      int to = Math.min(span.to(), out.length());
      int from = Math.min(span.from(), to);
      String there = out.substring(from, to);
      String value = unquoted(there.strip());
      if (!value.isEmpty()) {
        String part = Masked.within(value);
        String shown = part.equals(value) ? Masked.of(value) : part;
        out = out.substring(0, from) + there.replace(value, shown) + out.substring(to);
      }
    }
    return Masked.within(comment(out));
  }

  /** The line with its comment masked, which may keep an old value: {@code # password: …}. */
  public static String comment(String line) {
    int hash = line.indexOf('#');
    boolean comment = hash == 0 || (hash > 0 && Character.isWhitespace(line.charAt(hash - 1)));
    return comment ? line.substring(0, hash) + Masked.line(line.substring(hash)) : line;
  }

  private static String unquoted(String text) {
    boolean opened = text.startsWith("\"") || text.startsWith("'");
    boolean closed = text.length() > 1 && text.endsWith(text.substring(0, 1));
    String inside = opened ? text.substring(1) : text;
    return opened && closed ? inside.substring(0, inside.length() - 1) : inside;
  }
}
