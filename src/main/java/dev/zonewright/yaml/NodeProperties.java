package dev.zonewright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What may stand before a node's content.
 *
 * @param start offset of the first of them
 * @param anchor the name after {@code &}
 * @param tag the tag as resolved by the parser, for instance {@code tag:yaml.org,2002:str}
 */
public record NodeProperties(int start, @Nullable String anchor, @Nullable String tag) {}
