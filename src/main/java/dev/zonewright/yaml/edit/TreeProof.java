package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.plan.WrittenValue;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares an edited text's tree with the intended one: shapes, order of keys, values, quotes,
 * anchors, tags, and what each alias stands for.
 */
public final class TreeProof {
  private final String before;
  private final String after;
  // anchored nodes of the old tree and what became of them; most trees have none
  private @Nullable IdentityHashMap<YamlNode, YamlNode> anchored;

  private TreeProof(String before, String after) {
    this.before = before;
    this.after = after;
  }

  static boolean holds(IntendedTree intended, String before, YamlNode actual, String after) {
    return new TreeProof(before, after).matches(intended, actual);
  }

  /** Whether two nodes of two texts are the same, down to the quotes. */
  static boolean isSame(YamlNode old, String before, YamlNode now, String after) {
    return new TreeProof(before, after).same(old, now);
  }

  private boolean matches(IntendedTree intended, YamlNode actual) {
    return switch (intended) {
      case IntendedTree.Kept(YamlNode old) -> same(old, actual);
      case IntendedTree.Written(YamlValue value, String anchor) ->
          actual.tag() == null
              && Objects.equals(actual.anchor(), anchor)
              && WrittenValue.isAt(value, actual);
      case IntendedTree.Mapping(YamlMapping old, List<IntendedTree.Pair> pairs) ->
          actual instanceof YamlMapping now
              && sameProperties(old, now)
              && (old.flow() == now.flow() || pairs.isEmpty())
              && matchPairs(pairs, now.entries());
      case IntendedTree.Sequence(YamlSequence old, List<IntendedTree> items) ->
          actual instanceof YamlSequence now
              && sameProperties(old, now)
              && (old.flow() == now.flow() || items.isEmpty())
              && matchItems(items, now.items());
    };
  }

  private boolean matchPairs(List<IntendedTree.Pair> pairs, List<YamlEntry> entries) {
    if (pairs.size() != entries.size()) {
      return false;
    }
    for (int i = 0; i < pairs.size(); i++) {
      IntendedTree.Pair pair = pairs.get(i);
      YamlEntry entry = entries.get(i);
      YamlEntry old = pair.old();
      boolean key =
          old == null
              ? WrittenValue.isKey(pair.key(), entry)
              : old.explicit() == entry.explicit() && same(old.key(), entry.key());
      if (!key || !matches(pair.value(), entry.value())) {
        return false;
      }
    }
    return true;
  }

  private boolean matchItems(List<IntendedTree> intended, List<YamlItem> items) {
    if (intended.size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!matches(intended.get(i), items.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  // an alias stands for one node, not for any that looks the same
  @SuppressWarnings("ReferenceEquality")
  private boolean same(YamlNode old, YamlNode now) {
    if (!sameProperties(old, now)) {
      return false;
    }
    return switch (old) {
      case YamlScalar scalar ->
          now instanceof YamlScalar other
              && scalar.style() == other.style()
              && scalar.value().equals(other.value())
              && (!scalar.style().isBlock() || endsOpen(scalar, before) == endsOpen(other, after));
      case YamlAlias alias ->
          now instanceof YamlAlias other
              && alias.name().equals(other.name())
              && anchored != null
              && anchored.get(alias.target()) == other.target();
      case YamlMapping mapping ->
          now instanceof YamlMapping other
              && mapping.flow() == other.flow()
              && sameEntries(mapping.entries(), other.entries());
      case YamlSequence sequence ->
          now instanceof YamlSequence other
              && sequence.flow() == other.flow()
              && sameItems(sequence.items(), other.items());
    };
  }

  private boolean sameEntries(List<YamlEntry> old, List<YamlEntry> now) {
    if (old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (old.get(i).explicit() != now.get(i).explicit()
          || !same(old.get(i).key(), now.get(i).key())
          || !same(old.get(i).value(), now.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  private boolean sameItems(List<YamlItem> old, List<YamlItem> now) {
    if (old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!same(old.get(i).value(), now.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  private boolean sameProperties(YamlNode old, YamlNode now) {
    if (old.properties() == null && now.properties() == null) {
      return true;
    }
    if (old.anchor() != null) {
      anchored = anchored == null ? new IdentityHashMap<>() : anchored;
      anchored.put(old, now);
    }
    return Objects.equals(old.anchor(), now.anchor()) && Objects.equals(old.tag(), now.tag());
  }

  /**
   * A block scalar's last line without its newline, at the end of the text: other parsers read
   * another value there once a line follows.
   */
  private static boolean endsOpen(YamlScalar scalar, String text) {
    return text.indexOf('\n', scalar.end()) < 0;
  }
}
