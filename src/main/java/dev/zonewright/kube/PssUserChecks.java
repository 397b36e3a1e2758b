package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.List;

/** The checks that ask whether a process may be root. */
final class PssUserChecks {
  private PssUserChecks() {}

  /**
   * A container without the field goes by the pod's. A pod that says false fails even where all
   * containers say true.
   */
  static List<PssHit> runAsNonRoot(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    PssValue<Boolean> ofPod = PssValue.truth(pod.pod().securityContext().get("runAsNonRoot"));
    hits.unless(ofPod, on -> on);
    for (YamlCursor context : pod.contexts()) {
      PssValue<Boolean> own = PssValue.truth(context.get("runAsNonRoot"));
      if (own instanceof PssValue.Unset<Boolean>(YamlCursor at)
          && !(ofPod instanceof PssValue.Known<Boolean>(YamlCursor _, Boolean on) && on)) {
        hits.add(new PssHit(at, !(ofPod instanceof PssValue.Unknown)));
      }
      hits.unless(own, on -> on);
    }
    return PssHit.excused(hits.list(), pod.userNamespace());
  }

  /** No user stated is no violation here, although the image may be root's. */
  static List<PssHit> runAsUser(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor context : pod.securityContexts()) {
      hits.unless(PssValue.whole(context.get("runAsUser")), id -> !id.equals(BigInteger.ZERO));
    }
    return PssHit.excused(hits.list(), pod.userNamespace());
  }
}
