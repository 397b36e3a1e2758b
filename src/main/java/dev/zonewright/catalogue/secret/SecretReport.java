package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.secret.SecretKind;
import dev.zonewright.kube.secret.SecretNames;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.kube.secret.Supply;
import java.util.List;
import java.util.Optional;

/** What the controls on mounted Secrets and on Secrets in variables have in common. */
final class SecretReport {
  private SecretReport() {}

  /** A Secret that comes from a store or ends by itself is one step less severe. */
  static Severity severity(PodView pod, Optional<Supply> supply) {
    boolean agent = Agents.isDeclared(pod);
    boolean recommended = supply.filter(Supply::isRecommended).isPresent();
    if (recommended) {
      return agent ? Severity.MEDIUM : Severity.LOW;
    }
    return agent ? Severity.HIGH : Severity.MEDIUM;
  }

  /** The opened object that fills the Secret; empty when none does. */
  static Optional<Supply> supply(SecretUse use, PodView pod, Reporter reporter) {
    String namespace = pod.object().namespace();
    for (String kind : Supply.KINDS) {
      boolean everywhere = KubeObject.isClusterScoped(kind) || kind.equals("ClusterExternalSecret");
      List<KubeObject> here =
          everywhere
              ? reporter.cluster().objects(kind)
              : reporter.cluster().objects(kind, namespace);
      for (KubeObject object : here) {
        Optional<Supply> found =
            Supply.of(object).stream().filter(s -> s.secret().equals(use.secret())).findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return reporter
        .cluster()
        .object("Secret", namespace, use.secret())
        .flatMap(secret -> Supply.of(secret).stream().findFirst());
  }

  static SecretKind kind(SecretUse use, Optional<Supply> supply, String target) {
    if (supply.filter(s -> s.way() == Supply.Way.CERTIFICATE).isPresent()) {
      return SecretKind.TLS_CERTIFICATE;
    }
    return SecretNames.kindOf(use.key(), target, use.secret());
  }

  /** What is known of where the Secret comes from, as the end of a message. */
  static String origin(Optional<Supply> supply) {
    return supply.map(s -> "; the Secret " + s.words()).orElse("");
  }
}
