package dev.zonewright.ui.editor.text;

/**
 * Some characters of a line that are drawn in a way of their own.
 *
 * @param from column from 0
 * @param to column after the last
 * @param style its style class
 */
public record Stretch(int from, int to, String style) {}
