package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.secret.CloudKeys;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Fields: the names in {@code env} of every container, with a value or a {@code secretKeyRef}; the
 * keys of a Secret's {@code data} and {@code stringData} and of a ConfigMap's {@code data}.
 * Accepted: none of the names under which the large clouds read keys that do not end.
 */
public final class LongLivedCloudCredential implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(LongLivedCloudCredential.class),
          Family.SECRET,
          "Cloud key that does not expire",
          "The workload is given a cloud account's key instead of workload identity",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of("Edera security reference architecture: Secrets management"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    for (PodView pod : PodViews.of(object)) {
      for (ContainerView container : pod.containers()) {
        container.at().get("env").items().forEach(env -> variable(env, container, reporter));
      }
    }
    boolean core = object.group().isEmpty();
    if (core && (object.kind().equals("Secret") || object.kind().equals("ConfigMap"))) {
      object.root().get("data").entries().forEach(at -> key(at, object, reporter));
      object.root().get("stringData").entries().forEach(at -> key(at, object, reporter));
    }
  }

  private static void variable(YamlCursor env, ContainerView container, Reporter reporter) {
    Optional<CloudKeys.Found> found = CloudKeys.ofVariable(env);
    found.ifPresent(key ->
        reporter
            .violated(
                env.get("name"),
                "%s gives the container %s, a key that works from anywhere and does not expire"
                    .formatted(env.get("name").raw(), key.what()))
            .container(container.name())
            .guidance(key.advice()));
  }

  private static void key(YamlCursor at, KubeObject object, Reporter reporter) {
    CloudKeys.ofEntry(at, object.kind().equals("Secret"))
        .ifPresent(key ->
            reporter
                .violated(
                    at,
                    "%s holds %s under %s, a key that works from anywhere and does not expire"
                        .formatted(object.label(), key.what(), at.key()))
                .guidance(key.advice()));
  }
}
