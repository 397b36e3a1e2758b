package dev.zonewright.settings;

/**
 * Where the window stood when it was not maximised, in screen pixels.
 *
 * @param maximized whether it filled its screen all the same
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
