package dev.zonewright.ui;

/**
 * A row of the table of keys.
 *
 * @param keys as they stand on the keyboard: “Ctrl+Shift+K”
 * @param action what they do, in a few words
 * @param context where they do it: “Editor”
 */
public record KeyAction(String keys, String action, String context) {}
