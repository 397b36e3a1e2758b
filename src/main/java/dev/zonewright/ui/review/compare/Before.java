package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Side;

/**
 * The version that is compared with.
 *
 * @param name what it is called: a file, a folder, “first opened”
 * @param side what was found in it
 */
public record Before(String name, Side side) {}
