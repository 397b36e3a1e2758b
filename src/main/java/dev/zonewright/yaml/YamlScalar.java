package dev.zonewright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A scalar.
 *
 * @param start offset of the first character: the opening quote, or the {@code |} of a block
 *     scalar; for an empty value the offset after the colon or dash
 * @param end after the closing quote or the last content character; {@code start} for an empty
 *     value
 * @param value the characters that it stands for
 */
public record YamlScalar(
    int start, int end, @Nullable NodeProperties properties, Style style, String value)
    implements YamlNode {
  /** How it is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED;

    public boolean isBlock() {
      return this == LITERAL || this == FOLDED;
    }
  }

  /** Whether nothing is written at all, as after {@code securityContext:}. */
  public boolean isEmpty() {
    return start == end;
  }

  /** What Kubernetes reads here. */
  public ScalarValue resolve() {
    return ScalarResolver.resolve(this);
  }

  @Override
  public String toString() {
    return style + " '" + value + "' " + start + ".." + end;
  }
}
