package dev.zonewright.analysis;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Tenants;
import dev.zonewright.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the objects that others refer to. */
final class ObjectIndex implements ClusterLookup {
  private final Map<Key, KubeObject> byName = new HashMap<>();
  private final Map<String, List<KubeObject>> byKind;
  private final FileNamespaces files;

  /** The name of an object in the cluster; the namespace is empty for kinds without one. */
  private record Key(String kind, String namespace, String name) {
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

  /**
   * Indexes objects.
   *
   * @param before the index of an earlier analysis: a list of it that holds the same objects is
   *     used again, so that questions about it are compared by identity
   */
  ObjectIndex(
      Iterable<List<KubeObject>> documents,
      Map<String, List<KubeObject>> before,
      FileNamespaces files) {
    this.files = files;
    Map<String, List<KubeObject>> lists = new HashMap<>();
    for (List<KubeObject> objects : documents) {
      for (KubeObject object : objects) {
        Key key = Key.of(object.kind(), object.namespace(), object.name());
        byName.merge(key, object, ObjectIndex::firstOf);
        lists.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(object);
      }
    }
    lists.replaceAll((kind, list) -> {
      List<KubeObject> known = before.getOrDefault(kind, List.of());
      return known.equals(list) ? known : List.copyOf(list);
    });
    byKind = Map.copyOf(lists);
  }

  private static KubeObject firstOf(KubeObject first, KubeObject second) {
    return first.isOfCustomKind() && !second.isOfCustomKind() ? second : first;
  }

  /** All objects by their kind. */
  Map<String, List<KubeObject>> byKind() {
    return byKind;
  }

  @Override
  public List<String> runtimeClassesWithHandler(String handler) {
    return objects("RuntimeClass").stream()
        .filter(c -> c.root().get("handler").string().orElse("").equals(handler))
        .filter(c -> runtimeClass(c.name()).filter(c::equals).isPresent())
        .map(KubeObject::name)
        .sorted()
        .toList();
  }

  @Override
  public Optional<KubeObject> object(String kind, String namespace, String name) {
    return Optional.ofNullable(byName.get(Key.of(kind, namespace, name)));
  }

  @Override
  public List<KubeObject> objects(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  @Override
  public Optional<String> namespaceOfFile(YamlDocument document) {
    return files.of(document);
  }

  /** A question asked of the index, so that it can be asked again. */
  sealed interface Question {
    record WithHandler(String handler) implements Question {}

    record Named(String kind, String namespace, String name) implements Question {}

    record OfKind(String kind) implements Question {}

    record OfFile(YamlDocument document) implements Question {}

    default Object askOf(ClusterLookup index) {
      return switch (this) {
        case WithHandler(String handler) -> index.runtimeClassesWithHandler(handler);
        case Named(String kind, String namespace, String name) ->
            index.object(kind, namespace, name);
        case OfKind(String kind) -> index.objects(kind);
        case OfFile(YamlDocument document) -> index.namespaceOfFile(document);
      };
    }
  }

  /** A question with its answer, so that a result can be kept as long as the answers stay. */
  record Answer(Question question, Object answer) {
    boolean stillHolds(ClusterLookup index) {
      return Objects.equals(answer, question.askOf(index));
    }
  }

  /** Notes every question. */
  static final class Recording implements ClusterLookup {
    private final ClusterLookup index;
    private final List<Answer> answers;

    Recording(ClusterLookup index, List<Answer> answers) {
      this.index = index;
      this.answers = answers;
    }

    private <T> T noted(Question question, T answer) {
      answers.add(new Answer(question, answer));
      return answer;
    }

    @Override
    public List<String> runtimeClassesWithHandler(String handler) {
      return noted(new Question.WithHandler(handler), index.runtimeClassesWithHandler(handler));
    }

    @Override
    public Optional<KubeObject> object(String kind, String namespace, String name) {
      return noted(new Question.Named(kind, namespace, name), index.object(kind, namespace, name));
    }

    @Override
    public List<KubeObject> objects(String kind) {
      return noted(new Question.OfKind(kind), index.objects(kind));
    }

    @Override
    public Optional<String> namespaceOfFile(YamlDocument document) {
      return noted(new Question.OfFile(document), index.namespaceOfFile(document));
    }
  }
}
