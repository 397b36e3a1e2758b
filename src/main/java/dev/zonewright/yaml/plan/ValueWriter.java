package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values as YAML text, in flow style or as block lines. */
public final class ValueWriter {
  private final WritingStyle style;
  private final YamlScalar.Style strings;

  /**
   * A writer.
   *
   * @param strings how strings are written where they could be plain
   */
  public ValueWriter(WritingStyle style, YamlScalar.Style strings) {
    this.style = style;
    this.strings = style.json() ? YamlScalar.Style.DOUBLE_QUOTED : strings;
  }

  public ValueWriter(WritingStyle style) {
    this(style, YamlScalar.Style.PLAIN);
  }

  public String key(String name) {
    return style.json()
        ? ScalarWriter.doubleQuoted(name)
        : ScalarWriter.text(name, YamlScalar.Style.PLAIN);
  }

  /** The value on one line. Strings in a list are quoted, as in {@code drop: ["ALL"]}. */
  public String inline(YamlValue value) {
    return switch (value) {
      case YamlValue.Mapping(Map<String, YamlValue> entries) ->
          entries.entrySet().stream()
              .map(e -> key(e.getKey()) + ": " + inline(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case YamlValue.Items(List<YamlValue> items) ->
          items.stream()
              .map(item ->
                  item instanceof YamlValue.Text(String text)
                      ? ScalarWriter.doubleQuoted(text)
                      : inline(item))
              .collect(Collectors.joining(", ", "[", "]"));
      // JSON has no days
      case YamlValue.Day(LocalDate day) when style.json() ->
          ScalarWriter.doubleQuoted(day.toString());
      case YamlValue.Text _, YamlValue.Bool _, YamlValue.Whole _, YamlValue.Day _ ->
          ScalarWriter.write(value, strings);
    };
  }

  /**
   * An entry as block lines; the first without indentation, the others with theirs.
   *
   * @param column where the key stands
   */
  public String entry(String key, YamlValue value, int column) {
    if (value instanceof YamlValue.Text(String text) && !style.json() && isLines(text)) {
      return key(key) + ": |-" + lines(text, column + style.step());
    }
    return key(key) + ":" + (isInline(value) ? " " + inline(value) : below(value, column));
  }

  /** Whether a literal block holds the text as it is: several printable lines of no odd shape. */
  private static boolean isLines(String text) {
    return text.indexOf('\n') > 0
        && !text.endsWith("\n")
        && text.lines()
            .allMatch(line ->
                line.equals(line.stripTrailing())
                    && line.chars().allMatch(c -> c >= ' ' && c < 0x7F))
        && text.charAt(0) != ' ';
  }

  private static String lines(String text, int column) {
    return text.lines()
        .map(line -> line.isEmpty() ? "\n" : newLine(column) + line)
        .collect(Collectors.joining());
  }

  /** A value as it follows a dash in this column. */
  String item(YamlValue value, int dash) {
    return value instanceof YamlValue.Mapping(Map<String, YamlValue> entries) && !isInline(value)
        ? entries(entries, dash + 2)
        : inline(value);
  }

  /** A nested value as lines below its key, each begun by a newline. */
  String below(YamlValue value, int column) {
    return switch (value) {
      case YamlValue.Mapping(Map<String, YamlValue> entries) -> {
        int nested = column + style.step();
        yield newLine(nested) + entries(entries, nested);
      }
      case YamlValue.Items(List<YamlValue> items) ->
          items.stream()
              .map(item -> {
                int dash = column + style.listOffset();
                return newLine(dash) + "- " + item(item, dash);
              })
              .collect(Collectors.joining());
      case YamlValue.Text _, YamlValue.Bool _, YamlValue.Whole _, YamlValue.Day _ ->
          " " + inline(value);
    };
  }

  /** The entries of a mapping in one column, the first without its indentation. */
  public String entries(Map<String, YamlValue> entries, int column) {
    StringBuilder out = new StringBuilder();
    entries.forEach((key, value) ->
        out.append(out.isEmpty() ? "" : newLine(column)).append(entry(key, value, column)));
    return out.toString();
  }

  /** Whether block style would write it on the line of its key: scalars, short lists, empties. */
  static boolean isInline(YamlValue value) {
    return switch (value) {
      case YamlValue.Mapping(Map<String, YamlValue> entries) -> entries.isEmpty();
      case YamlValue.Items(List<YamlValue> items) ->
          items.stream().noneMatch(i -> i instanceof YamlValue.Mapping);
      case YamlValue.Text _, YamlValue.Bool _, YamlValue.Whole _, YamlValue.Day _ -> true;
    };
  }

  static String newLine(int column) {
    return "\n" + " ".repeat(column);
  }
}
