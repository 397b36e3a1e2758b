package dev.zonewright.review;

import dev.zonewright.yaml.YamlPath;

/**
 * Something in a review file that cannot be used. The rest of the file is.
 *
 * @param path the entry or key
 * @param message what is wrong and what to write instead, as a sentence without a full stop
 */
public record ReviewProblem(YamlPath path, String message) {}
