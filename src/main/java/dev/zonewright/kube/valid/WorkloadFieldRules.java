package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Single fields of the kinds that run pods, beside those of the pods. */
final class WorkloadFieldRules {
  private static final long LARGEST = Integer.MAX_VALUE;
  private static final String NOT_NEGATIVE = "%s must not be negative";
  private static final int USUAL_DEADLINE = 600;
  private static final Pattern SHARE = Pattern.compile("[0-9]+%");
  private static final Set<String> NOTHING = Set.of("0", "0%");

  private static final FieldTree APPS =
      new FieldTree()
          .add(
              FieldRule.range(0, LARGEST, NOT_NEGATIVE),
              "replicas",
              "minReadySeconds",
              "progressDeadlineSeconds",
              "ordinals.start",
              "updateStrategy.rollingUpdate.partition")
          .add(FieldRule.oneOf("OrderedReady", "Parallel"), "podManagementPolicy")
          .add(
              FieldRule.oneOf("Retain", "Delete"),
              "persistentVolumeClaimRetentionPolicy.whenDeleted",
              "persistentVolumeClaimRetentionPolicy.whenScaled")
          .add(FieldRule.oneOf("Recreate", "RollingUpdate"), "strategy.type")
          .add(FieldRule.oneOf("OnDelete", "RollingUpdate"), "updateStrategy.type")
          .add(Forms.LABEL_NAME, "serviceName")
          .add((at, found) -> LabelSyntax.selector(at, found::applied), "selector")
          .add(WorkloadFieldRules::rolling, "strategy");

  /** Not asked of a StatefulSet, which takes any history and any amounts. */
  private static final FieldTree BUT_SETS =
      new FieldTree()
          .add(FieldRule.range(0, LARGEST, NOT_NEGATIVE), "revisionHistoryLimit")
          .add(
              FieldRule.range(0, LARGEST, NOT_NEGATIVE),
              "strategy.rollingUpdate.maxUnavailable",
              "strategy.rollingUpdate.maxSurge",
              "updateStrategy.rollingUpdate.maxUnavailable",
              "updateStrategy.rollingUpdate.maxSurge")
          .add(
              FieldRule.text(
                  share -> SHARE.matcher(share).matches(),
                  "“%s” must be a number without quotes, or a share such as 25%%"),
              "strategy.rollingUpdate.maxUnavailable",
              "strategy.rollingUpdate.maxSurge",
              "updateStrategy.rollingUpdate.maxUnavailable",
              "updateStrategy.rollingUpdate.maxSurge");

  private static final FieldTree JOB =
      new FieldTree()
          .add(
              FieldRule.range(0, LARGEST, NOT_NEGATIVE),
              "parallelism",
              "completions",
              "backoffLimit",
              "ttlSecondsAfterFinished")
          .add(FieldRule.range(0, Long.MAX_VALUE, NOT_NEGATIVE), "activeDeadlineSeconds")
          .add(FieldRule.oneOf("NonIndexed", "Indexed"), "completionMode")
          .add(FieldRule.oneOf("TerminatingOrFailed", "Failed"), "podReplacementPolicy");

  private static final FieldTree CRON_JOB =
      new FieldTree()
          .add(
              FieldRule.range(0, LARGEST, NOT_NEGATIVE),
              "successfulJobsHistoryLimit",
              "failedJobsHistoryLimit")
          .add(FieldRule.range(0, Long.MAX_VALUE, NOT_NEGATIVE), "startingDeadlineSeconds")
          .add(FieldRule.oneOf("Allow", "Forbid", "Replace"), "concurrencyPolicy")
          .add(
              FieldRule.text(
                  when -> !when.contains("TZ"),
                  "“%s” names a time zone, which belongs in timeZone"),
              "schedule")
          .add(
              FieldRule.text(
                  zone -> !zone.equalsIgnoreCase("Local"),
                  "“%s” cannot be used as a time zone: name one, such as Etc/UTC"),
              "timeZone")
          .add(
              FieldRule.text(
                  zone ->
                      zone.equalsIgnoreCase("Local") || ZoneId.getAvailableZoneIds().contains(zone),
                  "“%s” is not a time zone: name one as in Europe/Berlin, with these capitals"),
              "timeZone")
          .add(WorkloadFieldRules::schedule, "schedule");

  private WorkloadFieldRules() {}

  static void check(KubeObject object, Found found) {
    YamlCursor spec = object.root().get("spec");
    switch (object.group() + "/" + object.kind()) {
      case "apps/Deployment",
          "apps/StatefulSet",
          "apps/DaemonSet",
          "apps/ReplicaSet",
          "/ReplicationController" -> {
        APPS.check(spec, found);
        if (object.kind().equals("Deployment")) {
          progress(spec, found);
        }
        if (!object.kind().equals("StatefulSet")) {
          BUT_SETS.check(spec, found);
        }
        template(spec.get("template", "spec"), found);
      }
      case "batch/Job" -> job(spec, found);
      case "batch/CronJob" -> {
        CRON_JOB.check(spec, found);
        job(spec.get("jobTemplate", "spec"), found);
      }
      case "/PodTemplate" -> template(object.root().get("template", "spec"), found);
      default -> {
        // custom kinds have rules of their own
      }
    }
  }

  /** A Deployment waits for longer than its pods must be ready for. */
  private static void progress(YamlCursor spec, Found found) {
    YamlCursor deadline = spec.get("progressDeadlineSeconds");
    Optional<BigInteger> most =
        deadline.isSet() || UnknownValue.hides(deadline)
            ? Found.number(deadline)
            : Optional.of(BigInteger.valueOf(USUAL_DEADLINE));
    YamlCursor ready = spec.get("minReadySeconds");
    Optional<BigInteger> least =
        ready.isSet() || UnknownValue.hides(ready)
            ? Found.number(ready)
            : Optional.of(BigInteger.ZERO);
    if (most.isPresent()
        && most.get().signum() >= 0
        && least.isPresent()
        && least.get().compareTo(most.get()) >= 0) {
      found.applied(
          deadline.isSet() ? deadline : ready,
          "progressDeadlineSeconds, 600 where it is not set, must be greater than minReadySeconds");
    }
  }

  private static void schedule(YamlCursor at, Found found) {
    Found.text(at)
        .filter(when -> !when.contains("TZ"))
        .flatMap(CronSchedule::problem)
        .ifPresent(problem -> found.applied(at, problem));
  }

  private static void job(YamlCursor spec, Found found) {
    JOB.check(spec, found);
    JobPolicyRules.check(spec, found);
    template(spec.get("template", "spec"), found);
  }

  private static void template(YamlCursor pod, Found found) {
    YamlCursor later = pod.get("ephemeralContainers");
    if (!later.items().isEmpty()) {
      found.applied(
          later, "ephemeral containers can be added only to a running pod, not to a pod template");
    }
  }

  private static void rolling(YamlCursor strategy, Found found) {
    YamlCursor rolling = strategy.get("rollingUpdate");
    if (strategy.get("type").raw().equals("Recreate")
        && rolling.isMapping()
        && !UnknownValue.isPlaceholder(rolling)) {
      found.applied(rolling, "the strategy Recreate cannot have rollingUpdate");
    }
    YamlCursor least = rolling.get("maxUnavailable");
    boolean stuck =
        List.of(least, rolling.get("maxSurge")).stream().allMatch(a -> NOTHING.contains(a.raw()));
    if (stuck) {
      found.applied(least, "maxUnavailable and maxSurge must not both be 0");
    }
  }
}
