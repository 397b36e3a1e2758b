package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The labels that Kubernetes' own controllers put on the pods that they make, whatever the template
 * says. Source: Kubernetes, well-known labels; its controllers of version 1.36.
 */
final class AddedLabels {
  private static final String REVISION = "controller-revision-hash";
  private static final List<String> JOB_NAMES = List.of("batch.kubernetes.io/job-name", "job-name");
  private static final List<String> JOB_UIDS =
      List.of("batch.kubernetes.io/controller-uid", "controller-uid");

  /** Their value is made in the cluster. */
  private static final Map<String, List<String>> MADE =
      Map.of(
          "Deployment", List.of("pod-template-hash"),
          "DaemonSet", List.of(REVISION, "pod-template-generation"),
          "StatefulSet",
              List.of(
                  REVISION, "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"));

  private final Map<String, String> known;
  private final Set<String> unclear;

  private AddedLabels(Labels written) {
    known = new TreeMap<>(written.known());
    unclear = new TreeSet<>(written.unclear());
  }

  /** The labels of a pod: those that are written, and those that its controller adds. */
  static Labels to(Labels written, PodView pod) {
    KubeObject object = pod.object();
    YamlCursor spec = object.root().get("spec");
    AddedLabels labels = new AddedLabels(written);
    switch (object.group()) {
      case "apps", "extensions" ->
          MADE.getOrDefault(object.kind(), List.of()).forEach(labels::made);
      case "batch" -> {
        switch (object.kind()) {
          case "Job" -> labels.ofJob(spec, object.root().get("metadata", "name"));
          // each of its jobs has a name with the time in it
          case "CronJob" -> {
            YamlCursor job = spec.get("jobTemplate", "spec");
            labels.ofJob(job, job.get("metadata", "name"));
          }
          default -> {
            // no other kind of the group makes pods
          }
        }
      }
      default -> {
        // what other controllers add is not known
      }
    }
    return new Labels(labels.known, labels.unclear, written.because());
  }

  private void made(String key) {
    known.remove(key);
    unclear.add(key);
  }

  private void ofJob(YamlCursor spec, YamlCursor name) {
    if (spec.get("completionMode").raw().equals("Indexed")) {
      made("batch.kubernetes.io/job-completion-index");
    }
    if (spec.get("manualSelector").isTrue()) {
      return;
    }
    boolean named = name.string().isPresent() && !UnknownValue.isPlaceholder(name);
    for (String key : JOB_NAMES) {
      if (named) {
        known.putIfAbsent(key, name.raw());
      } else if (!known.containsKey(key)) {
        made(key);
      }
    }
    JOB_UIDS.forEach(this::made);
  }
}
