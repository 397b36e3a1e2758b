package dev.zonewright.kube.valid.kind;

import static dev.zonewright.kube.valid.Refusals.decides;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Autoscalers and disruption budgets, with the answers of an API server. */
class ScalingRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "minAvailable: 1, maxUnavailable: 1, selector: {matchLabels: {a: b}} ; minAvailable: 1,"
            + " selector: {matchLabels: {a: b}}",
        "minAvailable: 50, maxUnavailable: 0 ; selector: {}",
        "minAvailable: -1 ; minAvailable: 0",
        "minAvailable: half ; minAvailable: '${MIN}'",
        "maxUnavailable: '1' ; maxUnavailable: 1%",
        "maxUnavailable: 101% ; maxUnavailable: 100%",
        "maxUnavailable: 1, unhealthyPodEvictionPolicy: Always ; maxUnavailable: 1,"
            + " unhealthyPodEvictionPolicy: AlwaysAllow",
        "minAvailable: 1, selector: {matchLabels: {a: b c}} ; minAvailable: 1, selector:"
            + " {matchLabels: {a: ''}}",
        "minAvailable: 1, selector: {matchExpressions: [{key: a, operator: In}]} ; minAvailable: 1,"
            + " selector: {matchExpressions: [{key: a, operator: Exists}]}"
      })
  void budgets(String refused, String taken) {
    decides(
        "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: s, namespace: shop},"
            + " spec: {%s}}",
        refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "minReplicas: 1 ; maxReplicas: 3",
        "minReplicas: 5, maxReplicas: 3 ; minReplicas: 3, maxReplicas: 3",
        "maxReplicas: 0 ; maxReplicas: 1",
        "minReplicas: -1, maxReplicas: 3 ; minReplicas: '${MIN}', maxReplicas: 3",
        "minReplicas: 0, maxReplicas: 3 ; minReplicas: 2, maxReplicas: '${MAX}'",
        "maxReplicas: 3, metrics: [{type: Resource}] ; maxReplicas: 3, metrics: [{type: Resource,"
            + " resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]",
        "maxReplicas: 3, metrics: [{resource: {name: cpu, target: {type: Utilization,"
            + " averageUtilization: 50}}}] ; maxReplicas: 3, metrics: [{type: Resource, resource:"
            + " {name: memory, target: {type: AverageValue, averageValue: 1Gi}}}]",
        "maxReplicas: 3, metrics: [{type: resource, resource: {name: cpu, target: {type:"
            + " Utilization, averageUtilization: 50}}}] ; maxReplicas: 3, metrics: '${METRICS}'",
        "maxReplicas: 3, metrics: [{type: Pods, resource: {name: cpu, target: {type: Utilization,"
            + " averageUtilization: 50}}}] ; maxReplicas: 3, metrics: [{type: Pods, pods: {metric:"
            + " {name: m}, target: {type: AverageValue, averageValue: 5}}}]",
        "maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu}}] ; maxReplicas: 3,"
            + " metrics: [{type: Resource, resource: {name: cpu, target: '${TARGET}'}}]",
        "maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target:"
            + " {averageUtilization: 50}}}] ; maxReplicas: 3, metrics: [{type: Resource, resource:"
            + " {name: cpu, target: {type: Value, averageUtilization: 50}}}]",
        "maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type:"
            + " Utilization}}}] ; maxReplicas: 3, metrics: [{type: External, external: {metric:"
            + " {name: m}, target: {type: Value, value: 3}}}]",
        "maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type:"
            + " Utilization, averageUtilization: 0}}}] ; maxReplicas: 3, metrics: [{type: Resource,"
            + " resource: {name: cpu, target: {type: Utilization, averageUtilization: 200}}}]",
        "maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type:"
            + " Utilization, averageUtilization: 50, averageValue: 5}}}] ; maxReplicas: 3, metrics:"
            + " [{type: Object, object: {metric: {name: m}, describedObject: {kind: K, name: nn},"
            + " target: {type: Value, value: 5}}}]",
        "maxReplicas: 3, metrics: [{type: Resource, resource: {target: {type: Utilization,"
            + " averageUtilization: 50}}}] ; maxReplicas: 3, metrics: [{type: ContainerResource,"
            + " containerResource: {name: cpu, container: c, target: {type: Utilization,"
            + " averageUtilization: 50}}}]",
        "maxReplicas: 3, metrics: [{type: Pods, pods: {metric: {name: m}, target: {type:"
            + " Utilization, averageUtilization: 50}}}] ; maxReplicas: 3, metrics: []",
        "maxReplicas: 3, metrics: [{type: Pods, pods: {target: {type: AverageValue, averageValue:"
            + " 5}}}] ; maxReplicas: 3, metrics: [{type: Pods, pods: {metric: {name: m, selector:"
            + " {}}, target: {type: AverageValue, averageValue: '5'}}}]",
        "maxReplicas: 3, metrics: [{type: External, external: {metric: {name: m}, target: {type:"
            + " Value, value: 3, averageValue: 3}}}] ; maxReplicas: 3, metrics: [{type: External,"
            + " external: {metric: {name: m}, target: {type: AverageValue, averageValue: 3}}}]",
        "maxReplicas: 3, metrics: [{type: External, external: {metric: {name: m}, target: {type:"
            + " Value, value: 0}}}] ; maxReplicas: 3, behavior: {scaleDown: {}}",
        "maxReplicas: 3, behavior: {scaleDown: {stabilizationWindowSeconds: 3601}} ; maxReplicas:"
            + " 3, behavior: {scaleDown: {stabilizationWindowSeconds: 3600}}",
        "maxReplicas: 3, behavior: {scaleDown: {selectPolicy: max}} ; maxReplicas: 3, behavior:"
            + " {scaleDown: {selectPolicy: Disabled}}",
        "maxReplicas: 3, behavior: {scaleUp: {policies: []}} ; maxReplicas: 3, behavior: {scaleUp:"
            + " {policies: [{type: Pods, value: 4, periodSeconds: 60}]}}",
        "maxReplicas: 3, behavior: {scaleUp: {policies: [{type: Pods, value: 0, periodSeconds:"
            + " 60}]}} ; maxReplicas: 3, behavior: {scaleUp: {policies: [{type: Percent, value:"
            + " 400, periodSeconds: 1800}]}}",
        "maxReplicas: 3, behavior: {scaleUp: {policies: [{type: Pods, value: 4, periodSeconds:"
            + " 1801}]}} ; maxReplicas: 3, behavior: {scaleUp: {policies: '${POLICIES}'}}",
        "maxReplicas: 3, behavior: {scaleUp: {policies: [{type: percent, value: 4, periodSeconds:"
            + " 60}]}} ; maxReplicas: 3, behavior: {scaleUp: {policies: [{type: Percent, value:"
            + " '${V}', periodSeconds: 60}]}}",
        "maxReplicas: 3, behavior: {scaleUp: {policies: [{type: Pods, value: 4}]}} ; maxReplicas:"
            + " 3, behavior: {scaleUp: {tolerance: 0}}"
      })
  void autoscalers(String refused, String taken) {
    decides(
        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: s, namespace:"
            + " shop}, spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d},"
            + " %s}}",
        refused, taken);
  }
}
