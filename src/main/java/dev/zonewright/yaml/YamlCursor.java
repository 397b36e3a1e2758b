package dev.zonewright.yaml;

import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, whether anything stands there or not. Walking never fails: below something
 * absent, or of another shape, everything is absent. Aliases and merge keys are followed.
 */
public final class YamlCursor {
  private final YamlDocument document;
  private final @Nullable YamlCursor parent;
  private final YamlPath.@Nullable Segment segment;
  private final @Nullable YamlEntry entry;
  private final @Nullable YamlItem item;
  private final @Nullable YamlNode node;
  private final boolean shared;

  private YamlCursor(
      YamlDocument document,
      @Nullable YamlCursor parent,
      YamlPath.@Nullable Segment segment,
      @Nullable YamlEntry entry,
      @Nullable YamlItem item,
      @Nullable YamlNode node,
      boolean shared) {
    this.document = document;
    this.parent = parent;
    this.segment = segment;
    this.entry = entry;
    this.item = item;
    this.node = node;
    this.shared = shared;
  }

  static YamlCursor root(YamlDocument document) {
    return new YamlCursor(document, null, null, null, null, document.root().orElse(null), false);
  }

  public YamlDocument document() {
    return document;
  }

  /** The cursor that this one was reached from; empty at the root. */
  public Optional<YamlCursor> parent() {
    return Optional.ofNullable(parent);
  }

  /** Of something absent, the first thing on the way to it that is absent. */
  public YamlCursor firstAbsent() {
    YamlCursor at = this;
    while (at.parent != null && at.parent.node == null) {
      at = at.parent;
    }
    return at;
  }

  /** Whether it is one item of a list, there or not. */
  public boolean isItem() {
    return segment instanceof YamlPath.Index;
  }

  /** Below a mapping, the effective value of a key. */
  public YamlCursor get(String key) {
    YamlPath.Segment step = new YamlPath.Key(key);
    if (node != null && node.resolved() instanceof YamlMapping mapping) {
      YamlEntry found = mapping.effective(key);
      if (found != null) {
        boolean inherited = shared || node instanceof YamlAlias || !mapping.holds(found);
        return new YamlCursor(document, this, step, found, null, found.value(), inherited);
      }
    }
    return new YamlCursor(document, this, step, null, null, null, shared);
  }

  /** Several keys down. */
  public YamlCursor get(String first, String... more) {
    YamlCursor at = get(first);
    for (String key : more) {
      at = at.get(key);
    }
    return at;
  }

  /** Below a sequence, one item, counted from 0. */
  public YamlCursor at(int index) {
    YamlPath.Segment step = new YamlPath.Index(index);
    if (node != null && node.resolved() instanceof YamlSequence all && index < all.items().size()) {
      YamlItem at = all.items().get(index);
      boolean below = shared || node instanceof YamlAlias;
      return new YamlCursor(document, this, step, null, at, at.value(), below);
    }
    return new YamlCursor(document, this, step, null, null, null, shared);
  }

  /** A whole path down. */
  public YamlCursor at(YamlPath path) {
    YamlCursor at = this;
    for (YamlPath.Segment step : path.segments()) {
      if (step instanceof YamlPath.Key(String name)) {
        at = at.get(name);
      } else if (step instanceof YamlPath.Index(int index)) {
        at = at.at(index);
      }
    }
    return at;
  }

