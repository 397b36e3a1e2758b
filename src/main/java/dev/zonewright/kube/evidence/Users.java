package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;

/** Which user a container runs as, as far as its manifest says. */
public enum Users {
  ROOT,
  /** Proven to be another user than root. */
  OTHER,
  /** The image decides. */
  UNKNOWN;

  public static Users of(ContainerView container) {
    YamlCursor pod = container.pod().securityContext();
    YamlCursor user = effective(container.securityContext().get("runAsUser"), pod.get("runAsUser"));
    if (user.scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Int(BigInteger id)) {
      return id.signum() == 0 ? ROOT : OTHER;
    }
    YamlCursor nonRoot =
        effective(container.securityContext().get("runAsNonRoot"), pod.get("runAsNonRoot"));
    return nonRoot.isTrue() ? OTHER : UNKNOWN;
  }

  private static YamlCursor effective(YamlCursor own, YamlCursor ofPod) {
    return own.isSet() ? own : ofPod;
  }
}
