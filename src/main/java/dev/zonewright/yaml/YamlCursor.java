package dev.zonewright.yaml;

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
    return root(document, document.isReadAgain() ? null : document.root().orElse(null));
  }

  private static YamlCursor root(YamlDocument document, @Nullable YamlNode node) {
    return new YamlCursor(document, null, null, null, null, node, false);
  }

  /** The root holding its tree, so that all that is reached from it belongs to the same one. */
  private YamlCursor held() {
    return parent == null && node == null ? root(document, here()) : this;
  }

  /** The node; that of a root which does not hold its tree is asked for each time. */
  private @Nullable YamlNode here() {
    return parent == null && node == null ? document.root().orElse(null) : node;
  }

  private @Nullable YamlNode resolved() {
    YamlNode at = here();
    return at == null ? null : at.resolved();
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
    YamlCursor from = held();
    if (from.resolved() instanceof YamlMapping mapping) {
      YamlEntry found = mapping.effective(key);
      if (found != null) {
        boolean inherited = shared || from.node instanceof YamlAlias || !mapping.holds(found);
        return new YamlCursor(document, from, step, found, null, found.value(), inherited);
      }
    }
    return new YamlCursor(document, from, step, null, null, null, shared);
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
    YamlCursor from = held();
    if (from.resolved() instanceof YamlSequence all && index < all.items().size()) {
      YamlItem at = all.items().get(index);
      boolean below = shared || from.node instanceof YamlAlias;
      return new YamlCursor(document, from, step, null, at, at.value(), below);
    }
    return new YamlCursor(document, from, step, null, null, null, shared);
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
    YamlCursor from = held();
    if (!(from.resolved() instanceof YamlSequence sequence)) {
      return List.of();
    }
    List<YamlCursor> out = new ArrayList<>(sequence.items().size());
    boolean below = shared || from.node instanceof YamlAlias;
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlItem at = sequence.items().get(i);
      out.add(new YamlCursor(document, from, new YamlPath.Index(i), null, at, at.value(), below));
    }
    return out;
  }

  /**
   * The own entries of a mapping in order, duplicates and merge keys included; none when it is no
   * mapping.
   */
  public List<YamlCursor> entries() {
    YamlCursor from = held();
    if (!(from.resolved() instanceof YamlMapping mapping)) {
      return List.of();
    }
    List<YamlCursor> out = new ArrayList<>(mapping.entries().size());
    boolean below = shared || from.node instanceof YamlAlias;
    for (YamlEntry at : mapping.entries()) {
      out.add(
          new YamlCursor(document, from, new YamlPath.Key(at.name()), at, null, at.value(), below));
    }
    return out;
  }

  /**
   * Whether it is an entry without effect, so that the path of what stands in it leads elsewhere.
   */
  public boolean isHidden() {
    return entry != null
        && parent != null
        && parent.resolved() instanceof YamlMapping mapping
        && mapping.hides(entry);
  }

  /** Whether anything is written here; {@code key: null} and {@code key:} are. */
  public boolean exists() {
    return here() != null;
  }

  /** Whether Kubernetes sees a value here: something is written, and it is not null. */
  public boolean isSet() {
    return exists() && !isNull();
  }

  public boolean isNull() {
    return resolved() instanceof YamlScalar scalar && scalar.resolve() instanceof ScalarValue.Null;
  }

  public boolean isMapping() {
    return resolved() instanceof YamlMapping;
  }

  public boolean isSequence() {
    return resolved() instanceof YamlSequence;
  }

  public boolean isScalar() {
    return resolved() instanceof YamlScalar;
  }

  /** What Kubernetes reads here; empty when it is no scalar. */
  public Optional<ScalarValue> scalar() {
    YamlNode at = resolved();
    return at instanceof YamlScalar s ? Optional.of(s.resolve()) : Optional.empty();
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
    return resolved() instanceof YamlScalar scalar ? scalar.value() : "";
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
    return Optional.ofNullable(here());
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
    return new YamlPlace(
        YamlPlace.rangeOf(at), absent.isEmpty() ? null : new YamlPath(absent).toString());
  }

  @Override
  public String toString() {
    return path() + (exists() ? "" : " (absent)");
  }
}
