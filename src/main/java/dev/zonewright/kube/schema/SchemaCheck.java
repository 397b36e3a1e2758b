package dev.zonewright.kube.schema;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares an object with its kind, as the API server's strict decoder does, except that nothing
 * found hides anything else. Placeholders are left alone. Of a key that stands twice, the last is
 * looked at.
 */
public final class SchemaCheck {
  private static final Memo.Key<KubeObject, List<Mismatch>> MISMATCHES =
      new Memo.Key<>(SchemaCheck::find);

  /** How a value begins that SOPS encrypted. */
  private static final String SOPS = "ENC[AES256_GCM,";

  private final List<Mismatch> found = new ArrayList<>();
  // keys (strings) and positions (integers) below the object; a path is made only where one is
  // needed
  private final List<Object> way = new ArrayList<>();
  private final YamlPath start;
  private final List<TypeSchema> types = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();

  private SchemaCheck(YamlPath start) {
    this.start = start;
  }

  /** What is wrong, in the order of the text; nothing for kinds that are not Kubernetes' own. */
  public static List<Mismatch> of(KubeObject object) {
    return object.facts().get(MISMATCHES, object);
  }

  private static List<Mismatch> find(KubeObject object) {
    return Schemas.of(object.apiVersion(), object.kind())
        .flatMap(type -> object.root().node().map(root -> walk(object, type, root)))
        .orElse(List.of());
  }

  private static List<Mismatch> walk(KubeObject object, TypeSchema type, YamlNode root) {
    if (!(root.resolved() instanceof YamlMapping mapping)) {
      return List.of();
    }
    SchemaCheck check = new SchemaCheck(object.root().path());
    check.object(type, mapping);
    return List.copyOf(check.found);
  }

  private void object(TypeSchema type, YamlMapping mapping) {
    types.add(type);
    depths.add(way.size());
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        inherited(type, mapping, entry.value().resolved(), new HashSet<>());
      } else {
        field(type, mapping, entry);
      }
    }
    types.removeLast();
    depths.removeLast();
  }

  /** The entries that a merge key brings in, as far as they count. */
  @SuppressWarnings("ReferenceEquality") // which of several entries counts, not what it says
  private void inherited(TypeSchema type, YamlMapping into, YamlNode source, Set<String> seen) {
    if (source instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.isMerge()) {
          inherited(type, into, entry.value().resolved(), seen);
        } else if (into.effective(entry.name()) == entry && seen.add(entry.name())) {
          field(type, mapping, entry);
        }
      }
    } else if (source instanceof YamlSequence list) {
      list.items().forEach(item -> inherited(type, into, item.value().resolved(), seen));
    }
  }

  private void field(TypeSchema type, YamlMapping mapping, YamlEntry entry) {
    if (!(entry.key().resolved() instanceof YamlScalar)) {
      return;
    }
    int before = found.size();
    String key = entry.name();
    FieldType expected = type.typeOf(key);
    way.add(key);
    if (expected != null) {
      value(expected, entry.value());
    } else if (!isTemplate(key) && !isSops(key, entry)) {
      found.add(new Mismatch.UnknownField(path(way.size()), levels()));
    }
    way.removeLast();
    forgetHidden(mapping, entry, before);
  }

  /** What SOPS leaves in a manifest that it encrypted, of any kind: it takes that out again. */
  private boolean isSops(String key, YamlEntry entry) {
    return way.size() == 1
        && key.equals("sops")
        && entry.value().resolved() instanceof YamlMapping sops
        && sops.effective("mac") != null;
  }

  private void value(FieldType expected, YamlNode raw) {
    YamlNode node = raw.resolved();
    boolean isTree = node instanceof YamlMapping && !isTemplate(node);
    if (expected instanceof FieldType.Anything) {
      return;
    }
    if (expected instanceof FieldType.Scalar(ScalarType type) && node instanceof YamlScalar leaf) {
      scalar(type, expected, leaf);
    } else if (expected instanceof FieldType.ObjectOf(TypeSchema type) && isTree) {
      object(type, (YamlMapping) node);
    } else if (expected instanceof FieldType.ListOf(FieldType item)
        && node instanceof YamlSequence list) {
      items(item, list);
    } else if (expected instanceof FieldType.MapOf(FieldType value) && isTree) {
      entries(value, (YamlMapping) node);
    } else if (!isNull(node) && !isTemplate(node)) {
      found.add(new Mismatch.WrongType(path(way.size()), expected));
    }
  }

  private void scalar(ScalarType type, FieldType expected, YamlScalar scalar) {
    boolean quoted = scalar.style() != YamlScalar.Style.PLAIN && scalar.properties() == null;
    if (quoted && (type == ScalarType.STRING || type == ScalarType.INT_OR_STRING)) {
      return;
    }
    if (!ScalarChecks.accepts(type, scalar.resolve()) && !isTemplate(scalar.value())) {
      found.add(new Mismatch.WrongType(path(way.size()), expected));
    }
  }

  private void items(FieldType type, YamlSequence list) {
    int index = 0;
    for (YamlItem item : list.items()) {
      way.add(index++);
      value(type, item.value());
      way.removeLast();
    }
  }

  private void entries(FieldType type, YamlMapping mapping) {
    for (YamlEntry entry : mapping.entries()) {
      int before = found.size();
      if (entry.isMerge()) {
        continue;
      }
      way.add(entry.name());
      value(type, entry.value());
      way.removeLast();
      forgetHidden(mapping, entry, before);
    }
  }

  /** What stands in an entry that a later one replaces has no path of its own. */
  @SuppressWarnings("ReferenceEquality") // which of several entries counts, not what it says
  private void forgetHidden(YamlMapping mapping, YamlEntry entry, int before) {
    if (found.size() > before && mapping.own(entry.name()) != entry) {
      found.subList(before, found.size()).clear();
    }
  }

  private YamlPath path(int depth) {
    List<YamlPath.Segment> segments = new ArrayList<>(start.segments());
    segments.addAll(YamlPath.of(way.subList(0, depth).toArray()).segments());
    return new YamlPath(segments);
  }

  private List<Mismatch.Level> levels() {
    List<Mismatch.Level> out = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      out.add(new Mismatch.Level(path(depths.get(i)), types.get(i)));
    }
    return out;
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.resolve() instanceof ScalarValue.Null;
  }

  /** Without quotes, <code>{{ .Values.x }}</code> is read as a mapping with a mapping for a key. */
  private static boolean isTemplate(YamlNode node) {
    return node instanceof YamlScalar scalar
        ? isTemplate(scalar.value())
        : node instanceof YamlMapping mapping
            && mapping.flow()
            && mapping.entries().size() == 1
            && mapping.entries().getFirst().key() instanceof YamlMapping;
  }

  private static boolean isTemplate(String text) {
    return text.contains("${")
        || text.contains("{{")
        || text.contains("$(")
        || text.startsWith(SOPS);
  }
}
