package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/**
 * What must stand in an object that runs pods: containers, a selector where the server makes none,
 * and in volumes, variables, ports and probes what they are nothing without. Asked of the kinds of
 * Kubernetes only, and not of what is, or likely is, a patch, for the manifest that it is laid over
 * says the rest.
 */
final class RequiredRules {
  private static final Set<String> SELECTING =
      Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");

  private static final FieldTree POD =
      new FieldTree()
          .add(
              FieldRule.needs("secretName", "a secret volume needs secretName"), "volumes[].secret")
          .add(
              FieldRule.needs("claimName", "the volume needs the name of its claim"),
              "volumes[].persistentVolumeClaim")
          .add(FieldRule.needs("path", "a hostPath needs a path"), "volumes[].hostPath")
          .add(
              FieldRule.needs("path", "the file of a token needs a path"),
              "volumes[].projected.sources[].serviceAccountToken")
          .add(
              FieldRule.needs("type", "a profile needs a type"),
              "securityContext.seccompProfile",
              "securityContext.appArmorProfile")
          .add(
              FieldRule.needs("topologyKey", "the term needs topologyKey"),
              "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[]",
              "affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[]",
              "topologySpreadConstraints[]")
          .add(
              RequiredRules::terms,
              "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution");

  private static final FieldTree CONTAINER =
      new FieldTree()
          .add(FieldRule.needs("containerPort", "a port needs containerPort"), "ports[]")
          .add(FieldRule.needs("mountPath", "a mount needs mountPath"), "volumeMounts[]")
          .add(
              FieldRule.needs("type", "a profile needs a type"),
              "securityContext.seccompProfile",
              "securityContext.appArmorProfile")
          .add(
              FieldRule.needs("key", "the source of a variable needs a key"),
              "env[].valueFrom.secretKeyRef",
              "env[].valueFrom.configMapKeyRef")
          .add(
              FieldRule.needs("port", "a probe needs a port"),
              "livenessProbe.httpGet",
              "livenessProbe.tcpSocket",
              "readinessProbe.httpGet",
              "readinessProbe.tcpSocket",
              "startupProbe.httpGet",
              "startupProbe.tcpSocket")
          .add(RequiredRules::source, "env[].valueFrom", "envFrom[]")
          .add(RequiredRules::handler, "livenessProbe", "readinessProbe", "startupProbe");

  private RequiredRules() {}

  static void check(KubeObject object, Found found) {
    if (PodViews.specPath(object).isEmpty()
        || object.kind().equals("DeploymentConfig")
        || Patch.objection(object).isPresent()) {
      return;
    }
    for (PodView pod : PodViews.of(object)) {
      YamlCursor containers = pod.spec().get("containers");
      boolean none =
          !containers.isSet() || (containers.isSequence() && containers.items().isEmpty());
      if (none && !UnknownValue.hides(containers)) {
        found.applied(containers, "a pod needs at least one container, and there is none");
      }
      POD.check(pod.spec(), found);
      pod.containers().forEach(c -> CONTAINER.check(c.at(), found));
    }
    YamlCursor spec = object.root().get("spec");
    YamlCursor selector = spec.get("selector");
    boolean asked =
        SELECTING.contains(object.kind())
            && object.root().get("apiVersion").raw().equals("apps/v1");
    boolean empty = !selector.isSet() || (selector.isMapping() && selector.entries().isEmpty());
    if (asked && empty && !UnknownValue.hides(selector)) {
      found.applied(selector, "a %s needs a selector for its pods".formatted(object.kind()));
    }
  }

  private static void terms(YamlCursor at, Found found) {
    YamlCursor terms = at.get("nodeSelectorTerms");
    if (at.isMapping() && terms.items().isEmpty() && !UnknownValue.hides(terms)) {
      found.applied(terms, "the affinity needs at least one of nodeSelectorTerms");
    }
  }

  private static void source(YamlCursor from, Found found) {
    boolean none =
        from.isMapping()
            && !UnknownValue.isPlaceholder(from)
            && from.entries().stream().noneMatch(e -> e.isSet() && !e.key().equals("prefix"));
    if (none) {
      found.applied(from, "%s names no source".formatted(from.isItem() ? "envFrom" : from.key()));
    }
  }

  private static void handler(YamlCursor probe, Found found) {
    boolean none =
        probe.isMapping()
            && probe.entries().stream()
                .noneMatch(e ->
                    ContainerRules.HANDLERS.contains(e.key()) || UnknownValue.isPlaceholder(e));
    if (none && !UnknownValue.isPlaceholder(probe)) {
      found.applied(probe, "a probe needs a handler: exec, httpGet, tcpSocket or grpc");
    }
  }
}
