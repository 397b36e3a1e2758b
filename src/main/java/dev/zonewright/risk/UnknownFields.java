package dev.zonewright.risk;

import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Set;

/**
 * Which controls could not judge because of an unknown value. An unknown value hides all that
 * should stand below it; of a place that is not listed here everything is taken to depend.
 */
final class UnknownFields {
  private static final Set<String> CONTAINERS =
      Set.of(
          Controls.PRIVILEGED_CONTAINER,
          Controls.ADDED_CAPABILITY,
          Controls.UNDROPPED_CAPABILITIES);

  /** A field, and the controls that read it or below it. */
  private record Field(String key, Set<String> controls) {}

  // the deepest first: the first key that is in a path decides
  private static final List<Field> FIELDS =
      List.of(
          new Field("privileged", Set.of(Controls.PRIVILEGED_CONTAINER)),
          new Field("add", Set.of(Controls.ADDED_CAPABILITY)),
          new Field("drop", Set.of(Controls.UNDROPPED_CAPABILITIES)),
          new Field(
              "capabilities", Set.of(Controls.ADDED_CAPABILITY, Controls.UNDROPPED_CAPABILITIES)),
          // fields of controls on which no row rests
          new Field("allowPrivilegeEscalation", Set.of()),
          new Field("runAsNonRoot", Set.of()),
          new Field("runAsUser", Set.of()),
          new Field("seccompProfile", Set.of()),
          new Field("windowsOptions", Set.of()),
          new Field("ports", Set.of()),
          new Field("hostUsers", Set.of()),
          new Field("os", Set.of()),
          new Field("securityContext", CONTAINERS),
          new Field("containers", CONTAINERS),
          new Field("initContainers", CONTAINERS),
          new Field("ephemeralContainers", CONTAINERS),
          new Field("volumes", Set.of(Controls.HOST_PATH_VOLUME, Controls.DISALLOWED_VOLUME_TYPE)),
          new Field("annotations", Set.of(Controls.UNMANAGED_ZONE_KERNEL)),
          new Field("runtimeClassName", Set.of(Controls.MISSING_EDERA_RUNTIME)),
          new Field("hostNetwork", Set.of(Controls.HOST_NETWORK)),
          new Field("hostPID", Set.of(Controls.HOST_PID)),
          new Field("hostIPC", Set.of(Controls.HOST_IPC)),
          new Field("automountServiceAccountToken", Set.of(Controls.MOUNTED_TOKEN)));

  private UnknownFields() {}

  /** Whether the value at a path decides what this control says. */
  static boolean decideFor(YamlPath path, String control) {
    return FIELDS.stream()
        .filter(field -> path.segments().contains(new YamlPath.Key(field.key())))
        .findFirst()
        .map(field -> field.controls().contains(control))
        .orElse(true);
  }
}
