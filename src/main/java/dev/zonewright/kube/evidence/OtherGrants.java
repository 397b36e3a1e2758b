package dev.zonewright.kube.evidence;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/**
 * Objects that give accounts permissions although they are no bindings of Kubernetes: an operator
 * or a template makes bindings of them.
 */
final class OtherGrants {
  private static final Memo.Key<KubeObject, Boolean> KEY = new Memo.Key<>(OtherGrants::find);

  private static final String ACCOUNT = "system:serviceaccount";

  /** Where whole accounts are listed, as mappings with a kind. */
  private static final Set<String> LISTS = Set.of("subjects", "owners", "members");

  /** Where they are listed as names of users and groups, as OpenShift's bindings do. */
  private static final Set<String> NAMES = Set.of("userNames", "groupNames");

  /** Where the Operator Lifecycle Manager's packages say what their accounts may do. */
  private static final Set<String> PERMISSIONS = Set.of("permissions", "clusterPermissions");

  /** What chooses requests by who makes them, and gives nothing. */
  private static final Set<String> CHOOSING = Set.of("match", "exclude", "metadata", "status");

  private OtherGrants() {}

  static boolean in(KubeObject object) {
    return object.isOfCustomKind() && object.facts().get(KEY, object);
  }

  private static boolean find(KubeObject object) {
    return grants(object.root());
  }

  private static boolean grants(YamlCursor at) {
    for (YamlCursor entry : at.entries()) {
      String key = entry.key();
      if (givesHere(key, entry) || (!CHOOSING.contains(key) && grants(entry))) {
        return true;
      }
    }
    return at.items().stream().anyMatch(OtherGrants::grants);
  }

  private static boolean givesHere(String key, YamlCursor list) {
    if (LISTS.contains(key)) {
      return list.items().stream().anyMatch(OtherGrants::isAccount);
    }
    if (NAMES.contains(key)) {
      return list.items().stream().anyMatch(name -> name.raw().startsWith(ACCOUNT));
    }
    return PERMISSIONS.contains(key)
        && list.items().stream().anyMatch(of -> of.get("serviceAccountName").isSet());
  }

  private static boolean isAccount(YamlCursor subject) {
    return subject.get("kind").raw().equals("ServiceAccount")
        || subject.get("name").raw().startsWith(ACCOUNT);
  }
}
