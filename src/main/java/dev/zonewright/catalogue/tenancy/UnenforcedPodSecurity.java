package dev.zonewright.catalogue.tenancy;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssLevel;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * Label: {@code pod-security.kubernetes.io/enforce} of a tenant's Namespace. Accepted: {@code
 * restricted}. {@code baseline} is a lesser finding; {@code warn} and {@code audit} refuse nothing.
 */
public final class UnenforcedPodSecurity implements Control.OnTenant {
  private static final String PREFIX = "pod-security.kubernetes.io/";
  private static final String ENFORCE = PREFIX + "enforce";
  private static final String RESTRICTED = "restricted";

  private static final ControlInfo INFO =
      Sources.info(
          UnenforcedPodSecurity.class,
          "Unenforced Pod Security",
          "Admission lets pods into a tenant's namespace that break the restricted standard",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          "Edera security reference architecture: Hardening checklist",
          "Kubernetes: Pod Security Admission");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    Optional<KubeObject> namespace = tenant.namespace();
    if (namespace.isEmpty() || Sources.isSystem(tenant)) {
      return;
    }
    YamlCursor labels = namespace.get().root().get("metadata", "labels");
    YamlCursor at = labels.get(ENFORCE);
    if (UnknownValue.hides(at)) {
      reporter.undetermined(at, "The level that admission enforces is not filled in");
      return;
    }
    String level = at.raw();
    if (level.equals(RESTRICTED)) {
      return;
    }
    reporter
        .violated(at, message(level, at, labels))
        .severity(level.equals("baseline") ? Severity.LOW : Severity.HIGH)
        .fix(
            Fix.judged(
                "Enforce the restricted standard",
                ground(tenant),
                editor -> editor.set(at.path(), YamlValue.of(RESTRICTED))))
        .guidance(
            "Where a workload needs more, put it into a namespace of its own, or except it by an"
                + " admission policy. What admission refuses keeps out whoever may create pods.");
  }

  private static String message(String level, YamlCursor at, YamlCursor labels) {
    if (level.equals("baseline")) {
      return "Admission enforces baseline only: root users, all default capabilities and pods"
          + " without seccomp are let in";
    }
    if (at.isSet()) {
      return "The level %s refuses nothing: whoever may create pods here may mount the node's files"
          .formatted(level);
    }
    boolean told = labels.get(PREFIX + "warn").isSet() || labels.get(PREFIX + "audit").isSet();
    return told
        ? "Admission only warns or records: whoever may create pods here may mount the node's files"
        : "No Pod Security Standard is enforced: whoever may create pods here may mount the node's"
            + " files";
  }

  private static Ground ground(TenantView tenant) {
    List<PodView> pods = tenant.pods();
    if (pods.isEmpty()) {
      return Ground.review("no workload of the namespace is opened that could show what it needs");
    }
    return pods.stream()
        .filter(p -> PodSecurityStandards.levelOf(p) != PssLevel.RESTRICTED)
        .findFirst()
        .map(p ->
            Ground.review(
                "%s does not meet it, and its pods would be refused".formatted(p.object().label())))
        .orElseGet(
            () -> Ground.review("all opened workloads meet it; others of the namespace may not"));
  }
}
