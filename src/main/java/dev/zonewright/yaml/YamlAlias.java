package dev.zonewright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A use of an anchored node.
 *
 * @param start offset of the {@code *}
 * @param target the node that it stands for; never itself an alias
 */
public record YamlAlias(int start, int end, String name, YamlNode target) implements YamlNode {
  @Override
  public @Nullable NodeProperties properties() {
    return null;
  }

  @Override
  public YamlNode resolved() {
    return target;
  }

  @Override
  public String toString() {
    return "*" + name + " " + start + ".." + end;
  }
}
