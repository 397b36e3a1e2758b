package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.regex.Pattern;

/** Single fields of a container: words from a list, numbers in a range, names and paths. */
final class ContainerFieldRules {
  private static final long LARGEST = Integer.MAX_VALUE;
  private static final Pattern ENV_NAME = Pattern.compile("[ -<>-~]+");

  private static final FieldTree CONTAINER = container();

  private ContainerFieldRules() {}

  private static FieldTree container() {
    FieldTree tree =
        new FieldTree()
            .add(FieldRule.oneOf("Always", "IfNotPresent", "Never"), "imagePullPolicy")
            .add(FieldRule.oneOf("File", "FallbackToLogsOnError"), "terminationMessagePolicy")
            .add(
                FieldRule.text(
                    image -> image.strip().equals(image),
                    "“%s” must not begin or end with a space"),
                "image")
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
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      tree.add(FieldRule.oneOf("HTTP", "HTTPS"), probe + ".httpGet.scheme")
          .add(Forms.PORT, probe + ".httpGet.port", probe + ".tcpSocket.port", probe + ".grpc.port")
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

  static void check(ContainerView container, Found found) {
    CONTAINER.check(container.at(), found);
    DeviceRules.check(container.at().get("resources"), found);
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
