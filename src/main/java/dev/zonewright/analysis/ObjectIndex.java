package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.query.Earlier;
import dev.zonewright.kube.query.ObjectSource;
import dev.zonewright.kube.query.Outdated;
import dev.zonewright.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the objects that others refer to. */
final class ObjectIndex implements ObjectSource {
  private final Map<Key, KubeObject> byName = new HashMap<>();
  private final IdentityHashMap<KubeObject, KubeObject> firsts = new IdentityHashMap<>();
  private final Lists lists;
  private final List<YamlDocument> loose;
  private final Supplier<Optional<String>> unreadBinding;
  private volatile @Nullable String firstUnread;
  private final FileNamespaces files;

  /** The name of an object in the cluster; the namespace is empty for kinds without one. */
  record Key(String kind, String namespace, String name) {
    static Key of(String kind, String namespace, String name) {
      if (KubeObject.isClusterScoped(kind)) {
        return new Key(kind, "", name);
      }
      return new Key(kind, namespace.isEmpty() ? Tenants.DEFAULT : namespace, name);
    }

    // written out: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && name.equals(key.name)
          && kind.equals(key.kind)
          && namespace.equals(key.namespace);
    }

    @Override
    public int hashCode() {
      return (name.hashCode() * 31 + kind.hashCode()) * 31 + namespace.hashCode();
    }
  }

  /** The objects of each kind, and those of each kind in each namespace. */
  record Lists(Map<Key, List<KubeObject>> byKind, Map<Key, List<KubeObject>> byNamespace) {
    static final Lists NONE = new Lists(Map.of(), Map.of());

    /** The lists whose objects are all still there. */
    Lists without(Outdated outdated) {
      Map<Key, List<KubeObject>> kinds = new HashMap<>(byKind);
      Map<Key, List<KubeObject>> namespaces = new HashMap<>(byNamespace);
      kinds.values().removeIf(outdated::anyObject);
      namespaces.values().removeIf(outdated::anyObject);
      return new Lists(kinds, namespaces);
    }
  }

  /**
   * Indexes objects.
   *
   * @param before the index of an earlier analysis: a list of it that holds the same objects is
   *     used again, so that questions about it are compared by identity
   */
  ObjectIndex(Iterable<List<KubeObject>> documents, Lists before, FileNamespaces files) {
    this(documents, List.of(), Optional::empty, before, files);
  }

  /**
   * The same with documents that hold no object.
   *
   * @param loose those without a kind whose root is a list
   * @param unreadBinding tells what may bind an account without being seen
   */
  ObjectIndex(
      Iterable<List<KubeObject>> documents,
      List<YamlDocument> loose,
      Supplier<Optional<String>> unreadBinding,
      Lists before,
      FileNamespaces files) {
    this.files = files;
    this.loose = List.copyOf(loose);
    this.unreadBinding = unreadBinding;
    Map<Key, List<KubeObject>> byKind = new HashMap<>();
    Map<Key, List<KubeObject>> byNamespace = new HashMap<>();
    Set<Key> repeated = new HashSet<>();
    for (List<KubeObject> objects : documents) {
      for (KubeObject object : objects) {
        Key key = Key.of(object.kind(), object.namespace(), object.name());
        KubeObject known = byName.putIfAbsent(key, object);
        if (known != null) {
          byName.put(key, firstOf(known, object));
          repeated.add(key);
        }
        byKind.computeIfAbsent(new Key(object.kind(), "", ""), _ -> new ArrayList<>()).add(object);
        byNamespace
            .computeIfAbsent(new Key(key.kind(), key.namespace(), ""), _ -> new ArrayList<>(1))
            .add(object);
      }
    }
    byKind.replaceAll((key, list) -> same(before.byKind().get(key), list));
    byNamespace.replaceAll((key, list) -> same(before.byNamespace().get(key), list));
    lists = new Lists(byKind, byNamespace);
    if (!repeated.isEmpty()) {
      findFirsts(documents, repeated);
    }
  }

  /** Once more through all of them, so that one that nothing repeats costs no entry. */
  private void findFirsts(Iterable<List<KubeObject>> documents, Set<Key> repeated) {
    Map<ObjectRef, KubeObject> seen = new HashMap<>();
    for (List<KubeObject> objects : documents) {
      for (KubeObject object : objects) {
        Key key = Key.of(object.kind(), object.namespace(), object.name());
        if (repeated.contains(key) && Earlier.isNamed(object)) {
          KubeObject first =
              seen.putIfAbsent(
                  new ObjectRef(object.group(), key.kind(), key.namespace(), key.name()), object);
          if (first != null) {
            firsts.put(object, first);
          }
        }
      }
    }
  }

  private static List<KubeObject> same(@Nullable List<KubeObject> known, List<KubeObject> list) {
    return known != null && known.equals(list) ? known : List.copyOf(list);
  }

  private static KubeObject firstOf(KubeObject first, KubeObject second) {
    // of a Namespace the labels count that a server has in the end
    boolean replaced = second.kind().equals("Namespace") && second.group().isEmpty();
    return replaced || (first.isOfCustomKind() && !second.isOfCustomKind()) ? second : first;
  }

  /** All objects, to be compared with in the next analysis. */
  Lists known() {
    return lists;
  }

  @Override
  public Optional<KubeObject> object(String kind, String namespace, String name) {
    return Optional.ofNullable(byName.get(Key.of(kind, namespace, name)));
  }

  @Override
  public List<KubeObject> objects(String kind) {
    return lists.byKind().getOrDefault(new Key(kind, "", ""), List.of());
  }

  @Override
  public List<KubeObject> objects(String kind, String namespace) {
    return lists.byNamespace().getOrDefault(Key.of(kind, namespace, ""), List.of());
  }

  @Override
  public List<String> customKinds(String namespace) {
    String wanted = Key.of("", namespace, "").namespace();
    return lists.byNamespace().entrySet().stream()
        .filter(of -> of.getKey().namespace().equals(wanted))
        .filter(of -> of.getValue().stream().anyMatch(KubeObject::isOfCustomKind))
        .map(of -> of.getKey().kind())
        .sorted()
        .toList();
  }

  @Override
  public Optional<Earlier> earlier(KubeObject object) {
    return Optional.ofNullable(firsts.get(object))
        .map(first -> {
          String file = files.fileOf(first.root().document());
          boolean other = !file.equals(files.fileOf(object.root().document()));
          return new Earlier(
              ObjectRef.of(first),
              first.root().path(),
              other ? Optional.of(file) : Optional.empty());
        });
  }

  @Override
  public List<YamlDocument> lists() {
    return loose;
  }

  @Override
  public Optional<String> unreadBinding() {
    // all documents are looked through for it, and each account asks
    String known = firstUnread;
    if (known == null) {
      known = unreadBinding.get().orElse("");
      firstUnread = known;
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }

  @Override
  public Optional<String> namespaceOfFile(YamlDocument document) {
    return files.of(document);
  }
}
