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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Label: {@code pod-security.kubernetes.io/enforce} of a tenant's Namespace. Accepted: {@code
 * restricted}. {@code baseline} is a lesser finding; {@code warn} and {@code audit} refuse nothing.
 * {@code enforce-version} is judged too: unset it is {@code latest}.
 */
public final class UnenforcedPodSecurity implements Control.OnTenant {
  private static final String PREFIX = "pod-security.kubernetes.io/";
  private static final String ENFORCE = PREFIX + "enforce";
  private static final String RESTRICTED = "restricted";

  private static final Pattern VERSION = Pattern.compile("v1\\.(\\d{1,3})");

  // the minor versions that added a check. Source: Kubernetes, Pod Security Admission policies
  private static final int SECCOMP = 19;
  private static final int DROP_ALL = 22;
  private static final int RUN_AS_USER = 23;
  private static final int PROBE_HOST = 34;

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
    if (level.equals(RESTRICTED) || level.equals("baseline")) {
      version(labels.get(ENFORCE + "-version"), level, reporter);
    }
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
            "Where a workload needs more, put it into its own namespace, or exempt it with an "
                + "admission policy. What admission refuses also stops anyone who may create "
                + "pods.");
  }

  /** The standard grows with Kubernetes: that of an old release lets in what was added since. */
  private static void version(YamlCursor at, String level, Reporter reporter) {
    if (!at.isSet() || at.raw().equals("latest")) {
      return;
    }
    if (UnknownValue.hides(at)) {
      reporter.undetermined(at, "The version of the standard is not filled in");
      return;
    }
    Matcher matcher = VERSION.matcher(at.raw());
    Optional<String> lets = matcher.matches() ? letsIn(minor(matcher), level) : Optional.empty();
    if (matcher.matches() && lets.isEmpty()) {
      return;
    }
    boolean old = matcher.matches() && minor(matcher) < RUN_AS_USER;
    reporter
        .violated(
            at,
            lets.map(what -> "Admission judges by the standard of %s: %s".formatted(at.raw(), what))
                .orElseGet(() ->
                    "%s is not a version of the standard, which is latest or, for example, v1.34: Kubernetes"
                            .formatted(UnknownValue.quoted(at))
                        + " refuses the Namespace"))
        .severity(old || lets.isEmpty() ? Severity.MEDIUM : Severity.NOTE)
        .fix(
            Fix.review(
                "Judge by the latest standard",
                "pods that break checks added since then are refused from then on, also after each"
                    + " upgrade of the cluster",
                editor -> editor.set(at.path(), YamlValue.of("latest"))))
        .guidance("Raise a pinned version with each upgrade of the cluster.");
  }

  private static int minor(Matcher version) {
    return Integer.parseInt(version.group(1));
  }

  /** What a standard of this minor version does not hold back; empty where that is nothing. */
  private static Optional<String> letsIn(int minor, String level) {
    boolean restricted = level.equals(RESTRICTED);
    if (restricted && minor < SECCOMP) {
      return Optional.of("pods without seccomp and with all default capabilities are let in");
    }
    if (restricted && minor < DROP_ALL) {
      return Optional.of("pods that keep the default capabilities are let in");
    }
    if (restricted && minor < RUN_AS_USER) {
      return Optional.of("pods that name user 0 are let in");
    }
    return minor < PROBE_HOST
        ? Optional.of("pods whose probes name a host are let in")
        : Optional.empty();
  }

  private static String message(String level, YamlCursor at, YamlCursor labels) {
    if (level.equals("baseline")) {
      return "Admission enforces baseline only: root users, all default capabilities and pods"
          + " without seccomp are let in";
    }
    if (at.isSet() && !level.equals("privileged")) {
      return "%s is not a level, which is privileged, baseline or restricted: Kubernetes refuses the Namespace"
          .formatted(UnknownValue.quoted(at));
    }
    if (at.isSet()) {
      return "The level %s refuses nothing: anyone who may create pods here may mount the node's files"
          .formatted(level);
    }
    boolean told = labels.get(PREFIX + "warn").isSet() || labels.get(PREFIX + "audit").isSet();
    return told
        ? "Admission only warns or records: anyone who may create pods here may mount the node's "
            + "files"
        : "No Pod Security Standard is enforced: anyone who may create pods here may mount the "
            + "node's files";
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
