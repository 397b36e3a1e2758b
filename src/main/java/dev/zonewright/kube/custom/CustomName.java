package dev.zonewright.kube.custom;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of roles name a kind that an operator adds.
 *
 * @param resource the plural in small letters, as Kubernetes makes it of a kind
 */
public record CustomName(String group, String resource) {
  static CustomName of(CustomKind kind) {
    String word = kind.kind().toLowerCase(Locale.ROOT);
    String plural =
        word.endsWith("s") || word.endsWith("ch") || word.endsWith("x")
            ? word + "es"
            : word.matches(".*[^aeiou]y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word + "s";
    return new CustomName(kind.group(), plural);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CustomName that
        && group.equals(that.group)
        && resource.equals(that.resource);
  }

  @Override
  public int hashCode() {
    return group.hashCode() * 31 + resource.hashCode();
  }
}
