package dev.zonewright.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param start offset of {@code [} in flow style, else of the first dash
 * @param end after {@code ]} in flow style, else the end of the last item
 */
public record YamlSequence(
    int start, int end, @Nullable NodeProperties properties, boolean flow, List<YamlItem> items)
    implements YamlNode {
  @Override
  public String toString() {
    return "sequence " + start + ".." + end + items;
  }
}
