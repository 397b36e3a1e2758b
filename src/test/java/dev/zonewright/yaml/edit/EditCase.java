package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A golden pair out of a text file: {@code == name}, lines of edits, {@code -- before}, a document,
 * and {@code -- after} with the exact characters, or {@code -- refused} with words of the reason,
 * or {@code -- unchanged}. A text that ends in ␃ has no final newline.
 */
record EditCase(String name, List<String> edits, String before, String kind, String expected) {
  static List<EditCase> read(String resource) {
    String all;
    try (InputStream in = EditCase.class.getResourceAsStream("/yaml/edits/" + resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + resource);
      }
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<EditCase> cases = new ArrayList<>();
    for (String part : ("\n" + all.stripTrailing()).split("\n== ", -1)) {
      if (!part.isBlank()) {
        cases.add(parse(part + "\n"));
      }
    }
    return cases;
  }

  private static EditCase parse(String part) {
    int before = part.indexOf("\n-- before\n");
    int after = part.indexOf("\n-- ", before + 4);
    int line = part.indexOf('\n', after + 1);
    List<String> head = part.substring(0, before).lines().filter(l -> !l.isBlank()).toList();
    String kind = part.substring(after + 4, line);
    return new EditCase(
        head.getFirst(),
        head.subList(1, head.size()),
        text(part.substring(before + 11, after + 1)),
        kind,
        kind.equals("unchanged")
            ? text(part.substring(before + 11, after + 1))
            : text(part.substring(line + 1)));
  }

  private static String text(String raw) {
    return raw.endsWith("␃\n") ? raw.substring(0, raw.length() - 2) : raw;
  }

  /** Makes the edits of the case on a document. */
  EditOutcome run(String document) {
    YamlEditor editor = YamlEditor.on(document);
    for (String edit : edits) {
      String[] parts = edit.split(" = ", 2);
      String[] words = parts[0].split(" ", 2);
      YamlPath path = path(words.length == 1 ? "[]" : words[1]);
      switch (words[0]) {
        case "set" -> editor.set(path, value(parts[1]));
        case "remove" -> editor.remove(path);
        case "replaceList" -> editor.replaceList(path, strings(parts[1]));
        case "addItem" -> editor.addItem(path, value(parts[1]));
        case "appendDocument" -> editor.appendDocument((YamlValue.Mapping) value(parts[1]));
        default -> throw new IllegalArgumentException(edit);
      }
    }
    return editor.finish();
  }

  private static YamlPath path(String flow) {
    YamlPath path = YamlPath.ROOT;
    for (YamlCursor step : YamlParser.parse(flow).cursor().items()) {
      path =
          step.scalar().orElseThrow() instanceof ScalarValue.Int(var index)
              ? path.index(index.intValueExact())
              : path.key(step.raw());
    }
    return path;
  }

  private static List<String> strings(String flow) {
    return YamlParser.parse(flow).cursor().items().stream().map(YamlCursor::raw).toList();
  }

  private static YamlValue value(String flow) {
    return value(YamlParser.parse(flow).cursor());
  }

  private static YamlValue value(YamlCursor at) {
    if (at.isSequence()) {
      return new YamlValue.Items(at.items().stream().map(EditCase::value).toList());
    }
    if (at.isMapping()) {
      Map<String, YamlValue> entries = new LinkedHashMap<>();
      at.entries().forEach(e -> entries.put(e.key(), value(e)));
      return new YamlValue.Mapping(entries);
    }
    return switch (at.scalar().orElseThrow()) {
      case ScalarValue.Bool(boolean bool) -> YamlValue.of(bool);
      case ScalarValue.Int(var whole) -> YamlValue.of(whole.longValueExact());
      case ScalarValue.Text(String text) -> YamlValue.of(text);
      case ScalarValue.Null _, ScalarValue.Real _ ->
          throw new IllegalArgumentException("no value to write: " + at);
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
