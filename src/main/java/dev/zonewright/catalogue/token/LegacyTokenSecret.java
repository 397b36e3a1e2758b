package dev.zonewright.catalogue.token;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Field: {@code type} of a Secret; also the Secrets that a pod takes in, by {@code
 * volumes[*].secret.secretName}, {@code volumes[*].projected.sources[*].secret.name}, {@code
 * env[*].valueFrom.secretKeyRef.name} and {@code envFrom[*].secretRef.name}, where they are opened.
 * Accepted: any type but {@code kubernetes.io/service-account-token}. Kubernetes makes no such
 * Secret by itself since 1.24.
 */
public final class LegacyTokenSecret implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(LegacyTokenSecret.class),
          Family.TOKEN,
          "Token that never expires",
          "A Secret holds a ServiceAccount token that never expires, or a pod is given one",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: ServiceAccount token handling",
              "Kubernetes: Secrets"));

  private static final String TYPE = "kubernetes.io/service-account-token";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.object("Secret", "type"));
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if (holdsToken(object)) {
      reporter
          .violated(
              object.root().get("type"),
              "Kubernetes fills this Secret with a token that never expires: anyone who reads it "
                  + "once keeps the rights of the account")
          .guidance(
              "Remove the Secret, and have its users request a token that expires: a projected"
                  + " serviceAccountToken in a pod, kubectl create token outside.");
    }
    for (PodView pod : PodViews.of(object)) {
      SecretUse.of(pod).forEach(use -> taken(use.name(), pod, use.container(), reporter));
    }
  }

  private static boolean holdsToken(KubeObject object) {
    return object.kind().equals("Secret")
        && object.group().isEmpty()
        && object.root().get("type").string().orElse("").equals(TYPE);
  }

  private static void taken(YamlCursor name, PodView pod, String container, Reporter reporter) {
    if (name.string().isEmpty()) {
      return;
    }
    reporter
        .cluster()
        .object("Secret", pod.object().namespace(), name.raw())
        .filter(LegacyTokenSecret::holdsToken)
        .ifPresent(secret ->
            reporter
                .violated(
                    name,
                    "Secret %s holds a ServiceAccount token that never expires, and the pod is"
                            .formatted(secret.name())
                        + " given it")
                .container(container)
                .guidance(
                    "Use a projected serviceAccountToken with an audience instead: Kubernetes "
                        + "renews it, and it expires with the pod."));
  }
}