  /** The items of a sequence; none when it is no sequence. */
  public List<YamlCursor> items() {
    if (node == null || !(node.resolved() instanceof YamlSequence sequence)) {
      return List.of();
    }
    List<YamlCursor> out = new ArrayList<>(sequence.items().size());
    boolean below = shared || node instanceof YamlAlias;
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlItem at = sequence.items().get(i);
      out.add(new YamlCursor(document, this, new YamlPath.Index(i), null, at, at.value(), below));
    }
    return out;
  }

  /**
   * The own entries of a mapping in order, duplicates and merge keys included; none when it is no
   * mapping.
   */
  public List<YamlCursor> entries() {
    if (node == null || !(node.resolved() instanceof YamlMapping mapping)) {
      return List.of();
    }
    List<YamlCursor> out = new ArrayList<>(mapping.entries().size());
    boolean below = shared || node instanceof YamlAlias;
    for (YamlEntry at : mapping.entries()) {
      out.add(
          new YamlCursor(document, this, new YamlPath.Key(at.name()), at, null, at.value(), below));
    }
    return out;
  }

  /**
   * Whether it is an entry without effect, so that the path of what stands in it leads elsewhere.
   */
  public boolean isHidden() {
    return entry != null
        && parent != null
        && parent.node != null
        && parent.node.resolved() instanceof YamlMapping mapping
        && mapping.hides(entry);
  }

  /** Whether anything is written here; {@code key: null} and {@code key:} are. */
  public boolean exists() {
    return node != null;
  }

  /** Whether Kubernetes sees a value here: something is written, and it is not null. */
  public boolean isSet() {
    return node != null && !isNull();
  }

  public boolean isNull() {
    return node != null
        && node.resolved() instanceof YamlScalar scalar
        && scalar.resolve() instanceof ScalarValue.Null;
  }

  public boolean isMapping() {
    return node != null && node.resolved() instanceof YamlMapping;
  }

  public boolean isSequence() {
    return node != null && node.resolved() instanceof YamlSequence;
  }

  public boolean isScalar() {
    return node != null && node.resolved() instanceof YamlScalar;
  }

  /** What Kubernetes reads here; empty when it is no scalar. */
  public Optional<ScalarValue> scalar() {
    return node != null && node.resolved() instanceof YamlScalar scalar
        ? Optional.of(scalar.resolve())
        : Optional.empty();
  }

  /** The string that Kubernetes reads here; empty for every other type. */
  public Optional<String> string() {
    return scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Text(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** The truth value that Kubernetes reads here; empty for every other type. */
  public Optional<Boolean> bool() {
    return scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Bool(boolean value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Whether the value is {@code true}. */
  public boolean isTrue() {
    return bool().orElse(false);
  }

  /** Whether the value is {@code false}, written out. */
  public boolean isFalse() {
    return !bool().orElse(true);
  }

  /** The characters of a scalar of any type; empty when it is none. */
  public String raw() {
    return node != null && node.resolved() instanceof YamlScalar scalar ? scalar.value() : "";
  }

  /**
   * Whether the scalar holds a placeholder ({@code ${X}}, {@code $(X)}, <code>{{ x }}</code>) that
   * something fills in later, so that its value is not known.
   */
  public boolean isPlaceholder() {
    return Placeholders.isIn(raw());
  }

  /** The raw node, an alias not followed; empty when absent. */
  public Optional<YamlNode> node() {
    return Optional.ofNullable(node);
  }

  /** The entry it was reached by; empty for the root, list items and absent things. */
  public Optional<YamlEntry> entry() {
    return Optional.ofNullable(entry);
  }

  /** The list item it was reached by. */
  public Optional<YamlItem> item() {
    return Optional.ofNullable(item);
  }

  /**
   * Whether it was reached through an alias or a merge key, so that others may use the same text.
   */
  public boolean isShared() {
    return shared;
  }

  /** The key it was reached by, or empty. */
  public String key() {
    return segment instanceof YamlPath.Key(String name) ? name : "";
  }

  public YamlPath path() {
    List<YamlPath.Segment> segments = new ArrayList<>();
    for (YamlCursor at = this; at != null && at.segment != null; at = at.parent) {
      segments.addFirst(at.segment);
    }
    return new YamlPath(segments);
  }

  /**
   * Where to point at: the key; for a list item its scalar, or the {@code name} (else first) key of
   * its mapping; for something absent the same of the nearest parent that is there.
   */
  public YamlPlace place() {
    YamlCursor at = this;
    List<YamlPath.Segment> absent = new ArrayList<>();
    while (at.node == null && at.parent != null) {
      if (at.segment != null) {
        absent.addFirst(at.segment);
      }
      at = at.parent;
    }
    return new YamlPlace(at.ownRange(), absent.isEmpty() ? null : new YamlPath(absent).toString());
  }

  private TextRange ownRange() {
    if (entry != null) {
      return new TextRange(entry.key().start(), entry.key().end());
    }
    if (node == null) {
      return TextRange.at(0);
    }
    if (node.resolved() instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
      YamlEntry name = mapping.own("name");
      YamlEntry shown =
          name != null && segment instanceof YamlPath.Index ? name : mapping.entries().getFirst();
      return new TextRange(shown.key().start(), shown.key().end());
    }
    return node instanceof YamlSequence sequence && !sequence.flow()
        ? new TextRange(node.start(), node.start() + 1)
        : new TextRange(node.start(), node.end());
  }

  @Override
  public String toString() {
    return path() + (node == null ? " (absent)" : "");
  }
}
