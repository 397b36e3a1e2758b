package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Single fields of a container: words from a list, numbers in a range, names and paths. */
final class ContainerFieldRules {
  private static final long LARGEST = Integer.MAX_VALUE;
  private static final int USUAL_GRACE = 30;
  private static final Pattern HEADER = Pattern.compile("[-A-Za-z0-9]+");
  private static final Pattern ENV_NAME = Pattern.compile("[ -<>-~]+");

  private static final FieldTree CONTAINER = container();

  private ContainerFieldRules() {}

  private static FieldTree container() {
    FieldTree tree =
        new FieldTree()
            .add(FieldRule.oneOf("Always", "IfNotPresent", "Never"), "imagePullPolicy")
            .add(FieldRule.oneOf("File", "FallbackToLogsOnError"), "terminationMessagePolicy")
            .add(
                FieldRule.oneOf("Disabled", "IfPossible", "Enabled"),
                "volumeMounts[].recursiveReadOnly")
            .add(FieldRule.oneOf("NotRequired", "RestartContainer"), "resizePolicy[].restartPolicy")
            .add(
                FieldRule.text(
                    path -> !path.startsWith("/") && Forms.isDirect(path),
                    "“%s” must be a relative path without .."),
                "volumeMounts[].subPath")
            .add(Forms.PORT_NAME, "ports[].name")
            .add(Forms.PLACE, "volumeMounts[].subPathExpr")
            .add(ContainerFieldRules::recursive, "volumeMounts[]")
            .add(Forms.PLACE, "securityContext.seccompProfile.localhostProfile")
            .add(
                Forms.OBJECT_NAME,
                "env[].valueFrom.secretKeyRef.name",
                "env[].valueFrom.configMapKeyRef.name")
            .add(
                FieldRule.text(
                    // the server takes it for the start of a name
                    name -> Forms.isObjectName(name.endsWith("-") ? name + "a" : name),
                    Forms.NO_OBJECT_NAME),
                "envFrom[].secretRef.name",
                "envFrom[].configMapRef.name")
            .add(
                FieldRule.text(
                    Forms::isDataKey,
                    "“%s” is not a key of a Secret or ConfigMap: use letters, digits, -, _ and ."),
                "env[].valueFrom.secretKeyRef.key",
                "env[].valueFrom.configMapKeyRef.key")
            .add(
                FieldRule.text(
                    name -> ENV_NAME.matcher(name).matches(),
                    "“%s” is not a prefix of variables: it contains = or a character outside"
                        + " ASCII"),
                "envFrom[].prefix")
            .add(ContainerFieldRules::from, "envFrom[]")
            .add(
                FieldRule.text(
                    name -> ENV_NAME.matcher(name).matches(),
                    "“%s” is not a valid name of a variable: it contains = or a character outside"
                        + " ASCII"),
                "env[].name")
            .add(ContainerFieldRules::variable, "env[]")
            .add(DownwardRules::variable, "env[].valueFrom")
            .add(ContainerFieldRules::hook, "lifecycle.postStart", "lifecycle.preStop")
            .add(
                FieldRule.range(0, LARGEST, "%s must not be negative"),
                "lifecycle.postStart.sleep.seconds",
                "lifecycle.preStop.sleep.seconds")
            .add(
                FieldRule.oneOf("HTTP", "HTTPS"),
                "lifecycle.postStart.httpGet.scheme",
                "lifecycle.preStop.httpGet.scheme")
            .add(
                (at, found) ->
                    found.applied(
                        at, "a readiness probe cannot have terminationGracePeriodSeconds"),
                "readinessProbe.terminationGracePeriodSeconds")
            .add(
                FieldRule.range(0, 1, "%s of this probe must be 1"),
                "livenessProbe.successThreshold",
                "startupProbe.successThreshold");
    for (String asked : List.of("lifecycle.postStart", "lifecycle.preStop")) {
      addRequest(tree, asked);
    }
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      addRequest(tree, probe);
      tree.add(FieldRule.oneOf("HTTP", "HTTPS"), probe + ".httpGet.scheme")
          .add(Forms.PORT, probe + ".grpc.port")
          .add(
              FieldRule.range(1, Long.MAX_VALUE, "%s of a probe must be at least 1"),
              probe + ".terminationGracePeriodSeconds")
          .add(
              FieldRule.range(0, LARGEST, "%s must not be negative"),
              probe + ".initialDelaySeconds",
              probe + ".timeoutSeconds",
              probe + ".periodSeconds",
              probe + ".successThreshold",
              probe + ".failureThreshold");
    }
    return tree;
  }

  /** What a probe and a hook have in common: a request to the container. */
  private static void addRequest(FieldTree tree, String from) {
    tree.add(Forms.PORT, from + ".httpGet.port", from + ".tcpSocket.port")
        .add(Forms.PORT_NAME, from + ".httpGet.port", from + ".tcpSocket.port")
        .add(
            FieldRule.text(
                name -> HEADER.matcher(name).matches(),
                "“%s” is not the name of a header: use letters, digits and hyphens"),
            from + ".httpGet.httpHeaders[].name");
  }

  static void check(ContainerView container, Found found) {
    CONTAINER.check(container.at(), found);
    image(container, found);
    sleep(container, found);
    DeviceRules.check(container.at().get("resources"), found);
  }

  private static void recursive(YamlCursor mount, Found found) {
    YamlCursor how = mount.get("recursiveReadOnly");
    YamlCursor readOnly = mount.get("readOnly");
    boolean writable = readOnly.isFalse() || (!readOnly.isSet() && !UnknownValue.hides(readOnly));
    if (writable && Set.of("Enabled", "IfPossible").contains(how.raw())) {
      found.applied(how, "recursiveReadOnly: %s needs readOnly: true".formatted(how.raw()));
    }
    YamlCursor shared = mount.get("mountPropagation");
    if (!writable
        && Set.of("Enabled", "IfPossible").contains(how.raw())
        && Set.of("HostToContainer", "Bidirectional").contains(shared.raw())) {
      found.applied(how, "recursiveReadOnly and mountPropagation exclude each other");
    }
  }

  /** The server takes it in a template, and refuses the pods that are made from it. */
  private static void image(ContainerView container, Found found) {
    YamlCursor at = container.at().get("image");
    if (Found.text(at).filter(image -> !image.strip().equals(image)).isPresent()) {
      String message = "“%s” must not begin or end with a space".formatted(at.raw());
      if (container.pod().isBarePod()) {
        found.applied(at, message);
      } else {
        found.started(at, message);
      }
    }
  }

  private static void from(YamlCursor from, Found found) {
    if (from.get("secretRef").isSet() && from.get("configMapRef").isSet()) {
      found.applied(from, "an entry of envFrom can have only one source");
    }
  }

  /** The node waits for a hook no longer than for the pod to end. */
  private static void sleep(ContainerView container, Found found) {
    YamlCursor grace = container.pod().spec().get("terminationGracePeriodSeconds");
    Optional<BigInteger> most =
        grace.isSet() || UnknownValue.hides(grace)
            ? Found.number(grace)
            : Optional.of(BigInteger.valueOf(USUAL_GRACE));
    for (String hook : List.of("postStart", "preStop")) {
      YamlCursor seconds = container.at().get("lifecycle", hook, "sleep", "seconds");
      Optional<BigInteger> wanted = Found.number(seconds);
      if (wanted.isPresent() && most.isPresent() && wanted.get().compareTo(most.get()) > 0) {
        found.applied(seconds, "the hook sleeps longer than terminationGracePeriodSeconds");
      }
    }
  }

  private static void hook(YamlCursor at, Found found) {
    if (ContainerRules.HOOKS.stream().filter(h -> at.get(h).isSet()).count() > 1) {
      found.applied(at, "a hook must have exactly one handler");
    }
  }

  private static void variable(YamlCursor at, Found found) {
    YamlCursor from = at.get("valueFrom");
    if (!from.isMapping() || UnknownValue.isPlaceholder(from)) {
      return;
    }
    if (Found.text(at.get("value")).isPresent()) {
      found.applied(from, "a variable can have value or valueFrom, not both");
    }
    List<YamlCursor> sources = from.entries();
    boolean plain =
        sources.stream().noneMatch(s -> s.key().equals("<<") || UnknownValue.isPlaceholder(s));
    if (plain && sources.stream().filter(YamlCursor::isSet).count() > 1) {
      found.applied(sources.getLast(), "a variable can have only one source");
    }
  }
}
