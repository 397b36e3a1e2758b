package dev.zonewright.kube.evidence;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;

/** Objects with values that SOPS has encrypted. Source: SOPS, its metadata. */
public final class Sops {
  private Sops() {}

  /**
   * Why nothing of the object may be changed unasked: the code of a file covers the values that are
   * not encrypted too, unless it was asked for the others only.
   */
  public static Optional<String> objection(KubeObject object) {
    YamlCursor sops = object.root().get("sops");
    boolean all = sops.get("mac").isSet() && !sops.get("mac_only_encrypted").isTrue();
    return all
        ? Optional.of(
            "SOPS has signed the whole file (sops.mac), and cannot decrypt it after a change made"
                + " without SOPS")
        : Optional.empty();
  }
}
