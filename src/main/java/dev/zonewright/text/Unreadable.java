package dev.zonewright.text;

/**
 * A file that could not be read as text at all.
 *
 * @param file its name as given or found
 * @param line where it stops being readable, from 1
 * @param what what is there
 * @param cure what to do about it
 */
public record Unreadable(String file, int line, String what, String cure) {}
