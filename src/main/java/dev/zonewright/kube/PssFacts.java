package dev.zonewright.kube;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the checks of the Pod Security Standards say of one pod; several controls and the level rest
 * on the same checks.
 */
final class PssFacts {
  private static final Memo.Key<PodView, PssFacts> KEY =
      new Memo.Key<>(pod -> new PssFacts(PssPod.of(pod)));

  private final PssPod pod;
  private final AtomicReferenceArray<List<PssViolation>> violations =
      new AtomicReferenceArray<>(PssCheck.values().length);

  private PssFacts(PssPod pod) {
    this.pod = pod;
  }

  static PssFacts of(PodView pod) {
    return pod.facts().get(KEY, pod);
  }

  PssPod pod() {
    return pod;
  }

  List<PssViolation> of(PssCheck check) {
    List<PssViolation> known = violations.get(check.ordinal());
    if (known == null) {
      known = check.of(pod);
      violations.set(check.ordinal(), known);
    }
    return known;
  }
}
