package dev.zonewright.analysis;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Tenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the objects that others refer to; of two with one name the first counts. */
final class ObjectIndex implements ClusterLookup {
  private final Map<String, KubeObject> runtimeClasses = new TreeMap<>();
  private final Map<String, KubeObject> serviceAccounts = new HashMap<>();

  ObjectIndex(Iterable<List<KubeObject>> documents) {
    for (List<KubeObject> objects : documents) {
      for (KubeObject object : objects) {
        switch (object.kind()) {
          case "RuntimeClass" -> runtimeClasses.putIfAbsent(object.name(), object);
          case "ServiceAccount" ->
              serviceAccounts.putIfAbsent(accountKey(object.namespace(), object.name()), object);
          default -> {
            // nothing refers to it yet
          }
        }
      }
    }
  }

  private static String accountKey(String namespace, String name) {
    return (namespace.isEmpty() ? Tenants.DEFAULT : namespace) + "/" + name;
  }

  @Override
  public Optional<KubeObject> runtimeClass(String name) {
    return Optional.ofNullable(runtimeClasses.get(name));
  }

  @Override
  public List<String> runtimeClassesWithHandler(String handler) {
    return runtimeClasses.values().stream()
        .filter(c -> c.root().get("handler").string().orElse("").equals(handler))
        .map(KubeObject::name)
        .toList();
  }

  @Override
  public Optional<KubeObject> serviceAccount(String namespace, String name) {
    return Optional.ofNullable(serviceAccounts.get(accountKey(namespace, name)));
  }

  /**
   * A question asked of the index and its answer, so that a result can be kept as long as the
   * answers stay.
   */
  record Answer(String question, String first, String second, Object answer) {
    boolean stillHolds(ClusterLookup index) {
      return Objects.equals(answer, ask(index));
    }

    private Object ask(ClusterLookup index) {
      return switch (question) {
        case "class" -> index.runtimeClass(first);
        case "handler" -> index.runtimeClassesWithHandler(first);
        default -> index.serviceAccount(first, second);
      };
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

    @Override
    public Optional<KubeObject> runtimeClass(String name) {
      Optional<KubeObject> answer = index.runtimeClass(name);
      answers.add(new Answer("class", name, "", answer));
      return answer;
    }

    @Override
    public List<String> runtimeClassesWithHandler(String handler) {
      List<String> answer = index.runtimeClassesWithHandler(handler);
      answers.add(new Answer("handler", handler, "", answer));
      return answer;
    }

    @Override
    public Optional<KubeObject> serviceAccount(String namespace, String name) {
      Optional<KubeObject> answer = index.serviceAccount(namespace, name);
      answers.add(new Answer("account", namespace, name, answer));
      return answer;
    }
  }
}
