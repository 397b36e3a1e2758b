package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.Violation;
import dev.zonewright.kube.valid.kind.KindRules;
import dev.zonewright.kube.valid.volume.ClaimRules;
import dev.zonewright.kube.valid.volume.SourceRules;
import java.util.List;

/**
 * The rules of Kubernetes' own validation that a change of an object can break, and contradictions
 * that people write. What is absent is asked for only in {@link RequiredRules}, and not of a patch.
 * What a placeholder hides is not judged.
 *
 * <p>Source: the API reference of Kubernetes 1.36, and what its API server answers.
 */
public final class ObjectRules {
  private static final Memo.Key<KubeObject, List<Violation>> FOUND =
      new Memo.Key<>(ObjectRules::find);

  private ObjectRules() {}

  /** What is broken, by rule; nothing for an object that is whole and sound. */
  public static List<Violation> of(KubeObject object) {
    return object.facts().get(FOUND, object);
  }

  private static List<Violation> find(KubeObject object) {
    Found found = new Found();
    MetadataRules.check(object, found);
    WorkloadRules.check(object, found);
    WorkloadFieldRules.check(object, found);
    RequiredRules.check(object, found);
    ClaimRules.check(object, found);
    SchedulingRules.volume(object, found);
    TenantRules.check(object, found);
    KindRules.check(object, found);
    boolean builtIn = PodViews.specPath(object).isPresent();
    for (PodView pod : PodViews.of(object)) {
      if (pod.spec().isMapping()) {
        if (pod.place().form().isComplete()) {
          // of a part of a pod the other parts are not known
          PodRules.check(pod, found);
          AmountRules.check(pod, found);
          VolumeRules.check(pod, found);
          NameRules.check(pod, found);
          ProfileRules.check(pod, found);
          WindowsRules.check(pod, found);
          if (builtIn) {
            PodFieldRules.check(pod, found);
            if (!pod.isBarePod()) {
              MetadataRules.annotations(pod.place().metadata(), found);
            }
            SourceRules.check(pod, found);
          }
        }
        pod.containers().forEach(container -> ContainerRules.check(container, found));
      }
    }
    return found.all();
  }
}
