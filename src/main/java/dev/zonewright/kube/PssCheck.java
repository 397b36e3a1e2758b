package dev.zonewright.kube;

import java.util.List;

/**
 * The checks of the Pod Security Standards, as Kubernetes' admission has them at policy version
 * 1.37. Source: Kubernetes, Pod Security Standards; k8s.io/pod-security-admission.
 */
public enum PssCheck {
  HOST_NAMESPACES(PssLevel.BASELINE, "hostNamespaces"),
  HOST_PATH_VOLUMES(PssLevel.BASELINE, "hostPathVolumes"),
  HOST_PORTS(PssLevel.BASELINE, "hostPorts"),
  PROBE_HOSTS(PssLevel.BASELINE, "hostProbesAndHostLifecycle"),
  PRIVILEGED(PssLevel.BASELINE, "privileged"),
  CAPABILITIES(PssLevel.BASELINE, "capabilities_baseline"),
  APP_ARMOR_PROFILE(PssLevel.BASELINE, "appArmorProfile"),
  SE_LINUX_OPTIONS(PssLevel.BASELINE, "seLinuxOptions"),
  PROC_MOUNT(PssLevel.BASELINE, "procMount"),
  SYSCTLS(PssLevel.BASELINE, "sysctls"),
  WINDOWS_HOST_PROCESS(PssLevel.BASELINE, "windowsHostProcess"),
  SECCOMP_PROFILE(PssLevel.BASELINE, "seccompProfile_baseline"),

  RESTRICTED_VOLUMES(PssLevel.RESTRICTED, "restrictedVolumes"),
  RESTRICTED_CAPABILITIES(PssLevel.RESTRICTED, "capabilities_restricted"),
  RESTRICTED_PROC_MOUNT(PssLevel.RESTRICTED, "procMount_restricted"),
  RESTRICTED_SECCOMP_PROFILE(PssLevel.RESTRICTED, "seccompProfile_restricted"),
  PRIVILEGE_ESCALATION(PssLevel.RESTRICTED, "allowPrivilegeEscalation"),
  RUN_AS_NON_ROOT(PssLevel.RESTRICTED, "runAsNonRoot"),
  RUN_AS_USER(PssLevel.RESTRICTED, "runAsUser");

  private final PssLevel level;
  private final String id;

  PssCheck(PssLevel level, String id) {
    this.level = level;
    this.id = id;
  }

  /** The level that a pod does not meet when it fails here. */
  public PssLevel level() {
    return level;
  }

  /** Whether it is asked where restricted is enforced; a few baseline checks are replaced there. */
  boolean isOfRestricted() {
    return switch (this) {
      case CAPABILITIES, PROC_MOUNT, SECCOMP_PROFILE -> false;
      default -> true;
    };
  }

  /** The name that Kubernetes' admission has for it. */
  public String id() {
    return id;
  }

  List<PssViolation> of(PssPod pod) {
    return hits(pod).stream()
        .map(hit -> new PssViolation(this, level, hit.at(), hit.certain()))
        .toList();
  }

  private List<PssHit> hits(PssPod pod) {
    return switch (this) {
      case HOST_NAMESPACES -> PssPodChecks.hostNamespaces(pod);
      case HOST_PATH_VOLUMES -> PssPodChecks.hostPathVolumes(pod);
      case HOST_PORTS -> PssContainerChecks.hostPorts(pod);
      case PROBE_HOSTS -> PssContainerChecks.probeHosts(pod);
      case PRIVILEGED -> PssContainerChecks.privileged(pod);
      case CAPABILITIES -> PssContainerChecks.baselineCapabilities(pod);
      case APP_ARMOR_PROFILE -> PssProfileChecks.appArmor(pod);
      case SE_LINUX_OPTIONS -> PssProfileChecks.seLinux(pod);
      case PROC_MOUNT -> PssContainerChecks.baselineProcMount(pod);
      case SYSCTLS -> PssPodChecks.sysctls(pod);
      case WINDOWS_HOST_PROCESS -> PssProfileChecks.hostProcess(pod);
      case SECCOMP_PROFILE -> PssProfileChecks.baselineSeccomp(pod);
      case RESTRICTED_VOLUMES -> PssPodChecks.restrictedVolumes(pod);
      case RESTRICTED_CAPABILITIES -> PssContainerChecks.restrictedCapabilities(pod);
      case RESTRICTED_PROC_MOUNT -> PssContainerChecks.restrictedProcMount(pod);
      case RESTRICTED_SECCOMP_PROFILE -> PssProfileChecks.restrictedSeccomp(pod);
      case PRIVILEGE_ESCALATION -> PssContainerChecks.privilegeEscalation(pod);
      case RUN_AS_NON_ROOT -> PssUserChecks.runAsNonRoot(pod);
      case RUN_AS_USER -> PssUserChecks.runAsUser(pod);
    };
  }
}
