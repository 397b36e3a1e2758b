package dev.zonewright.kube.valid;

import dev.zonewright.kube.PodView;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.kube.valid.field.TolerationRules;
import dev.zonewright.yaml.YamlCursor;

/** Single fields of a pod: words from a list, numbers in a range, names and paths of a form. */
final class PodFieldRules {
  private static final long LARGEST = Integer.MAX_VALUE;
  private static final int MOST_SERVERS = 3;
  private static final long SHORTEST_TOKEN = 600;
  private static final long LONGEST_TOKEN = 1L << 32;
  private static final FieldRule MODE =
      FieldRule.range(
          0,
          0777,
          "%s must be from 0 to 0777, which is 511 in decimal: a number without a leading 0 is"
              + " decimal");

  private static final FieldRule WEIGHT = FieldRule.range(1, 100, "%s must be from 1 to 100");

  private static final FieldTree POD =
      new FieldTree()
          .add(FieldRule.oneOf("PreemptLowerPriority", "Never"), "preemptionPolicy")
          .add(FieldRule.oneOf("linux", "windows"), "os.name")
          .add(TolerationRules::check, "tolerations[]")
          .add(
              FieldRule.oneOf("DoNotSchedule", "ScheduleAnyway"),
              "topologySpreadConstraints[].whenUnsatisfiable")
          .add(
              FieldRule.oneOf("Honor", "Ignore"),
              "topologySpreadConstraints[].nodeAffinityPolicy",
              "topologySpreadConstraints[].nodeTaintsPolicy")
          .add(
              FieldRule.range(1, LARGEST, "%s must be at least 1"),
              "topologySpreadConstraints[].maxSkew",
              "topologySpreadConstraints[].minDomains",
              "activeDeadlineSeconds")
          .add(
              WEIGHT,
              "affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].weight",
              "affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[].weight",
              "affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].weight")
          .add(FieldRule.oneOf("OnRootMismatch", "Always"), "securityContext.fsGroupChangePolicy")
          .add(FieldRule.oneOf("Merge", "Strict"), "securityContext.supplementalGroupsPolicy")
          .add(FieldRule.oneOf("MountOption", "Recursive"), "securityContext.seLinuxChangePolicy")
          .add(
              FieldRule.range(0, LARGEST, "a group must be from 0 to 2147483647"),
              "securityContext.supplementalGroups[]")
          .add(Forms.OBJECT_NAME, "serviceAccountName", "runtimeClassName", "priorityClassName")
          .add(PodFieldRules::named, "runtimeClassName")
          .add(
              Forms.OBJECT_NAME,
              "resourceClaims[].resourceClaimName",
              "resourceClaims[].resourceClaimTemplateName")
          .add(PodFieldRules::labels, "nodeSelector")
          .add(FieldRule.oneOf("Always", "IfNotPresent", "Never"), "volumes[].image.pullPolicy")
          .add(
              MODE,
              "volumes[].secret.defaultMode",
              "volumes[].secret.items[].mode",
              "volumes[].configMap.defaultMode",
              "volumes[].configMap.items[].mode",
              "volumes[].downwardAPI.defaultMode",
              "volumes[].downwardAPI.items[].mode",
              "volumes[].projected.defaultMode",
              "volumes[].projected.sources[].secret.items[].mode",
              "volumes[].projected.sources[].configMap.items[].mode",
              "volumes[].projected.sources[].downwardAPI.items[].mode")
          .add(
              DownwardRules::file,
              "volumes[].downwardAPI.items[]",
              "volumes[].projected.sources[].downwardAPI.items[]")
          .add(VolumeRules::projection, "volumes[].projected")
          .add(
              FieldRule.text(Forms::isAddress, "“%s” is not the IP address of a name server"),
              "dnsConfig.nameservers[]")
          .add(PodFieldRules::servers, "dnsConfig.nameservers")
          .add(
              FieldRule.text(PodFieldRules::isSearched, "“%s” is not a domain of DNS"),
              "dnsConfig.searches[]")
          .add(Forms.PLACE, "securityContext.seccompProfile.localhostProfile")
          .add(
              Forms.PLACE,
              "volumes[].secret.items[].path",
              "volumes[].configMap.items[].path",
              "volumes[].downwardAPI.items[].path",
              "volumes[].projected.sources[].secret.items[].path",
              "volumes[].projected.sources[].configMap.items[].path",
              "volumes[].projected.sources[].downwardAPI.items[].path",
              "volumes[].projected.sources[].serviceAccountToken.path")
          .add(
              FieldRule.range(
                  SHORTEST_TOKEN, LONGEST_TOKEN, "%s of a token must be at least 600 (10 minutes)"),
              "volumes[].projected.sources[].serviceAccountToken.expirationSeconds");

  /** A StatefulSet writes both into its pods itself, whatever its template says. */
  private static final FieldTree HOST =
      new FieldTree().add(Forms.LABEL_NAME, "hostname", "subdomain");

  private PodFieldRules() {}

  static void check(PodView pod, Found found) {
    POD.check(pod.spec(), found);
    if (!pod.object().kind().equals("StatefulSet")) {
      HOST.check(pod.spec(), found);
    }
    SchedulingRules.check(pod.spec(), found);
    if (!pod.isBarePod()) {
      labels(pod.place().metadata().get("labels"), found);
    }
    pod.containers().forEach(container -> ContainerFieldRules.check(container, found));
  }

  private static void servers(YamlCursor at, Found found) {
    if (at.items().size() > MOST_SERVERS) {
      found.applied(at, "a pod can have at most 3 name servers");
    }
  }

  /** Domains may end with a dot and hold underscores, as those of service records do. */
  private static boolean isSearched(String domain) {
    String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    return bare.isEmpty() || Forms.isObjectName(bare.replace('_', 'a'));
  }

  /** Of the names of other objects, this is the only one that must not be an empty text. */
  private static void named(YamlCursor at, Found found) {
    if (at.string().filter(String::isEmpty).isPresent()) {
      found.applied(
          at, "%s must not be an empty text: name a class, or remove it".formatted(at.key()));
    }
  }

  private static void labels(YamlCursor at, Found found) {
    LabelSyntax.labels(at, found::applied);
  }
}
