package dev.zonewright.ui;

import dev.zonewright.text.TextRange;

/**
 * A place that the editor can show.
 *
 * @param range in offsets of the file's text
 */
public record Jump(String file, TextRange range) {}
