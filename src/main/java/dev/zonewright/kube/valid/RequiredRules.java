package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.volume.RequiredSources;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
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
              FieldRule.needs("topologyKey", "the term needs topologyKey"),
              "affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm",
              "affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm")
          .add(
              FieldRule.needs("weight", "a preference needs a weight"),
              "affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[]",
              "affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[]",
              "affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[]")
          .add(
              FieldRule.needs("maxSkew", "the constraint needs maxSkew"),
              "topologySpreadConstraints[]")
          .add(
              FieldRule.needs("whenUnsatisfiable", "the constraint needs whenUnsatisfiable"),
              "topologySpreadConstraints[]")
          .add(FieldRule.needs("ip", "a host alias needs an IP address"), "hostAliases[]")
          .add(FieldRule.needs("name", "a scheduling gate needs a name"), "schedulingGates[]")
          .add(
              FieldRule.needs("conditionType", "a readiness gate needs conditionType"),
              "readinessGates[]")
          .add(FieldRule.needs("name", "a sysctl needs a name"), "securityContext.sysctls[]")
          .add(FieldRule.needs("name", "os needs a name: linux or windows"), "os")
          .add(FieldRule.needs("name", "an option of DNS needs a name"), "dnsConfig.options[]")
          .add(FieldRule.needs("name", "a volume needs a name"), "volumes[]")
          .add(
              RequiredRules::terms,
              "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution");

  private static final FieldTree CONTAINER =
      new FieldTree()
          .add(FieldRule.needs("fieldPath", "fieldRef needs fieldPath"), "env[].valueFrom.fieldRef")
          .add(
              FieldRule.needs("resource", "the source of a variable needs a resource"),
              "env[].valueFrom.resourceFieldRef")
          .add(
              RequiredRules::command,
              "livenessProbe.exec",
              "readinessProbe.exec",
              "startupProbe.exec",
              "lifecycle.postStart.exec",
              "lifecycle.preStop.exec")
          .add(RequiredRules::hook, "lifecycle.postStart", "lifecycle.preStop")
          .add(
              FieldRule.needs("port", "a hook needs a port"),
              "lifecycle.postStart.httpGet",
              "lifecycle.postStart.tcpSocket",
              "lifecycle.preStop.httpGet",
              "lifecycle.preStop.tcpSocket")
          .add(FieldRule.needs("containerPort", "a port needs containerPort"), "ports[]")
          .add(FieldRule.needs("mountPath", "a mount needs mountPath"), "volumeMounts[]")
          .add(
              FieldRule.needs("name", "a mount needs the name of its volume"),
              "volumeMounts[]",
              "volumeDevices[]")
          .add(FieldRule.needs("devicePath", "a device needs devicePath"), "volumeDevices[]")
          .add(FieldRule.needs("name", "a variable needs a name"), "env[]")
          .add(
              FieldRule.needs("name", "the source of variables needs a name"),
              "env[].valueFrom.secretKeyRef",
              "env[].valueFrom.configMapKeyRef",
              "envFrom[].secretRef",
              "envFrom[].configMapRef")
          .add(
              FieldRule.needs("name", "a header needs a name"),
              "livenessProbe.httpGet.httpHeaders[]",
              "readinessProbe.httpGet.httpHeaders[]",
              "startupProbe.httpGet.httpHeaders[]",
              "lifecycle.postStart.httpGet.httpHeaders[]",
              "lifecycle.preStop.httpGet.httpHeaders[]")
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
              "startupProbe.tcpSocket",
              "livenessProbe.grpc",
              "readinessProbe.grpc",
              "startupProbe.grpc")
          .add(RequiredRules::source, "env[].valueFrom", "envFrom[]")
          .add(RequiredRules::handler, "livenessProbe", "readinessProbe", "startupProbe");

  /** In a template, what is run later may fill it in. */
  private static final FieldTree REFERENCE =
      new FieldTree()
          .add(
              FieldRule.needs("reference", "an image volume needs a reference"), "volumes[].image");

  private static final FieldRule NAME = FieldRule.needs("name", "a container needs a name");
  private static final FieldRule IMAGE = FieldRule.needs("image", "a container needs an image");
  private static final FieldRule SCHEDULE =
      FieldRule.needs("schedule", "a CronJob needs a schedule");
  private static final FieldRule RESTARTS =
      FieldRule.needs("restartPolicy", "a job needs restartPolicy: Never or OnFailure");

  private RequiredRules() {}

  static void check(KubeObject object, Found found) {
    if (PodViews.specPath(object).isEmpty() || object.kind().equals("DeploymentConfig")) {
      return;
    }
    if (Patch.objection(object).isPresent()) {
      if (!Patch.is(object)) {
        PodViews.of(object).stream()
            .filter(pod -> isWhole(object, pod))
            .forEach(pod -> images(pod, found));
      }
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
      RequiredSources.check(pod.spec().get("volumes"), found);
      if (pod.isBarePod()) {
        REFERENCE.check(pod.spec(), found);
      }
      images(pod, found);
      DeviceRules.claims(pod, found);
      for (ContainerView container : pod.containers()) {
        NAME.check(container.at(), found);
        CONTAINER.check(container.at(), found);
        DeviceRules.besidePages(container, found);
      }
      if (object.group().equals("batch") && pod.spec().isMapping()) {
        RESTARTS.check(pod.spec(), found);
      }
    }
    if (object.kind().equals("CronJob")) {
      SCHEDULE.check(object.root().get("spec"), found);
    }
    if (object.kind().equals("StatefulSet")) {
      object
          .root()
          .get("spec", "volumeClaimTemplates")
          .items()
          .forEach(template -> RequiredSources.claim(template, found));
    }
    YamlCursor spec = object.root().get("spec");
    YamlCursor selector = spec.get("selector");
    boolean asked =
        SELECTING.contains(object.kind())
            && object.root().get("apiVersion").raw().equals("apps/v1");
    YamlCursor labels = spec.get("template", "metadata", "labels");
    // its selector is that of its template, where it has none itself
    boolean none =
        object.kind().equals("ReplicationController")
            && object.group().isEmpty()
            && !labels.isSet()
            && !UnknownValue.hides(labels);
    boolean empty =
        !selector.isSet()
            || (selector.isMapping()
                && selector.entries().stream().allMatch(RequiredRules::isEmpty));
    if ((asked || none) && empty && !UnknownValue.hides(selector)) {
      found.applied(selector, "a %s needs a selector for its pods".formatted(object.kind()));
    }
  }

  /**
   * Whether what a patch has no need to say stands beside a container without an image: labels and
   * the selector that finds them, when a job runs, or containers that have images. Pods by
   * themselves are hardly ever patched, so one needs only to be more than a name and containers: a
   * patch names each of these.
   */
  private static boolean isWhole(KubeObject object, PodView pod) {
    YamlCursor spec = object.root().get("spec");
    return switch (object.kind()) {
      case "Pod" ->
          pod.place().metadata().get("labels").isSet()
              || pod.place().metadata().get("generateName").isSet()
              || pod.containers().stream()
                  .anyMatch(c -> c.at().get("image").isSet() || !c.at().get("name").isSet())
              || pod.containers().stream().allMatch(c -> c.at().entries().size() == 1);
      case "Job" -> pod.spec().get("restartPolicy").isSet();
      case "CronJob" -> spec.get("schedule").isSet() && pod.spec().get("restartPolicy").isSet();
      default -> spec.get("selector").isSet() && pod.place().metadata().get("labels").isSet();
    };
  }

  private static boolean isEmpty(YamlCursor at) {
    return !at.isSet()
        || (at.isMapping() && at.entries().isEmpty())
        || (at.isSequence() && at.items().isEmpty());
  }

  private static void images(PodView pod, Found found) {
    pod.containers().forEach(container -> IMAGE.check(container.at(), found));
  }

  private static void command(YamlCursor exec, Found found) {
    YamlCursor command = exec.get("command");
    if (exec.isMapping() && command.items().isEmpty() && !UnknownValue.hides(command)) {
      found.applied(command, "exec needs a command");
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
      found.applied(from, "%s has no source".formatted(from.isItem() ? "envFrom" : from.key()));
    }
  }

  private static void handler(YamlCursor probe, Found found) {
    if (hasNone(probe, ContainerRules.HANDLERS)) {
      found.applied(probe, "a probe needs a handler: exec, httpGet, tcpSocket or grpc");
    }
  }

  private static void hook(YamlCursor hook, Found found) {
    if (hasNone(hook, ContainerRules.HOOKS)) {
      found.applied(hook, "a hook needs a handler: exec, httpGet, tcpSocket or sleep");
    }
  }

  private static boolean hasNone(YamlCursor at, List<String> handlers) {
    return at.isMapping()
        && !UnknownValue.isPlaceholder(at)
        && at.entries().stream().noneMatch(UnknownValue::isPlaceholder)
        && handlers.stream().noneMatch(handler -> at.get(handler).isSet());
  }
}
