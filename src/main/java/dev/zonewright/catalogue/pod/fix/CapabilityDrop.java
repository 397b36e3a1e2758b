package dev.zonewright.catalogue.pod.fix;

import dev.zonewright.control.Fix;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.evidence.CapabilityNeed;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** The two ways to drop a container's capabilities: all, or all but those that it likely needs. */
public record CapabilityDrop(ContainerView container, YamlCursor drop, ClusterLookup cluster) {
  /** Drops all of them. */
  public Fix all() {
    return Fix.judged(
        "Drop ALL capabilities",
        Ground.unless(
            CapabilityNeed.objection(container, cluster),
            "it runs as another user than root, and nothing shows that it uses any"),
        dropAll(drop));
  }

  /** Writes ALL as admission knows it, where the container drops all in other letters. */
  public Fix respelled() {
    return Fix.safe(
        "Drop ALL capabilities",
        "the runtime ignores the case of the letters, so all are dropped already",
        dropAll(drop));
  }

  /** Drops all and adds back what the container's commands and ports need. */
  public Optional<Fix> withNeeded() {
    YamlCursor add = container.securityContext().get("capabilities", "add");
    List<String> needed =
        CapabilityNeed.of(container, cluster).names().stream()
            .filter(name -> add.items().stream().noneMatch(item -> item.raw().equals(name)))
            .toList();
    if (needed.isEmpty()) {
      return Optional.empty();
    }
    Fix.Plan dropAll = dropAll(drop);
    return Optional.of(
        Fix.review(
            "Drop ALL capabilities, add " + String.join(", ", needed),
            "what is added back is likely needed, and is a separate finding",
            editor -> {
              dropAll.ask(editor);
              needed.forEach(name -> editor.addItem(add.path(), YamlValue.of(name)));
            }));
  }

  /** Holds nothing of the cluster: a fix may be kept longer than the analysis that offers it. */
  private static Fix.Plan dropAll(YamlCursor drop) {
    return editor -> {
      if (drop.isSequence()) {
        editor.replaceList(drop.path(), List.of("ALL"));
      } else {
        editor.set(drop.path(), YamlValue.strings("ALL"));
      }
    };
  }
}
