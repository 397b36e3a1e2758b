package dev.zonewright.catalogue.zone;

import dev.zonewright.catalogue.pod.ClaimResolver;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.ClassConflict;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.kube.evidence.NodeWork;
import dev.zonewright.kube.evidence.OtherRuntime;
import dev.zonewright.kube.evidence.ZoneMemory;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts a pod into a zone, with what that takes along. */
final class RuntimeChange {
  private static final String EDERA_LABEL = "runtime";

  private static final Set<String> SYSTEM_LABELS =
      Set.of("kubernetes.io/os", "beta.kubernetes.io/os");

  /** Labels that nodes of every kind have; any other is of some of them, perhaps not of Edera's. */
  private static final Pattern COMMON =
      Pattern.compile(
          "(beta\\.)?kubernetes\\.io/(os|arch)|topology\\.kubernetes\\.io/(zone|region)"
              + "|failure-domain\\.beta\\.kubernetes\\.io/(zone|region)");

  /** How Microsoft names images that run on its system alone. */
  private static final Pattern WINDOWS_IMAGE =
      Pattern.compile(
          ".*(mcr\\.microsoft\\.com/windows/|windowsservercore|nanoserver|/windows-).*");

  private RuntimeChange() {}

  /**
   * Whether the pod is sent to Windows nodes by a selector or affinity, whatever it says itself.
   */
  static boolean isForWindows(PodView pod) {
    YamlCursor spec = pod.spec();
    boolean selected =
        SYSTEM_LABELS.stream().anyMatch(label -> isWindows(spec.get("nodeSelector", label).raw()));
    return selected
        || requiredTerms(spec)
            .flatMap(term -> term.get("matchExpressions").items().stream())
            .filter(rule -> SYSTEM_LABELS.contains(rule.get("key").raw()))
            .filter(rule -> rule.get("operator").raw().equals("In"))
            .anyMatch(rule ->
                !rule.get("values").items().isEmpty()
                    && rule.get("values").items().stream().allMatch(v -> isWindows(v.raw())));
  }

  private static boolean isWindows(String system) {
    return system.toLowerCase(Locale.ROOT).equals("windows");
  }

  static String title(PodView pod, String target) {
    int left = OtherRuntime.leftovers(pod).size();
    return left == 0
        ? "Set runtimeClassName to " + target
        : "Set runtimeClassName to %s and remove what belongs to the other runtime"
            .formatted(target);
  }

  static Ground ground(PodView pod, String target, ClusterLookup cluster) {
    Optional<String> objection =
        looksLikeWindows(pod)
            .or(() ->
                NodeWork.of(pod).map(work -> work + ", and a zone keeps it away from the node"))
            .or(() -> OtherRuntime.trace(pod))
            .or(() -> contradiction(pod, target, cluster))
            .or(() -> NodeKinds.objection(pod, cluster))
            .or(() -> tied(pod, target, cluster))
            .or(() ->
                ClaimResolver.onNode(pod, cluster).map(what -> what + ", which may not be Edera's"))
            .or(() -> ofUsers(pod))
            .or(() -> NodeWork.ofKernel(pod))
            .or(() -> ofProcesses(pod))
            .or(() -> ZoneMemory.objection(pod, cluster))
            .or(() -> ofKind(pod));
    return Ground.unless(
        objection,
        "nothing shows that it works on its node or belongs to another runtime"
            + ZoneMemory.notice(pod, cluster).map("; "::concat).orElse("")
            + (cluster.runtimeClass(target).isPresent()
                ? ", and the RuntimeClass %s is opened".formatted(target)
                // no manifest of a tenant holds it: Edera's installation puts it into the cluster
                : "; the cluster must have the RuntimeClass %s, which Edera's installation creates: without it the pod is refused"
                    .formatted(target)));
  }

  /**
   * Signs of Windows beside the fields that say so: a pod with Linux's class never starts there.
   */
  private static Optional<String> looksLikeWindows(PodView pod) {
    for (ContainerView container : pod.containers()) {
      String image = container.at().get("image").raw().toLowerCase(Locale.ROOT);
      if (WINDOWS_IMAGE.matcher(image).matches()) {
        return Optional.of(
            "the image of container %s is for Windows, and zones run Linux"
                .formatted(container.name()));
      }
    }
    boolean set =
        Stream.concat(
                Stream.of(pod.securityContext()),
                pod.containers().stream().map(ContainerView::securityContext))
            .anyMatch(context -> context.get("windowsOptions").isSet());
    if (set) {
      return Optional.of("it has settings for Windows (windowsOptions), and zones run Linux");
    }
    boolean tolerated =
        pod.spec().get("tolerations").items().stream()
            .anyMatch(one -> isWindows(one.get("value").raw()));
    return tolerated
        ? Optional.of("it tolerates a taint of Windows nodes, and zones run Linux")
        : Optional.empty();
  }

