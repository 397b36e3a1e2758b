package dev.zonewright.ui.files;

import java.util.Optional;

/**
 * What became of the texts that are not saved when they were to be kept apart.
 *
 * @param texts how many there are
 * @param trouble why not all of them are kept; empty when they are
 */
public record Kept(int texts, Optional<String> trouble) {}
