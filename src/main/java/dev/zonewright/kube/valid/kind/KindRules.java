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
      case "v1 ConfigMap" -> DataRules.configMap(object.root(), found);
      case "v1 Secret" -> DataRules.secret(object.root(), found);
      case "v1 Endpoints" -> EndpointRules.endpoints(object.root(), found);
      case "discovery.k8s.io/v1 EndpointSlice" -> EndpointRules.slice(object.root(), found);
      case "node.k8s.io/v1 RuntimeClass" -> ClassRules.runtime(object.root(), found);
      case "scheduling.k8s.io/v1 PriorityClass" -> ClassRules.priority(object.root(), found);
      case "storage.k8s.io/v1 StorageClass" -> ClassRules.storage(object.root(), found);
      case "storage.k8s.io/v1 CSIDriver" -> ClassRules.driver(spec, found);
      case "networking.k8s.io/v1 IngressClass" -> ClassRules.ingress(spec, found);
      case "coordination.k8s.io/v1 Lease" -> ClassRules.lease(spec, found);
      case "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration",
          "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration" ->
          WebhookRules.check(object.root(), found);
      case "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy" ->
          PolicyRules.policy(spec, found);
      case "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding" ->
          PolicyRules.binding(spec, found);
      case "apiextensions.k8s.io/v1 CustomResourceDefinition" ->
          DefinitionRules.check(object.root(), found);
      case "autoscaling/v1 HorizontalPodAutoscaler", "autoscaling/v2 HorizontalPodAutoscaler" ->
          ScalingRules.check(spec, found);
      default -> {
        // earlier versions had other fields, and no server reads them any longer
      }
    }
  }
}