  /** What sends the pod to certain nodes, of which nothing shows that Edera runs on them. */
  private static Optional<String> tied(PodView pod, String target, ClusterLookup cluster) {
    YamlCursor node = pod.spec().get("nodeName");
    if (node.isSet()) {
      return Optional.of(
          "it is bound to node %s, which may not be one of Edera's".formatted(node.raw()));
    }
    boolean beside =
        !pod.spec()
            .get("affinity", "podAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
            .items()
            .isEmpty();
    if (beside) {
      return Optional.of(
          "its podAffinity keeps it next to other pods, which may run on nodes without Edera");
    }
    return pod.spec().get("nodeSelector").entries().stream()
        .filter(label -> !isOfClass(label, target, cluster))
        .map(YamlCursor::key)
        .filter(key -> !COMMON.matcher(key).matches())
        .map(key -> "its nodeSelector %s names nodes that may not be Edera's".formatted(key))
        .findFirst()
        .or(() -> tiedByAffinity(pod));
  }

  /** Whether the class asks its nodes for the same, or would where it is as Edera ships it. */
  private static boolean isOfClass(YamlCursor label, String target, ClusterLookup cluster) {
    String wanted =
        cluster
            .runtimeClass(target)
            .map(found -> found.root().get("scheduling", "nodeSelector", label.key()).raw())
            .orElse(label.key().equals(EDERA_LABEL) ? ZoneState.HANDLER : "");
    return !wanted.isEmpty() && wanted.equals(label.raw());
  }

  /** The kubelet starts no pod with users of its own in a runtime that does not know them. */
  private static Optional<String> ofUsers(PodView pod) {
    return pod.spec().get("hostUsers").isFalse()
        ? Optional.of(
            "hostUsers: false gives it its own users, and a pod with them is refused where the"
                + " runtime of the class does not know them")
        : Optional.empty();
  }

  private static Optional<String> ofProcesses(PodView pod) {
    return pod.spec().get("shareProcessNamespace").isTrue()
        ? Optional.of("its containers share their processes, which a zone may not support")
        : Optional.empty();
  }

  static Stream<YamlCursor> requiredTerms(YamlCursor spec) {
    return spec
        .get(
            "affinity",
            "nodeAffinity",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "nodeSelectorTerms")
        .items()
        .stream();
  }

  private static Optional<String> tiedByAffinity(PodView pod) {
    return requiredTerms(pod.spec())
        .flatMap(term ->
            Stream.of("matchExpressions", "matchFields")
                .flatMap(list -> term.get(list).items().stream()))
        .filter(RuntimeChange::isTie)
        .map(rule -> rule.get("key").raw())
        .map(key -> "its node affinity %s names nodes that may not be Edera's".formatted(key))
        .findFirst();
  }

  /** Whether a rule keeps the pod to nodes with a label, or from those with that of the class. */
  private static boolean isTie(YamlCursor rule) {
    String key = rule.get("key").raw();
    String operator = rule.get("operator").raw();
    if (key.equals(EDERA_LABEL)) {
      boolean named =
          rule.get("values").items().stream()
              .anyMatch(value -> value.raw().equals(ZoneState.HANDLER) || value.isPlaceholder());
      return switch (operator) {
        case "In" -> !named;
        case "NotIn" -> named;
        case "DoesNotExist" -> true;
        default -> false;
      };
    }
    return Set.of("In", "Exists", "Gt", "Lt").contains(operator) && !COMMON.matcher(key).matches();
  }

  /** A custom kind may refuse the field, or take it and do nothing. */
  private static Optional<String> ofKind(PodView pod) {
    KubeObject object = pod.object();
    if (object.kind().equals("DaemonSet")) {
      return Optional.of("it runs on every node, and the class keeps it to those with Edera");
    }
    if (pod.containers().isEmpty()) {
      return Optional.of("its containers are not listed here, so what they do is not known");
    }
    if (object.group().endsWith("knative.dev")) {
      return Optional.of(
          "Knative refuses runtimeClassName unless its feature kubernetes.podspec-runtimeclassname"
              + " is on");
    }
    return Optional.empty();
  }

  /** What the class asks of its nodes and the pod says against it. */
  static Optional<String> contradiction(PodView pod, String target, ClusterLookup cluster) {
    if (cluster.runtimeClass(target).isPresent()) {
      return ClassConflict.of(pod, target, cluster).map(ClassConflict::message);
    }
    YamlCursor own = pod.spec().get("nodeSelector", "runtime");
    return own.isSet() && !own.raw().equals(target)
        ? Optional.of(
            "its nodeSelector runtime: %s keeps it from the nodes of the class"
                .formatted(own.raw()))
        : Optional.empty();
  }

  static void make(YamlEditor editor, PodView pod, String target) {
    editor.set(pod.spec().get("runtimeClassName").path(), YamlValue.of(target));
    for (YamlCursor left : OtherRuntime.leftovers(pod).reversed()) {
      YamlCursor around = left.parent().orElse(left);
      boolean last =
          editor.at(around.path()).entries().size() == 1
              || editor.at(around.path()).items().size() == 1;
      boolean whole = left.key().equals("overhead") || !last;
      editor.remove(whole ? left.path() : around.path());
    }
  }
}
