package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;

/** What the kinds that hold pods ask of their selector and of their pod template. */
final class WorkloadRules {
  private static final Set<String> ALWAYS =
      Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController");

  private static final Set<String> OF_JOBS =
      Set.of(
          "controller-uid",
          "job-name",
          "batch.kubernetes.io/controller-uid",
          "batch.kubernetes.io/job-name");

  private static final int LONGEST_LABEL = 63;

  private WorkloadRules() {}

  static void check(KubeObject object, Found found) {
    YamlCursor spec = object.root().get("spec");
    switch (object.group()) {
      case "", "apps", "extensions" -> {
        if (ALWAYS.contains(object.kind())) {
          restartPolicy(spec.get("template", "spec"), "Always", found);
          deadline(spec.get("template", "spec"), object.kind(), found);
          selector(object, spec, found);
        }
      }
      case "batch" -> {
        if (object.kind().equals("Job")) {
          job(spec, found);
          if (spec.get("manualSelector").isTrue()) {
            selector(object, spec, found);
          } else {
            generated(spec.get("selector"), found);
            named(object, found);
          }
        } else if (object.kind().equals("CronJob")) {
          YamlCursor template = spec.get("jobTemplate", "spec");
          job(template, found);
          if (template.get("selector").isSet() && !template.get("manualSelector").isTrue()) {
            found.applied(
                template.get("selector"),
                "a job template must not have a selector: Kubernetes creates one for each job");
          }
          if (template.get("manualSelector").isTrue()) {
            found.applied(
                template.get("manualSelector"),
                "the jobs of a CronJob cannot choose their selector: Kubernetes creates one for "
                    + "each");
          }
        }
      }
      default -> {
        // custom kinds have rules of their own
      }
    }
  }

  /** Kubernetes labels the pods of a Job with its name, and values of labels end at 63. */
  private static void named(KubeObject object, Found found) {
    YamlCursor name = object.root().get("metadata", "name");
    Found.text(name)
        .filter(n -> n.length() > LONGEST_LABEL)
        .ifPresent(n ->
            found.applied(
                name,
                "the name of a Job becomes a label of its pods, and may have at most %d characters: this one has %d"
                    .formatted(LONGEST_LABEL, n.length())));
  }

  private static void job(YamlCursor spec, Found found) {
    YamlCursor at = spec.get("template", "spec", "restartPolicy");
    Optional<String> policy = Found.text(at);
    if (policy.filter(p -> !p.equals("Never") && !p.equals("OnFailure")).isPresent()) {
      found.applied(at, "restartPolicy of a job must be Never or OnFailure");
    }
  }

  /** Kubernetes makes the selector of a job, and takes no other label beside its own. */
  private static void generated(YamlCursor selector, Found found) {
    for (YamlCursor label : selector.get("matchLabels").entries()) {
      if (!OF_JOBS.contains(label.key()) && !label.key().equals("<<")) {
        found.applied(
            label,
            "the selector of a job is made by Kubernetes, and no label is added to it without"
                + " manualSelector: true");
      }
    }
  }

  private static void restartPolicy(YamlCursor pod, String only, Found found) {
    YamlCursor at = pod.get("restartPolicy");
    if (Found.text(at).filter(policy -> !policy.equals(only)).isPresent()) {
      found.applied(at, "restartPolicy here must be " + only);
    }
  }

  private static void deadline(YamlCursor pod, String kind, Found found) {
    YamlCursor at = pod.get("activeDeadlineSeconds");
    if (at.isSet() && !kind.equals("ReplicationController")) {
      found.applied(at, "the pods of a %s have no activeDeadlineSeconds".formatted(kind));
    }
  }

  /** Every label that the selector asks for must stand in the template, where both are written. */
  private static void selector(KubeObject object, YamlCursor spec, Found found) {
    YamlCursor wanted =
        object.kind().equals("ReplicationController")
            ? spec.get("selector")
            : spec.get("selector", "matchLabels");
    YamlCursor labels = spec.get("template", "metadata", "labels");
    boolean whole =
        !labels.isSet()
            && spec.get("template", "spec").isMapping()
            && !UnknownValue.hides(labels)
            && Patch.objection(object).isEmpty();
    if (!whole && (!labels.isMapping() || labels.isPlaceholder())) {
      return;
    }
    for (YamlCursor label : wanted.entries()) {
      Optional<String> value = Found.text(label);
      Optional<String> own = labels.get(label.key()).string();
      boolean known = own.isPresent() && !labels.get(label.key()).isPlaceholder();
      boolean missing =
          !labels.get(label.key()).exists()
              && labels.entries().stream().noneMatch(YamlCursor::isPlaceholder);
      if (value.isPresent()
          && ((known && !own.equals(value)) || missing)
          && !label.key().equals("<<")) {
        found.applied(
            label,
            "the selector asks for the label %s, which the pod template does not have"
                .formatted(label.key()));
      }
    }
  }
}
