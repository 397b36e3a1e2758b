package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.NodeProperties;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;

/** Checks every span of a tree against the characters that stand there. */
public final class SpanCheck {
  private final String text;
  private int checked;

  private SpanCheck(String text) {
    this.text = text;
  }

  /** How many nodes were checked. */
  public static int check(String text, YamlDocument document) {
    SpanCheck check = new SpanCheck(text);
    document.root().ifPresent(root -> check.node(root, 0, text.length()));
    return check.checked;
  }

  private void node(YamlNode node, int from, int to) {
    checked++;
    assertThat(node.outerStart()).isBetween(from, to);
    assertThat(node.start()).isGreaterThanOrEqualTo(node.outerStart());
    assertThat(node.end()).as("end of %s", node).isBetween(node.start(), to);
    NodeProperties properties = node.properties();
    if (properties != null) {
      assertThat(text.charAt(properties.start())).isIn('&', '!');
    }
    switch (node) {
      case YamlScalar scalar -> scalar(scalar);
      case YamlAlias alias ->
          assertThat(text.substring(alias.start(), alias.end())).isEqualTo("*" + alias.name());
      case YamlMapping mapping -> mapping(mapping);
      case YamlSequence sequence -> sequence(sequence);
    }
  }

  private void mapping(YamlMapping mapping) {
    if (mapping.flow() && text.charAt(mapping.start()) == '{') {
      assertThat(text.charAt(mapping.end() - 1)).isEqualTo('}');
    }
    int at = mapping.start();
    for (YamlEntry entry : mapping.entries()) {
      node(entry.key(), at, mapping.end());
      if (entry.colon() >= 0) {
        assertThat(text.charAt(entry.colon())).isEqualTo(':');
        assertThat(entry.colon()).isGreaterThanOrEqualTo(entry.key().end());
      }
      node(entry.value(), Math.max(entry.key().end(), entry.colon() + 1), mapping.end());
      at = entry.end();
    }
  }

  private void sequence(YamlSequence sequence) {
    if (sequence.flow()) {
      assertThat(text.charAt(sequence.start())).isEqualTo('[');
      assertThat(text.charAt(sequence.end() - 1)).isEqualTo(']');
    }
    int at = sequence.start();
    for (YamlItem item : sequence.items()) {
      if (!sequence.flow()) {
        assertThat(item.dash()).isGreaterThanOrEqualTo(at);
        assertThat(text.charAt(item.dash())).isEqualTo('-');
        assertThat(column(item.dash())).isEqualTo(column(sequence.start()));
      }
      node(item.value(), Math.max(at, item.dash() + 1), sequence.end());
      at = item.end();
    }
  }

  private int column(int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }

  private void scalar(YamlScalar scalar) {
    String raw = text.substring(scalar.start(), scalar.end());
    switch (scalar.style()) {
      case PLAIN -> {
        if (raw.indexOf('\n') < 0) {
          assertThat(raw).isEqualTo(scalar.value());
        } else {
          String indented = raw.replaceAll("\\n[ \\t]*", "\n ");
          assertThat(YamlParser.parse("a: " + indented + "\n").cursor().get("a").raw())
              .isEqualTo(scalar.value());
        }
      }
      case SINGLE_QUOTED -> {
        assertThat(raw).startsWith("'").endsWith("'");
        assertThat(value("[" + raw + "]")).isEqualTo(scalar.value());
      }
      case DOUBLE_QUOTED -> {
        assertThat(raw).startsWith("\"").endsWith("\"");
        assertThat(value("[" + raw + "]")).isEqualTo(scalar.value());
      }
      case LITERAL, FOLDED -> {
        assertThat(raw.charAt(0)).isEqualTo(scalar.style() == YamlScalar.Style.LITERAL ? '|' : '>');
        assertThat(raw.strip()).endsWith(lastWord(scalar.value(), raw));
      }
    }
  }

  private static String lastWord(String value, String raw) {
    String bare = value.strip();
    return bare.isEmpty()
        ? raw.strip()
        : bare.substring(bare.lastIndexOf('\n') + 1).strip().replaceFirst("^.*\\s", "");
  }

  private static String value(String list) {
    return YamlParser.parse(list).cursor().at(0).raw();
  }
}
