package dev.zonewright.settings;

/**
 * A manifest whose text is not in its file yet.
 *
 * @param name what reports call it
 * @param path where it is to be saved; empty when it was never in a file
 * @param stamp of the file's content that the text grew from; empty when it grew from none
 * @param text lines ended by LF
 */
public record UnsavedText(String name, String path, String stamp, String text) {}
