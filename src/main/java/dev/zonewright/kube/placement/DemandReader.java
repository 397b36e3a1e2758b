package dev.zonewright.kube.placement;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what a pod demands of its node: {@code nodeSelector}, the required node affinity, and the
 * selector of its RuntimeClass. Preferences bind nobody; pods' affinity to one another is not read.
 */
public final class DemandReader {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private DemandReader() {}

  /**
   * Reads it.
   *
   * @param runtimeClass that of the pod, where it is opened
   */
  public static NodeDemand read(PodView pod, Optional<KubeObject> runtimeClass) {
    NodeDemand own = selector(pod.spec().get("nodeSelector"));
    NodeDemand runtime = runtimeClass.map(DemandReader::ofClass).orElse(NodeDemand.ANY_NODE);
    return own.and(runtime).and(affinity(pod));
  }

  /** What a RuntimeClass demands of the nodes of its pods. */
  public static NodeDemand ofClass(KubeObject runtimeClass) {
    return selector(runtimeClass.root().get("scheduling", "nodeSelector"));
  }

  private static NodeDemand selector(YamlCursor at) {
    Map<String, LabelDemand> labels = new TreeMap<>();
    for (YamlCursor entry : at.entries()) {
      if (!entry.isPlaceholder()) {
        labels.put(entry.key(), LabelDemand.in(Set.of(entry.raw())));
      }
    }
    return new NodeDemand(List.of(new NodeTerm(labels)));
  }

  private static NodeDemand affinity(PodView pod) {
    List<YamlCursor> terms =
        pod.spec().get("affinity", "nodeAffinity").get(REQUIRED).get("nodeSelectorTerms").items();
    if (terms.isEmpty()) {
      return NodeDemand.ANY_NODE;
    }
    List<NodeTerm> out = new ArrayList<>();
    for (YamlCursor term : terms) {
      Map<String, LabelDemand> labels = new TreeMap<>();
      for (YamlCursor expression : term.get("matchExpressions").items()) {
        labels.merge(expression.get("key").raw(), demand(expression), LabelDemand::and);
      }
      out.add(new NodeTerm(labels));
    }
    return new NodeDemand(out);
  }

  private static LabelDemand demand(YamlCursor expression) {
    Set<String> values =
        expression.get("values").items().stream().map(YamlCursor::raw).collect(Collectors.toSet());
    return switch (expression.get("operator").raw()) {
      case "In" -> LabelDemand.in(values);
      case "NotIn" -> LabelDemand.notIn(values);
      case "Exists", "Gt", "Lt" -> new LabelDemand(Optional.empty(), Set.of(), true, false);
      case "DoesNotExist" -> new LabelDemand(Optional.empty(), Set.of(), false, true);
      default -> LabelDemand.ANYTHING;
    };
  }
}
