package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a document says once every place has text of its own: aliases and merge keys written out, as
 * JSON.
 */
final class Unshared {
  /** A document that is longer when written out is not compared. */
  static final int LONGEST = 2_000_000;

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final StringBuilder out = new StringBuilder();
  private final boolean sorted;
  private int overrides;

  private Unshared(boolean sorted) {
    this.sorted = sorted;
  }

  /**
   * The text, keys in their order or sorted; empty when it is too long.
   *
   * @param sorted whether two documents that differ in order alone are the same
   */
  static Optional<String> text(YamlDocument document, boolean sorted) {
    Unshared text = new Unshared(sorted);
    return text.write(document) ? Optional.of(text.out.toString()) : Optional.empty();
  }

  /** How many keys stand beside a merge key that gives them too; a strict server refuses each. */
  static int overrides(YamlDocument document) {
    Unshared text = new Unshared(false);
    return text.write(document) ? text.overrides : 0;
  }

  private boolean write(YamlDocument document) {
    try {
      document.root().ifPresent(this::node);
      return true;
    } catch (TooLong _) {
      return false;
    }
  }

  private void node(YamlNode at) {
    if (out.length() > LONGEST) {
      throw new TooLong();
    }
    switch (at) {
      case YamlAlias alias -> node(alias.target());
      case YamlScalar scalar -> scalar(scalar);
      case YamlSequence list -> {
        out.append('[');
        String gap = "";
        for (YamlItem item : list.items()) {
          out.append(gap);
          node(item.value());
          gap = ", ";
        }
        out.append(']');
      }
      case YamlMapping mapping -> mapping(mapping);
    }
  }

  private void mapping(YamlMapping mapping) {
    Set<String> keys = sorted ? new TreeSet<>() : new LinkedHashSet<>();
    gather(mapping, keys);
    out.append('{');
    String gap = "";
    for (String key : keys) {
      YamlEntry entry = mapping.effective(key);
      if (entry != null) {
        out.append(gap);
        quoted(key);
        out.append(": ");
        node(entry.value());
        gap = ", ";
      }
    }
    out.append('}');
  }

  private void gather(YamlMapping mapping, Set<String> keys) {
    Set<String> merged = new LinkedHashSet<>();
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        switch (entry.value().resolved()) {
          case YamlMapping other -> gather(other, merged);
          case YamlSequence list ->
              list.items()
                  .forEach(item -> {
                    if (item.value().resolved() instanceof YamlMapping other) {
                      gather(other, merged);
                    }
                  });
          case YamlScalar _, YamlAlias _ -> {
            // Kubernetes refuses it
          }
        }
      }
    }
    for (YamlEntry entry : mapping.entries()) {
      if (!entry.isMerge()) {
        keys.add(entry.name());
        overrides += merged.contains(entry.name()) ? 1 : 0;
      }
    }
    keys.addAll(merged);
  }

  private void scalar(YamlScalar scalar) {
    switch (scalar.resolve()) {
      case ScalarValue.Null _ -> out.append("null");
      case ScalarValue.Bool(boolean value) -> out.append(value);
      case ScalarValue.Int(var value) -> out.append(value);
      case ScalarValue.Real(double value) -> out.append(value);
      case ScalarValue.Text(String value) -> quoted(value);
    }
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
