package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query that the opened objects answer themselves. An object in an answer is another one whenever
 * its document was edited; a query that takes from it only what it needs keeps its own answer then.
 *
 * @param <T> the answer
 */
public sealed interface BaseQuery<T> extends Query<T> {
  /** The answer of these objects. */
  T of(ObjectSource objects);

  @Override
  default T answer(Cluster cluster) {
    return cluster.ask(this);
  }

  /** The object of this kind and name, as {@code ClusterLookup.object} finds it. */
  record Named(String kind, String namespace, String name)
      implements BaseQuery<Optional<KubeObject>> {
    @Override
    public Optional<KubeObject> of(ObjectSource objects) {
      return objects.object(kind, namespace, name);
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Named that
          && name.equals(that.name)
          && namespace.equals(that.namespace)
          && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
      return (name.hashCode() * 31 + kind.hashCode()) * 31 + namespace.hashCode();
    }
  }

  /** The object that a reference names, of its API group; the first where several have the name. */
  record Tree(ObjectRef object) implements BaseQuery<Optional<KubeObject>> {
    @Override
    public Optional<KubeObject> of(ObjectSource objects) {
      return objects.objects(object.kind(), object.namespace()).stream()
          .filter(o -> ObjectRef.of(o).equals(object))
          .findFirst();
    }
  }

  /** All objects of a kind, in the order of files and documents. */
  record OfKind(String kind) implements BaseQuery<List<KubeObject>> {
    @Override
    public List<KubeObject> of(ObjectSource objects) {
      return objects.objects(kind);
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfKind that && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
      return kind.hashCode();
    }
  }

  /** Those of one namespace; empty for the default one, and for kinds of the whole cluster. */
  record InNamespace(String kind, String namespace) implements BaseQuery<List<KubeObject>> {
    @Override
    public List<KubeObject> of(ObjectSource objects) {
      return objects.objects(kind, namespace);
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof InNamespace that
          && namespace.equals(that.namespace)
          && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode() * 31 + kind.hashCode();
    }
  }

  /** The kinds of the custom resources of one namespace, sorted; empty for the default one. */
  record CustomKinds(String namespace) implements BaseQuery<List<String>> {
    @Override
    public List<String> of(ObjectSource objects) {
      return objects.customKinds(namespace);
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof CustomKinds that && namespace.equals(that.namespace);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode();
    }
  }

  /**
   * The first manifest that writes the same object as this one; empty where this is the first. The
   * answer stays the same whatever is edited within either, and whatever else is opened.
   */
  record EarlierOf(KubeObject object) implements BaseQuery<Optional<Earlier>> {
    @Override
    public Optional<Earlier> of(ObjectSource objects) {
      return objects.earlier(object);
    }

    // by identity: the object is asked about, not what is written in it; see docs/decisions/0025
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof EarlierOf that && object == that.object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  /** The documents without a kind whose root is a list, such as files of rules. */
  record Lists() implements BaseQuery<List<YamlDocument>> {
    @Override
    public List<YamlDocument> of(ObjectSource objects) {
      return objects.lists();
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Lists;
    }

    @Override
    public int hashCode() {
      return 130;
    }
  }

  /** The first thing that may bind an account without being seen, as a clause. */
  record UnreadBinding() implements BaseQuery<Optional<String>> {
    @Override
    public Optional<String> of(ObjectSource objects) {
      return objects.unreadBinding();
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof UnreadBinding;
    }

    @Override
    public int hashCode() {
      return 131;
    }
  }

  /** The namespace that the file of a document is about. */
  record NamespaceOfFile(YamlDocument document) implements BaseQuery<Optional<String>> {
    @Override
    public Optional<String> of(ObjectSource objects) {
      return objects.namespaceOfFile(document);
    }
  }
}
