package dev.zonewright.catalogue;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A tree that can be written in any style; keeps scalars as written and keys that repeat. */
sealed interface PodTree {
  /** Characters as they stand in the example; {@code plain} ones are quoted where flow needs it. */
  record Leaf(String source, boolean plain, ScalarValue value) implements PodTree {}

  /** Entries in order. */
  record Branch(List<Entry> entries) implements PodTree {}

  /** Items in order. */
  record Row(List<PodTree> items) implements PodTree {}

  /** A key with its value. */
  record Entry(String key, PodTree value) {}

  static PodTree of(YamlNode node, String text) {
    return switch (node) {
      case YamlAlias alias -> of(alias.target(), text);
      case YamlScalar scalar ->
          new Leaf(
              text.substring(scalar.start(), scalar.end()),
              scalar.style() == YamlScalar.Style.PLAIN,
              scalar.resolve());
      case YamlSequence sequence ->
          new Row(sequence.items().stream().map(item -> of(item.value(), text)).toList());
      case YamlMapping mapping ->
          mapping.entries().stream().allMatch(e -> e.key() instanceof YamlScalar)
              ? new Branch(
                  mapping.entries().stream()
                      .map(e -> new Entry(e.name(), of(e.value(), text)))
                      .toList())
              // a template without quotes
              : new Leaf(text.substring(node.start(), node.end()), false, ScalarValue.NULL);
    };
  }

  static PodTree text(String value) {
    return new Leaf(quote(value), false, new ScalarValue.Text(value));
  }

  /** A mapping of keys and trees, one after the other. */
  static Branch branch(Object... keysAndTrees) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < keysAndTrees.length; i += 2) {
      Object value = keysAndTrees[i + 1];
      entries.add(
          new Entry(
              (String) keysAndTrees[i],
              value instanceof PodTree tree ? tree : text((String) value)));
    }
    return new Branch(List.copyOf(entries));
  }

  static Row row(PodTree... items) {
    return new Row(Arrays.asList(items));
  }

  /** One line. */
  default String flow() {
    return switch (this) {
      case Leaf(String source, boolean plain, ScalarValue _) ->
          plain && source.matches(".*[,\\[\\]{}].*") ? quote(source) : source;
      case Branch(List<Entry> entries) ->
          entries.stream()
              .map(e -> e.key() + ": " + e.value().flow())
              .collect(Collectors.joining(", ", "{", "}"));
      case Row(List<PodTree> items) ->
          items.stream().map(PodTree::flow).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  /** JSON on one line. */
  default String json() {
    return switch (this) {
      case Leaf(String source, boolean _, ScalarValue value) ->
          switch (value) {
            case ScalarValue.Text(String text) -> quote(text);
            case ScalarValue.Bool(boolean truth) -> Boolean.toString(truth);
            case ScalarValue.Null _, ScalarValue.Int _, ScalarValue.Real _ ->
                source.isEmpty() ? "null" : source;
          };
      case Branch(List<Entry> entries) ->
          entries.stream()
              .map(e -> quote(e.key()) + ": " + e.value().json())
              .collect(Collectors.joining(", ", "{", "}"));
      case Row(List<PodTree> items) ->
          items.stream().map(PodTree::json).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  /** Lines, each nested block two columns further in. */
  default String block() {
    return lines("").stripLeading() + "\n";
  }

  private String lines(String indent) {
    return switch (this) {
      case Leaf leaf -> " " + leaf.source();
      case Branch(List<Entry> entries) when !entries.isEmpty() ->
          entries.stream()
              .map(e -> "\n" + indent + e.key() + ":" + e.value().lines(indent + "  "))
              .collect(Collectors.joining());
      case Row(List<PodTree> items) when !items.isEmpty() ->
          items.stream()
              .map(item -> "\n" + indent + "- " + item.lines(indent + "  ").stripLeading())
              .collect(Collectors.joining());
      case Branch _ -> " {}";
      case Row _ -> " []";
    };
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
