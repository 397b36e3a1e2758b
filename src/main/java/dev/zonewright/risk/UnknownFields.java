package dev.zonewright.risk;

import dev.zonewright.kube.PodFields;
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

  /** Read by controls that no row is made of. */
  private static final Set<String> NO_ROW = Set.of();

  /** A field, or all whose names start with this and a slash, and the controls that read it. */
  private record Field(String key, Set<String> controls) {
    boolean isAt(YamlPath.Segment segment) {
      return segment instanceof YamlPath.Key(String name)
          && (name.equals(key) || (key.endsWith("/") && name.startsWith(key)));
    }
  }

  // the last key of a path that is one of these decides
  private static final List<Field> FIELDS =
      List.of(
          new Field(PodFields.APP_ARMOR_ANNOTATION, NO_ROW),
          new Field("procMount", NO_ROW),
          new Field("sysctls", NO_ROW),
          new Field("seLinuxOptions", NO_ROW),
          new Field("appArmorProfile", NO_ROW),
          new Field("hostUsers", NO_ROW),
          new Field("allowPrivilegeEscalation", NO_ROW),
          new Field("runAsNonRoot", NO_ROW),
          new Field("runAsUser", NO_ROW),
          new Field("seccompProfile", NO_ROW),
          new Field("windowsOptions", NO_ROW),
          new Field("ports", NO_ROW),
          new Field("os", NO_ROW),
          new Field("livenessProbe", NO_ROW),
          new Field("readinessProbe", NO_ROW),
          new Field("startupProbe", NO_ROW),
          new Field("lifecycle", NO_ROW),
          new Field("claimName", NO_ROW),
          new Field("volumeClaimTemplate", NO_ROW),
          new Field("privileged", Set.of(Controls.PRIVILEGED_CONTAINER)),
          new Field("add", Set.of(Controls.ADDED_CAPABILITY)),
          new Field("drop", Set.of(Controls.UNDROPPED_CAPABILITIES)),
          new Field(
              "capabilities", Set.of(Controls.ADDED_CAPABILITY, Controls.UNDROPPED_CAPABILITIES)),
          new Field("securityContext", CONTAINERS),
          new Field("containers", CONTAINERS),
          new Field("initContainers", CONTAINERS),
          new Field("ephemeralContainers", CONTAINERS),
          // what a projected volume holds decides about no row
          new Field("projected", Set.of()),
          new Field("resources", Set.of(Controls.MISSING_LIMITS)),
          new Field("env", Set.of(Controls.LITERAL_CREDENTIAL, Controls.SECRET_IN_ENVIRONMENT)),
          new Field("envFrom", Set.of(Controls.LITERAL_CREDENTIAL, Controls.SECRET_IN_ENVIRONMENT)),
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
    for (YamlPath.Segment segment : path.segments().reversed()) {
      for (Field field : FIELDS) {
        if (field.isAt(segment)) {
          return field.controls().contains(control);
        }
      }
    }
    return true;
  }
}
