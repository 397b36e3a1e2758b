package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What of Gatekeeper refuses a hostPath: a constraint without an exception, whose
 * ConstraintTemplate is opened and names {@code hostPath} in its code, as {@code
 * K8sPSPHostFilesystem} of Gatekeeper's library does. What the code computes is not followed.
 */
final class GatekeeperRestraint {
  private static final String TEMPLATES = "templates.gatekeeper.sh";
  private static final String CONSTRAINTS = "constraints.gatekeeper.sh";
  private static final String HOST_PATH = "hostPath";
  private static final String MATCH = "match";

  /** What says whom a constraint is about and takes nobody out. */
  private static final Set<String> WHOLE = Set.of("kinds", "scope");

  private GatekeeperRestraint() {}

  /** The first constraint on all objects of a kind; empty where namespaces may be left out. */
  static Optional<HostPathRestraint> of(
      Function<String, List<KubeObject>> objects, String group, String kind) {
    boolean exempt =
        objects.apply("Config").stream()
            .anyMatch(c ->
                c.group().equals("config.gatekeeper.sh")
                    && !c.root().get("spec", MATCH).items().isEmpty());
    if (exempt) {
      return Optional.empty();
    }
    return objects.apply("ConstraintTemplate").stream()
        .filter(t -> t.group().equals(TEMPLATES) && looksForHostPath(t))
        .map(t -> t.root().get("spec", "crd", "spec", "names", "kind").raw())
        .filter(name -> !name.isEmpty())
        .flatMap(name -> objects.apply(name).stream())
        .filter(c -> c.group().equals(CONSTRAINTS) && refuses(c.root().get("spec"), group, kind))
        .findFirst()
        .map(
            c -> new HostPathRestraint(ObjectRef.of(c), YamlPath.of("spec"), "refuses a hostPath"));
  }

  private static boolean looksForHostPath(KubeObject template) {
    return template.root().get("spec", "targets").items().stream()
        .anyMatch(GatekeeperRestraint::names);
  }

  private static boolean names(YamlCursor at) {
    return at.raw().contains(HOST_PATH)
        || at.entries().stream().anyMatch(GatekeeperRestraint::names)
        || at.items().stream().anyMatch(GatekeeperRestraint::names);
  }

  private static boolean refuses(YamlCursor spec, String group, String kind) {
    String action = spec.get("enforcementAction").raw();
    YamlCursor match = spec.get(MATCH);
    boolean whole =
        match.entries().stream().allMatch(e -> WHOLE.contains(e.key()))
            && !match.get("scope").raw().equals("Cluster");
    boolean meant =
        match.get("kinds").items().isEmpty()
            || match.get("kinds").items().stream()
                .anyMatch(k ->
                    HostPathRestraint.lists(k.get("apiGroups"), group)
                        && HostPathRestraint.lists(k.get("kinds"), kind));
    return (action.isEmpty() || action.equals("deny"))
        && whole
        && meant
        && spec.get("parameters", "allowedHostPaths").items().isEmpty();
  }
}
