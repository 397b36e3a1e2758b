package dev.zonewright.kube.access;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.util.List;

/**
 * A RoleBinding or ClusterRoleBinding.
 *
 * @param role the role that it grants, in the binding's namespace where it is a Role
 * @param rolePath to {@code roleRef} from the root of the document
 * @param builtIn whether every cluster has it
 */
public record AccessBinding(
    ObjectRef ref,
    ObjectRef role,
    List<AccessSubject> subjects,
    YamlPath rolePath,
    boolean builtIn) {
  public AccessBinding {
    subjects = List.copyOf(subjects);
  }

  /** Whether it grants in every namespace and for the whole cluster. */
  public boolean isClusterWide() {
    return ref.kind().equals("ClusterRoleBinding");
  }
}
