package dev.zonewright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A node of the lossless tree. All offsets are UTF-16 offsets into the text of the node's document,
 * so that a document can be kept when others before it change.
 */
public sealed interface YamlNode permits YamlScalar, YamlMapping, YamlSequence, YamlAlias {
  /** The first character of the content, after anchor and tag. */
  int start();

  /** After the last character of the content; a node's end is the end of its last descendant. */
  int end();

  /** Anchor and tag, where there are any. */
  @Nullable NodeProperties properties();

  /** The first character, anchor and tag included. */
  default int outerStart() {
    NodeProperties properties = properties();
    return properties == null ? start() : properties.start();
  }

  default @Nullable String anchor() {
    NodeProperties properties = properties();
    return properties == null ? null : properties.anchor();
  }

  default @Nullable String tag() {
    NodeProperties properties = properties();
    return properties == null ? null : properties.tag();
  }

  /** The node itself, or what an alias stands for. */
  default YamlNode resolved() {
    return this;
  }
}
