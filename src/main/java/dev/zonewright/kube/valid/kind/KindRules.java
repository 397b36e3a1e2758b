package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;

/** Chooses the rules of a kind. A patch is not judged: what it leaves out stands elsewhere. */
public final class KindRules {
  private KindRules() {}

  public static void check(KubeObject object, Found found) {
    if (Patch.is(object)) {
      return;
    }
    YamlCursor spec = object.root().get("spec");
    switch (object.apiVersion() + " " + object.kind()) {
      case "v1 Service" -> ServiceRules.check(spec, found);
      case "networking.k8s.io/v1 Ingress" -> IngressRules.check(spec, found);
      case "policy/v1 PodDisruptionBudget" -> BudgetRules.check(spec, found);
      case "autoscaling/v1 HorizontalPodAutoscaler", "autoscaling/v2 HorizontalPodAutoscaler" ->
          ScalingRules.check(spec, found);
      default -> {
        // earlier versions had other fields, and no server reads them any longer
      }
    }
  }
}
