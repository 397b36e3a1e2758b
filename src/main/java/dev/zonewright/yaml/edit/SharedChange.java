package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlPath;
import java.util.function.Consumer;

/**
 * What one of several places that share their text asks for.
 *
 * @param at what it is about, as the place reads it
 */
public record SharedChange(YamlPath at, Consumer<YamlEditor> change) {}
