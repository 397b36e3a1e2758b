package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessReader;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.AccessRole;
import dev.zonewright.kube.access.AccessRule;
import dev.zonewright.kube.custom.CustomKinds;
import dev.zonewright.kube.custom.CustomName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Custom resources for which an operator makes pods, so that who makes them makes pods. */
public final class PodMakers {
  private static final List<String> VERBS = List.of("create", "update", "patch");

  // a machine's disks and its launcher are a pod's
  private static final List<CustomName> MACHINES =
      Stream.of("virtualmachines", "virtualmachineinstances", "virtualmachineinstancereplicasets")
          .map(resource -> new CustomName("kubevirt.io", resource))
          .toList();

  private static final List<CustomName> ALL =
      Stream.concat(CustomKinds.names().stream(), MACHINES.stream()).toList();

  private PodMakers() {}

  /** How rules name them. */
  public static List<CustomName> all() {
    return ALL;
  }

  /**
   * What to ask, of every namespace: only what a rule of the opened roles grants somebody. A rule
   * for all resources of all groups is not looked at, for it gives pods themselves.
   */
  static List<AccessRequest.OnResource> in(Collection<KubeObject> objects) {
    Set<AccessRequest.OnResource> out = new LinkedHashSet<>();
    List<AccessRule> rules =
        objects.stream()
            .map(AccessReader::role)
            .flatMap(Optional::stream)
            .map(AccessRole::rules)
            .flatMap(List::stream)
            .filter(r -> !(r.groups().contains("*") && r.resources().contains("*")))
            .toList();
    for (CustomName name : ALL) {
      for (String verb : VERBS) {
        AccessRequest.OnResource request =
            new AccessRequest.OnResource(verb, name.group(), name.resource(), "", "", "");
        if (rules.stream().anyMatch(r -> r.grants(request))) {
          out.add(request);
        }
      }
    }
    return List.copyOf(out);
  }
}
