package dev.zonewright.kube.query;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The present questions, each asked as a query. */
public record QueryLookup(Cluster cluster) implements ClusterLookup {
  /** A question as a query. */
  private record Derived<T>(Question<T> question) implements Query<T> {
    @Override
    public T answer(Cluster cluster) {
      return question.answer(new QueryLookup(cluster));
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Derived<?> that && question.equals(that.question);
    }

    @Override
    public int hashCode() {
      return question.hashCode();
    }
  }

  @Override
  public <T> T ask(Question<T> question) {
    return cluster.ask(new Derived<>(question));
  }

  @Override
  public List<String> runtimeClassesWithHandler(String handler) {
    return cluster.ask(new ClassesWithHandler(handler));
  }

  @Override
  public Optional<KubeObject> object(String kind, String namespace, String name) {
    return cluster.ask(new BaseQuery.Named(kind, namespace, name));
  }

  @Override
  public List<KubeObject> objects(String kind) {
    return cluster.ask(new BaseQuery.OfKind(kind));
  }

  @Override
  public List<KubeObject> objects(String kind, String namespace) {
    return cluster.ask(new BaseQuery.InNamespace(kind, namespace));
  }

  @Override
  public List<KubeObject> bindingsNaming(String subject) {
    return cluster.ask(new BindingsByName.Named(BindingsByName.By.SUBJECT, subject));
  }

  @Override
  public List<KubeObject> bindingsOf(String role) {
    return cluster.ask(new BindingsByName.Named(BindingsByName.By.ROLE, role));
  }

  @Override
  public List<KubeObject> aggregatingRoles() {
    return cluster.ask(new AggregatingRoles());
  }

  @Override
  public Optional<String> unreadBinding() {
    return cluster.ask(new BaseQuery.UnreadBinding());
  }

  @Override
  public Optional<String> namespaceOfFile(YamlDocument document) {
    return cluster.ask(new BaseQuery.NamespaceOfFile(document));
  }
}
