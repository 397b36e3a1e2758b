package dev.zonewright.catalogue.tenancy;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.placement.SharedStorage;
import dev.zonewright.kube.placement.SharedStorage.Use;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields: the volumes of a pod that name a share of the network, and {@code spec.volumeName} of a
 * claim. Accepted: one that no other tenant names.
 */
public final class SharedVolume implements Control.OnObject {
  private static final int RELATED = 5;

  private static final ControlInfo INFO =
      Sources.info(
          SharedVolume.class,
          "Shared volume",
          "Two tenants reach the same volume",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          "Edera security reference architecture: What operators must isolate",
          "Kubernetes: Persistent Volumes");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if (object.kind().equals("PersistentVolumeClaim")) {
      YamlCursor volume = object.root().get("spec", "volumeName");
      if (!volume.raw().isEmpty()) {
        String own = object.tenant().orElse(Tenants.DEFAULT);
        if (!check("PersistentVolume " + volume.raw(), volume, own, reporter)) {
          reporter
              .cluster()
              .object("PersistentVolume", "", volume.raw())
              .flatMap(v -> SharedStorage.share(v.root().get("spec")))
              .ifPresent(name -> check(name, volume, own, reporter));
        }
      }
      return;
    }
    if (object.kind().equals("PersistentVolume")) {
      YamlCursor tenant = object.root().get("spec", "claimRef").get("namespace");
      if (tenant.isScalar() && !tenant.raw().isEmpty() && !tenant.isPlaceholder()) {
        SharedStorage.share(object.root().get("spec"))
            .ifPresent(name -> check(name, tenant, tenant.raw(), reporter));
      }
      return;
    }
    for (PodView pod : PodViews.of(object)) {
      for (YamlCursor volume : pod.spec().get("volumes").items()) {
        SharedStorage.share(volume)
            .ifPresent(
                name -> check(name, volume, object.tenant().orElse(Tenants.DEFAULT), reporter));
      }
    }
  }

  /** Whether another tenant reaches it. */
  private static boolean check(String name, YamlCursor at, String own, Reporter reporter) {
    List<Use> others =
        reporter.ask(new SharedStorage.Of(name)).stream()
            .filter(u -> !reporter.profile().isOneTenant(u.tenant(), own))
            .toList();
    if (others.isEmpty()) {
      return false;
    }
    String tenants =
        others.stream()
            .map(u -> reporter.profile().tenantOf(u.tenant()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    FindingBuilder finding =
        reporter.violated(
            at,
            "%s is reached by %s as well: what one tenant writes, the other reads"
                .formatted(name, tenants));
    for (Use use : others.subList(0, Math.min(RELATED, others.size()))) {
      finding = finding.related(use.object(), use.path(), "uses the same volume");
    }
    finding.guidance("Give each tenant its own volume; share what both need through a service.");
    return true;
  }
}
