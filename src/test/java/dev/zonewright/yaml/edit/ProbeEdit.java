package dev.zonewright.yaml.edit;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * One edit to try.
 *
 * @param kind what is done, for the counts
 * @param path where
 * @param node what stands there before; for an insertion the mapping
 * @param parts the entries or the item that hold it
 */
record ProbeEdit(Kind kind, YamlPath path, YamlNode node, List<TextRange> parts) {
  static final String KEY = "zonewright.probe/key";
  static final YamlValue NESTED =
      YamlValue.mapping(
          "one", YamlValue.mapping("two", YamlValue.of(true)), "three", YamlValue.strings("ALL"));
  static final YamlValue VOLUME =
      YamlValue.mapping("name", YamlValue.of("probe"), "emptyDir", YamlValue.mapping());

  enum Kind {
    SET_SCALAR,
    SET_BOOL,
    SET_EMPTY,
    INSERT_SCALAR,
    INSERT_NESTED,
    REMOVE_ENTRY,
    REMOVE_ITEM,
    ADD_STRING,
    ADD_MAPPING,
    REPLACE_LIST
  }

  /** Every edit that can be tried on a document. */
  static List<ProbeEdit> all(YamlDocument document) {
    List<ProbeEdit> out = new ArrayList<>();
    document
        .root()
        .ifPresent(root ->
            collect(root, YamlPath.ROOT, List.of(new TextRange(root.start(), root.end())), out));
    return out;
  }

  private static void collect(
      YamlNode node, YamlPath path, List<TextRange> parts, List<ProbeEdit> out) {
    switch (node) {
      case YamlMapping mapping -> {
        if (mapping.own(KEY) == null) {
          out.add(new ProbeEdit(Kind.INSERT_SCALAR, path.key(KEY), node, parts));
          out.add(new ProbeEdit(Kind.INSERT_NESTED, path.key(KEY), node, parts));
        }
        for (YamlEntry entry : mapping.entries()) {
          if (!entry.name().isEmpty() && entry.equals(mapping.own(entry.name()))) {
            YamlPath below = path.key(entry.name());
            List<TextRange> part = partsOf(mapping, entry.name());
            out.add(new ProbeEdit(Kind.REMOVE_ENTRY, below, entry.value(), part));
            setting(entry.value(), below, part, out);
            collect(entry.value(), below, part, out);
          }
        }
      }
      case YamlSequence sequence -> {
        out.add(new ProbeEdit(Kind.ADD_STRING, path, node, parts));
        out.add(new ProbeEdit(Kind.ADD_MAPPING, path, node, parts));
        out.add(new ProbeEdit(Kind.REPLACE_LIST, path, node, parts));
        for (int i = 0; i < sequence.items().size(); i++) {
          YamlItem item = sequence.items().get(i);
          YamlPath below = path.index(i);
          List<TextRange> part = List.of(new TextRange(item.start(), item.end()));
          out.add(new ProbeEdit(Kind.REMOVE_ITEM, below, item.value(), part));
          setting(item.value(), below, part, out);
          collect(item.value(), below, part, out);
        }
      }
      case YamlScalar _, YamlAlias _ -> {
        // set by whoever holds it
      }
    }
  }

  private static void setting(
      YamlNode node, YamlPath path, List<TextRange> parts, List<ProbeEdit> out) {
    if (node instanceof YamlScalar) {
      out.add(new ProbeEdit(Kind.SET_SCALAR, path, node, parts));
      out.add(new ProbeEdit(Kind.SET_BOOL, path, node, parts));
    } else {
      out.add(new ProbeEdit(Kind.SET_EMPTY, path, node, parts));
    }
  }

  private static List<TextRange> partsOf(YamlMapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.isNamed(key))
        .map(entry -> new TextRange(entry.start(), entry.end()))
        .toList();
  }

  void on(YamlEditor editor) {
    switch (kind) {
      case SET_SCALAR, SET_BOOL, SET_EMPTY, INSERT_SCALAR, INSERT_NESTED ->
          editor.set(path, value());
      case REMOVE_ENTRY, REMOVE_ITEM -> editor.remove(path);
      case ADD_STRING, ADD_MAPPING -> editor.addItem(path, value());
      case REPLACE_LIST -> editor.replaceList(path, List.of("ALL", "on"));
    }
  }

  YamlValue value() {
    return switch (kind) {
      case SET_SCALAR, INSERT_SCALAR, ADD_STRING -> YamlValue.of("probed value");
      case SET_BOOL -> YamlValue.of(false);
      case SET_EMPTY -> YamlValue.mapping();
      case INSERT_NESTED -> NESTED;
      case ADD_MAPPING -> VOLUME;
      case REPLACE_LIST -> YamlValue.strings("ALL", "on");
      case REMOVE_ENTRY, REMOVE_ITEM -> throw new IllegalStateException();
    };
  }

  @Override
  public String toString() {
    return kind + " " + path;
  }
}
