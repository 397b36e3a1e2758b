package dev.zonewright.catalogue.added;

import dev.zonewright.control.Edits;
import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fix that adds a Job which runs an agent for one task: the zone is created for it and destroyed
 * after it. The workload that it takes the place of stays until somebody removes it. Source: Edera
 * security reference architecture, Ephemeral zone pattern.
 */
public final class TaskJob {
  private static final int AN_HOUR = 3600;

  /** What outlives the pod, or reaches out of it. */
  private static final Set<String> LASTING =
      Set.of(
          "persistentVolumeClaim",
          "hostPath",
          "nfs",
          "iscsi",
          "fc",
          "cephfs",
          "rbd",
          "glusterfs",
          "quobyte",
          "flexVolume",
          "flocker",
          "portworxVolume",
          "scaleIO",
          "storageos",
          "photonPersistentDisk",
          "vsphereVolume",
          "cinder",
          "awsElasticBlockStore",
          "gcePersistentDisk",
          "azureDisk",
          "azureFile");

  /** Labels that controllers set on their pods. */
  private static final Set<String> OF_CONTROLLERS =
      Set.of(
          "pod-template-hash",
          "pod-template-generation",
          "controller-uid",
          "batch.kubernetes.io/controller-uid",
          "job-name",
          "batch.kubernetes.io/job-name",
          "batch.kubernetes.io/job-completion-index",
          "controller-revision-hash",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index");

  /** The name of a Job becomes a label of its pods, and values of labels end here. */
  private static final int LONGEST = 63;

  private TaskJob() {}

  /**
   * The name of the Job for a workload: that of the workload, as far as Kubernetes takes it for a
   * Job. What a name is generated from ends in a hyphen, which no name does.
   */
  public static String name(KubeObject object) {
    String name = object.name();
    int end = Math.min(name.length(), LONGEST);
    while (end > 0 && !Character.isLetterOrDigit(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end);
  }

  /** A fix to be reviewed that adds it, for an object with one pod. */
  public static Fix of(KubeObject object, PodView pod) {
    return Fix.reviewAcross(
        "Add a Job that runs it for one task",
        "what gives it its task and fetches the result is not visible in manifests, nor is how long a task takes; %s stays until you remove it, and persistent volumes become empty ones"
            .formatted(object.label()),
        new Fix.Across() {
          @Override
          public void ask(Edits edits) {
            try {
              edits.add(new NewDocument(NewObject.place(object, name(object)), job(object, pod)));
            } catch (IllegalArgumentException | ArithmeticException e) {
              edits.here().refuse("the pod cannot be copied: " + e.getMessage());
            }
          }
        });
  }

  private static YamlValue.Mapping job(KubeObject object, PodView pod) {
    YamlValue.Mapping template =
        YamlValue.mapping("metadata", ofPod(pod), "spec", spec(object, pod.spec()));
    YamlValue.Mapping spec =
        YamlValue.mapping(
            "activeDeadlineSeconds",
            YamlValue.of(AN_HOUR),
            "backoffLimit",
            YamlValue.of(0),
            "template",
            template);
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of("batch/v1"),
        "kind",
        YamlValue.of("Job"),
        "metadata",
        NewObject.metadata(object, name(object)),
        "spec",
        spec);
  }

  private static YamlValue.Mapping ofPod(PodView pod) {
    Map<String, YamlValue> labels =
        new LinkedHashMap<>(Written.mapping(pod.metadata().get("labels")).entries());
    labels.keySet().removeAll(OF_CONTROLLERS);
    labels.put(Agents.LABEL, YamlValue.of(Agents.VALUE));
    Map<String, YamlValue> out = new LinkedHashMap<>();
    out.put("labels", new YamlValue.Mapping(labels));
    YamlValue.Mapping annotations = Written.mapping(pod.annotations());
    if (!annotations.entries().isEmpty()) {
      out.put("annotations", annotations);
    }
    return new YamlValue.Mapping(out);
  }

  private static YamlValue.Mapping spec(KubeObject object, YamlCursor spec) {
    Map<String, YamlValue> out = new LinkedHashMap<>(Written.mapping(spec).entries());
    // the API server takes these in a running pod only
    out.remove("ephemeralContainers");
    List<YamlValue> volumes = new ArrayList<>();
    for (YamlCursor volume : spec.get("volumes").items()) {
      boolean lasts = LASTING.stream().anyMatch(l -> volume.get(l).isSet());
      volumes.add(lasts ? empty(volume.get("name")) : Written.mapping(volume));
    }
    for (YamlCursor claim : object.root().get("spec", "volumeClaimTemplates").items()) {
      volumes.add(empty(claim.get("metadata", "name")));
    }
    if (!volumes.isEmpty()) {
      out.put("volumes", new YamlValue.Items(volumes));
    }
    out.put("restartPolicy", YamlValue.of("Never"));
    return new YamlValue.Mapping(out);
  }

  private static YamlValue.Mapping empty(YamlCursor name) {
    return YamlValue.mapping(
        "name",
        YamlValue.of(name.raw()),
        "emptyDir",
        YamlValue.mapping("sizeLimit", YamlValue.of("1Gi")));
  }
}
