package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.List;

/**
 * A mapping or sequence seen as something with parts, one after another.
 *
 * @param parts the entries or items, each from its key or dash to the end of its value
 */
public record Container(YamlNode node, boolean flow, char open, char close, List<TextRange> parts) {
  public static Container of(YamlNode node) {
    return switch (node) {
      case YamlMapping mapping ->
          new Container(
              mapping,
              mapping.flow(),
              '{',
              '}',
              mapping.entries().stream().map(e -> new TextRange(e.start(), e.end())).toList());
      case YamlSequence sequence ->
          new Container(
              sequence,
              sequence.flow(),
              '[',
              ']',
              sequence.items().stream().map(i -> new TextRange(i.start(), i.end())).toList());
      case YamlScalar _, YamlAlias _ -> throw new IllegalArgumentException("no container: " + node);
    };
  }

  /** Whether it is a collection in flow style. */
  public static boolean isFlow(YamlNode node) {
    return switch (node) {
      case YamlMapping mapping -> mapping.flow();
      case YamlSequence sequence -> sequence.flow();
      case YamlScalar _, YamlAlias _ -> false;
    };
  }

  String empty() {
    return "" + open + close;
  }

  public TextRange part(int index) {
    return parts.get(index);
  }

  int size() {
    return parts.size();
  }

  /**
   * Refuses flow collections without their brackets, as in {@code [a: 1]}, where the inner mapping
   * has none.
   */
  Container withBrackets(String text) {
    boolean there =
        node.end() - node.start() >= 2
            && text.charAt(node.start()) == open
            && text.charAt(node.end() - 1) == close;
    if (flow && !there) {
      throw new EditRefusal("the pair stands in a list without braces of its own; edit it by hand");
    }
    return this;
  }
}
