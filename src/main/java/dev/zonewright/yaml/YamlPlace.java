package dev.zonewright.yaml;

import dev.zonewright.text.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Where to point at.
 *
 * @param range the key, or the list item, in offsets of the document
 * @param missing what is absent below it, as a path; null when the thing itself stands there
 */
public record YamlPlace(TextRange range, @Nullable String missing) {}
