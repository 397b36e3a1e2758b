package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/** Fields that only one of the two operating systems has, and host processes of Windows. */
final class WindowsRules {
  private static final List<String> OF_POD =
      List.of("hostUsers", "shareProcessNamespace", "resources");
  // false is what these are where nothing is said
  private static final List<String> OF_POD_IF_TRUE = List.of("hostPID", "hostIPC");
  private static final List<String> OF_POD_CONTEXT =
      List.of(
          "seLinuxOptions",
          "seccompProfile",
          "appArmorProfile",
          "fsGroup",
          "fsGroupChangePolicy",
          "sysctls",
          "runAsUser",
          "runAsGroup",
          "seLinuxChangePolicy",
          "supplementalGroups",
          "supplementalGroupsPolicy");
  private static final List<String> OF_CONTAINER_CONTEXT =
      List.of(
          "seLinuxOptions",
          "seccompProfile",
          "appArmorProfile",
          "capabilities",
          "readOnlyRootFilesystem",
          "privileged",
          "allowPrivilegeEscalation",
          "procMount",
          "runAsUser",
          "runAsGroup");

  private WindowsRules() {}

  static void check(PodView pod, Found found) {
    String system = pod.spec().get("os", "name").raw();
    if (system.equals("windows")) {
      forbid(pod.spec(), OF_POD, found);
      forbid(
          pod.spec(),
          OF_POD_IF_TRUE.stream().filter(f -> pod.spec().get(f).isTrue()).toList(),
          found);
      forbid(pod.securityContext(), OF_POD_CONTEXT, found);
      for (ContainerView container : pod.containers()) {
        forbid(container.securityContext(), OF_CONTAINER_CONTEXT, found);
      }
    } else if (system.equals("linux")) {
      linux(pod.securityContext(), found);
      pod.containers().forEach(c -> linux(c.securityContext(), found));
    }
    hostProcess(pod, found);
  }

  private static void forbid(YamlCursor at, List<String> fields, Found found) {
    for (String field : fields) {
      if (at.get(field).isSet()) {
        found.applied(at.get(field), "%s is not allowed where os.name is windows".formatted(field));
      }
    }
  }

  private static void linux(YamlCursor context, Found found) {
    if (context.get("windowsOptions").isSet()) {
      found.applied(
          context.get("windowsOptions"), "windowsOptions is not allowed where os.name is linux");
    }
  }

  private static void hostProcess(PodView pod, Found found) {
    YamlCursor ofPod = pod.securityContext().get("windowsOptions", "hostProcess");
    int with = 0;
    for (ContainerView container : pod.containers()) {
      YamlCursor own = container.securityContext().get("windowsOptions", "hostProcess");
      with += (own.isSet() ? own : ofPod).isTrue() ? 1 : 0;
    }
    if (with == 0) {
      return;
    }
    YamlCursor network = pod.spec().get("hostNetwork");
    if (!network.isTrue() && !network.isPlaceholder()) {
      found.applied(network, "host processes need hostNetwork: true");
    }
    if (with < pod.containers().size()) {
      found.applied(ofPod, "either all containers of a pod are host processes or none is");
    }
  }
}
