package dev.zonewright.kube.access;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.kube.valid.Refusal;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads roles and bindings out of objects. What has the wrong shape grants nothing. */
public final class AccessReader {
  public static final String GROUP = "rbac.authorization.k8s.io";

  private AccessReader() {}

  /** The role that an object is; empty for every other kind. */
  public static Optional<AccessRole> role(KubeObject object) {
    boolean role = object.kind().equals("Role") || object.kind().equals("ClusterRole");
    if (!role || !isRbac(object)) {
      return Optional.empty();
    }
    ObjectRef ref = refOf(object);
    List<AccessRule> rules = new ArrayList<>();
    for (YamlCursor at : object.root().get("rules").items()) {
      rules.add(
          new AccessRule(
              ref,
              rules.size() + 1,
              at.path(),
              strings(at.get("verbs")),
              strings(at.get("apiGroups")),
              strings(at.get("resources")),
              strings(at.get("resourceNames")),
              strings(at.get("nonResourceURLs"))));
    }
    List<LabelTest> aggregates = new ArrayList<>();
    if (object.kind().equals("ClusterRole")) {
      YamlCursor selectors = object.root().get("aggregationRule", "clusterRoleSelectors");
      selectors.items().forEach(at -> aggregates.add(labelTest(at)));
    }
    return Optional.of(
        new AccessRole(
            ref, labels(object.root().get("metadata", "labels")), rules, aggregates, false));
  }

  /** The binding that an object is; empty for every other kind. */
  public static Optional<AccessBinding> binding(KubeObject object) {
    boolean cluster = object.kind().equals("ClusterRoleBinding");
    if (!isRbac(object) || !(cluster || object.kind().equals("RoleBinding"))) {
      return Optional.empty();
    }
    ObjectRef ref = refOf(object);
    YamlCursor role = object.root().get("roleRef");
    String kind = text(role.get("kind"));
    String namespace = kind.equals("Role") ? ref.namespace() : "";
    List<AccessSubject> subjects = new ArrayList<>();
    for (YamlCursor at : object.root().get("subjects").items()) {
      String written = text(at.get("namespace"));
      // the authorizer looks for an account without a namespace in that of the binding
      String owner = written.isEmpty() && !cluster ? ref.namespace() : written;
      subjects.add(new AccessSubject(text(at.get("kind")), owner, text(at.get("name")), at.path()));
    }
    return Optional.of(
        new AccessBinding(
            ref,
            new ObjectRef(GROUP, kind, namespace, text(role.get("name"))),
            subjects,
            role.path(),
            false));
  }

  /** Why a server refuses a role or a binding, as a sentence; empty when it does not. */
  public static Optional<String> refused(KubeObject object) {
    // what a patch does not say is said by the object that it is merged into
    return !isRbac(object) || object.root().get("$patch").exists()
        ? Optional.empty()
        : reason(object)
            .map(why -> "the API server refuses %s: %s".formatted(refOf(object).label(), why));
  }

  private static Optional<String> reason(KubeObject object) {
    String version = object.apiVersion();
    return version.equals(GROUP + "/v1")
        ? Refusal.of(object)
            .or(() -> RbacProblems.of(object).stream().findFirst().map(p -> p.message()))
        : Optional.of("it does not serve version “%s”".formatted(Masked.within(version)));
  }

  private static boolean isRbac(KubeObject object) {
    return object.group().equals(GROUP);
  }

  /** A Role without a namespace goes to the one that is used by default. */
  static ObjectRef refOf(KubeObject object) {
    String namespace = object.isClusterScoped() ? "" : object.tenant().orElse("");
    return new ObjectRef(GROUP, object.kind(), namespace, object.name());
  }

  /** A server reads an explicit null as if nothing were written. */
  static String text(YamlCursor at) {
    return at.isSet() ? at.raw() : "";
  }

  private static List<String> strings(YamlCursor list) {
    return list.items().stream().filter(YamlCursor::isScalar).map(AccessReader::text).toList();
  }

  private static LabelTest labelTest(YamlCursor at) {
    List<LabelTest.Expression> expressions = new ArrayList<>();
    for (YamlCursor one : at.get("matchExpressions").items()) {
      expressions.add(
          new LabelTest.Expression(
              text(one.get("key")), text(one.get("operator")), strings(one.get("values"))));
    }
    return new LabelTest(labels(at.get("matchLabels")), expressions);
  }

  private static Map<String, String> labels(YamlCursor at) {
    Map<String, String> out = new LinkedHashMap<>();
    at.entries().forEach(e -> out.put(e.key(), text(e)));
    return out;
  }
}
