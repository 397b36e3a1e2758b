package dev.zonewright.kube;

import java.util.List;
import java.util.function.Function;

/**
 * The checks of the Pod Security Standards, as Kubernetes' admission has them at policy version
 * 1.37. Source: Kubernetes, Pod Security Standards; k8s.io/pod-security-admission.
 */
public enum PssCheck {
  HOST_NAMESPACES(PssLevel.BASELINE, "hostNamespaces", PssPodChecks::hostNamespaces),
  HOST_PATH_VOLUMES(PssLevel.BASELINE, "hostPathVolumes", PssPodChecks::hostPathVolumes),
  HOST_PORTS(PssLevel.BASELINE, "hostPorts", PssContainerChecks::hostPorts),
  PROBE_HOSTS(PssLevel.BASELINE, "hostProbesAndHostLifecycle", PssContainerChecks::probeHosts),
  PRIVILEGED(PssLevel.BASELINE, "privileged", PssContainerChecks::privileged),
  CAPABILITIES(
      PssLevel.BASELINE, "capabilities_baseline", PssContainerChecks::baselineCapabilities),
  APP_ARMOR_PROFILE(PssLevel.BASELINE, "appArmorProfile", PssProfileChecks::appArmor),
  SE_LINUX_OPTIONS(PssLevel.BASELINE, "seLinuxOptions", PssProfileChecks::seLinux),
  PROC_MOUNT(PssLevel.BASELINE, "procMount", PssContainerChecks::baselineProcMount),
  SYSCTLS(PssLevel.BASELINE, "sysctls", PssPodChecks::sysctls),
  WINDOWS_HOST_PROCESS(PssLevel.BASELINE, "windowsHostProcess", PssProfileChecks::hostProcess),
  SECCOMP_PROFILE(
      PssLevel.BASELINE, "seccompProfile_baseline", PssProfileChecks::baselineSeccomp),

  RESTRICTED_VOLUMES(PssLevel.RESTRICTED, "restrictedVolumes", PssPodChecks::restrictedVolumes),
  RESTRICTED_CAPABILITIES(
      PssLevel.RESTRICTED, "capabilities_restricted", PssContainerChecks::restrictedCapabilities),
  RESTRICTED_PROC_MOUNT(
      PssLevel.RESTRICTED, "procMount_restricted", PssContainerChecks::restrictedProcMount),
  RESTRICTED_SECCOMP_PROFILE(
      PssLevel.RESTRICTED, "seccompProfile_restricted", PssProfileChecks::restrictedSeccomp),
  PRIVILEGE_ESCALATION(
      PssLevel.RESTRICTED, "allowPrivilegeEscalation", PssContainerChecks::privilegeEscalation),
  RUN_AS_NON_ROOT(PssLevel.RESTRICTED, "runAsNonRoot", PssUserChecks::runAsNonRoot),
  RUN_AS_USER(PssLevel.RESTRICTED, "runAsUser", PssUserChecks::runAsUser);

  private final PssLevel level;
  private final String id;
  private final Function<PssPod, List<PssHit>> function;

  PssCheck(PssLevel level, String id, Function<PssPod, List<PssHit>> function) {
    this.level = level;
    this.id = id;
    this.function = function;
  }

  /** The level that a pod does not meet when it fails here. */
  public PssLevel level() {
    return level;
  }

  /** The name that Kubernetes' admission has for it. */
  public String id() {
    return id;
  }

  List<PssViolation> of(PssPod pod) {
    return function.apply(pod).stream()
        .map(hit -> new PssViolation(this, level, hit.at(), hit.certain()))
        .toList();
  }
}
