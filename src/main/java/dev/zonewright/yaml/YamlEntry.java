package dev.zonewright.yaml;

/**
 * One key with its value.
 *
 * @param colon offset of the colon; -1 when there is none to be found after the key, as in {@code
 *     {a, b}}
 * @param explicit written as {@code ? key}
 */
public record YamlEntry(YamlNode key, YamlNode value, int colon, boolean explicit) {
  /** The key's characters; empty when the key is no scalar. */
  public String name() {
    return key.resolved() instanceof YamlScalar scalar ? scalar.value() : "";
  }

  public boolean isNamed(String name) {
    return key.resolved() instanceof YamlScalar scalar && scalar.value().equals(name);
  }

  /** Whether it is {@code <<}, which takes over the entries of other mappings. */
  public boolean isMerge() {
    return key instanceof YamlScalar scalar
        && scalar.style() == YamlScalar.Style.PLAIN
        && scalar.value().equals("<<");
  }

  public int start() {
    return key.outerStart();
  }

  /** After the value, or after the colon when the value is empty. */
  public int end() {
    return Math.max(value.end(), Math.max(colon + 1, key.end()));
  }
}
