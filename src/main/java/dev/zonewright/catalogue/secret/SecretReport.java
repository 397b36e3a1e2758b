package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.secret.Credential;
import dev.zonewright.kube.secret.Credentials;
import dev.zonewright.kube.secret.SecretData;
import dev.zonewright.kube.secret.SecretKind;
import dev.zonewright.kube.secret.SecretNames;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.kube.secret.Supply;
import java.util.ArrayList;
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

  /**
   * What kind of Secret it is: by who fills it, the key that is taken, what the opened Secret
   * holds, and by names.
   *
   * @param target what the volume or variable is called
   */
  static SecretKind kind(
      SecretUse use, PodView pod, Optional<Supply> supply, String target, Reporter reporter) {
    if (supply.filter(s -> s.way() == Supply.Way.CERTIFICATE).isPresent()) {
      return SecretKind.TLS_CERTIFICATE;
    }
    List<String> keys = new ArrayList<>(List.of(use.key()));
    use.name()
        .parent()
        .ifPresent(
            around -> around.get("items").items().forEach(item -> keys.add(item.get("key").raw())));
    List<SecretData.Value> values =
        reporter
            .cluster()
            .object("Secret", pod.object().namespace(), use.secret())
            .map(SecretData::of)
            .orElse(List.of());
    keys.removeIf(String::isEmpty);
    List<SecretData.Value> taken =
        values.stream().filter(v -> keys.isEmpty() || keys.contains(v.at().key())).toList();
    SecretKind byKey = SecretNames.kindOf(keys.toArray(String[]::new));
    if (byKey != SecretKind.APPLICATION_CONFIG) {
      return byKey;
    }
    Optional<SecretKind> byShape =
        taken.stream()
            .flatMap(v -> Credentials.byShape(v.text()).stream())
            .map(Credential::kind)
            .findFirst();
    if (byShape.isPresent()) {
      return byShape.get();
    }
    SecretKind byName = SecretNames.kindOf(target, use.secret());
    return byName != SecretKind.APPLICATION_CONFIG
        ? byName
        : SecretNames.kindOf(taken.stream().map(v -> v.at().key()).toArray(String[]::new));
  }

  /** What is known of where the Secret comes from, as the end of a message. */
  static String origin(Optional<Supply> supply) {
    return supply.map(s -> "; the Secret " + s.words()).orElse("");
  }
}
