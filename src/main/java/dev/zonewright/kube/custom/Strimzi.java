package dev.zonewright.kube.custom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kinds of Strimzi, which hold templates of each pod and of each container by its name. Source: its
 * types (PodTemplate, ContainerTemplate, and the templates of each part).
 */
final class Strimzi {
  private static final String WHY = "Strimzi makes the pod, and merges these fields into it";

  private static final PodForm POD =
      PodForm.beside(Set.of("securityContext", "volumes", "tolerations"), WHY);

  private Strimzi() {}

  static List<CustomKind> all() {
    Map<String, String> kafka = new LinkedHashMap<>();
    kafka.put("spec.kafka", "kafkaContainer initContainer");
    kafka.put("spec.zookeeper", "zookeeperContainer");
    kafka.put(
        "spec.entityOperator", "topicOperatorContainer userOperatorContainer tlsSidecarContainer");
    kafka.put("spec.cruiseControl", "cruiseControlContainer tlsSidecarContainer");
    kafka.put("spec.kafkaExporter", "container");
    String connect = "connectContainer initContainer buildContainer";
    return List.of(
        kind("Kafka", kafka),
        kind("KafkaBridge", Map.of("spec", "bridgeContainer initContainer")),
        kind("KafkaConnect", Map.of("spec", connect)),
        kind("KafkaMirrorMaker2", Map.of("spec", connect)),
        kind("KafkaNodePool", Map.of("spec", "kafkaContainer initContainer")));
  }

  private static CustomKind kind(String kind, Map<String, String> parts) {
    List<Spot> spots = new ArrayList<>();
    parts.forEach((at, names) -> {
      String template = at + ".template";
      List<String> containers = List.of(names.split(" "));
      spots.add(Spot.fields(template + ".pod", POD));
      if (containers.contains("buildContainer")) {
        spots.add(Spot.fields(template + ".buildPod", POD));
      }
      spots.add(
          Spot.fields(
              template,
              PodForm.beside(
                  Set.of(),
                  WHY,
                  containers.stream()
                      .map(name -> ContainerField.one(name).part())
                      .toArray(ContainerField[]::new))));
    });
    return new CustomKind("Strimzi", "kafka.strimzi.io", kind, spots);
  }
}
