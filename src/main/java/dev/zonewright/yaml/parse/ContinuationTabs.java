package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' decoder takes tabs at the beginning of a line that continues a plain scalar, behind
 * the spaces that the indentation asks for, and on the blank lines within it; the engine stops at
 * them. They are read as spaces, of which the value keeps none, and nowhere else.
 */
final class ContinuationTabs {
  private final String text;
  private final BitSet tabs;

  private ContinuationTabs(String text, BitSet tabs) {
    this.text = text;
    this.tabs = tabs;
  }

  /** Those of a text; null when no line begins with spaces and a tab. */
  static @Nullable ContinuationTabs in(String text) {
    BitSet tabs = new BitSet();
    boolean margin = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        margin = true;
      } else if (c != ' ' && c != '\t') {
        margin = false;
      } else if (margin && c == '\t') {
        tabs.set(i);
      }
    }
    return tabs.isEmpty() ? null : new ContinuationTabs(text, tabs);
  }

  /** The text with spaces instead; all offsets stay. */
  String asSpaces() {
    StringBuilder out = new StringBuilder(text);
    tabs.stream().forEach(i -> out.setCharAt(i, ' '));
    return out.toString();
  }

  /** Whether each of them is where Kubernetes takes it, in the tree that the spaces gave. */
  boolean areAllowedIn(YamlNode root) {
    forget(root, -1);
    return tabs.isEmpty();
  }

  /**
   * Takes the allowed ones off the list.
   *
   * @param column of the keys or dashes around the node
   */
  private void forget(YamlNode node, int column) {
    switch (node) {
      case YamlScalar scalar -> forgetIn(scalar, column);
      case YamlMapping mapping -> {
        for (YamlEntry entry : mapping.entries()) {
          int here = mapping.flow() ? column : columnOf(entry.start());
          forget(entry.key(), here);
          forget(entry.value(), here);
        }
      }
      case YamlSequence sequence -> {
        for (YamlItem item : sequence.items()) {
          forget(item.value(), sequence.flow() ? column : columnOf(item.start()));
        }
      }
      case YamlAlias _ -> {
        // its target is in the tree
      }
    }
  }

  private void forgetIn(YamlScalar scalar, int column) {
    if (scalar.style().isBlock()) {
      return;
    }
    boolean plain = scalar.style() == YamlScalar.Style.PLAIN;
    int line = scalar.start();
    int at = scalar.start();
    for (int tab = tabs.nextSetBit(at); tab >= 0 && tab < scalar.end(); ) {
      for (; at < tab; at++) {
        if (text.charAt(at) == '\n') {
          line = at + 1;
        }
      }
      if (!plain || tab - line > column) {
        tabs.clear(tab);
      }
      tab = tabs.nextSetBit(tab + 1);
    }
  }

  private int columnOf(int offset) {
    return tabs.nextSetBit(offset) < 0 ? 0 : offset - (text.lastIndexOf('\n', offset - 1) + 1);
  }
}
