package dev.zonewright.catalogue.monitoring;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.kube.placement.WorkloadKinds;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first opened object that shows that the platform's manifests are opened, and not only a
 * tenant's: a RuntimeClass of Edera, else a workload of the platform in a namespace of Kubernetes
 * itself. Where there is none, what the platform runs is not asked after.
 */
record PlatformMark() implements Query<Optional<ObjectRef>> {
  private static final String RUNTIME_CLASS = "RuntimeClass";

  @Override
  public Optional<ObjectRef> answer(Cluster cluster) {
    List<String> kinds = new ArrayList<>(List.of(RUNTIME_CLASS));
    kinds.addAll(WorkloadKinds.ALL);
    for (String kind : kinds) {
      for (KubeObject object : cluster.ask(new BaseQuery.OfKind(kind))) {
        if (isBy(object)) {
          return Optional.of(ObjectRef.of(object));
        }
      }
    }
    return Optional.empty();
  }

  static boolean isBy(KubeObject object) {
    return object.kind().equals(RUNTIME_CLASS)
        ? object.root().get("handler").raw().equals(ZoneState.HANDLER)
        : Tenants.isSystem(object.namespace()) && Platform.of(object).isPresent();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlatformMark;
  }

  @Override
  public int hashCode() {
    return 1232;
  }
}
