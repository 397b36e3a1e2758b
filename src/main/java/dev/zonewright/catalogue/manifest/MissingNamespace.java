package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.SharedNamespace;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * Field: {@code metadata.namespace} of the kinds of Kubernetes that live in a namespace. Accepted:
 * any; and none, unless the file is about one namespace, as {@link SharedNamespace} has it, and
 * nobody said where objects go that name none. One finding a document, on the first object that
 * names none.
 */
public final class MissingNamespace implements Control.OnDocument {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(MissingNamespace.class),
          Family.MANIFEST,
          "Namespace left open",
          "An object names no namespace, although the file is about one",
          Severity.NOTE,
          EderaEffect.OPERATOR,
          List.of("Kubernetes: Namespaces", "Zonewright: the namespace decides the tenant"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(YamlDocument document, Reporter reporter) {
    YamlCursor root = document.cursor();
    if (!root.isMapping() || !root.get("metadata", "namespace").raw().isEmpty()) {
      return;
    }
    List<KubeObject> missing =
        KubeObject.in(root).stream().filter(SharedNamespace::isMissingOn).toList();
    if (!missing.isEmpty()) {
      reporter
          .cluster()
          .namespaceOfFile(document)
          .ifPresent(namespace -> report(missing, namespace, reporter));
    }
  }

  private static void report(List<KubeObject> missing, String namespace, Reporter reporter) {
    KubeObject first = missing.getFirst();
    List<YamlPath> places =
        missing.stream().map(o -> o.root().get("metadata", "namespace").path()).toList();
    reporter
        .violated(
            first.root().get("metadata", "namespace"),
            "The file is about namespace %s, and %s names none: it goes to the namespace of the command that"
                    .formatted(namespace, missing.size() == 1 ? "this object" : "objects here")
                + " applies it, and is counted for tenant default")
        .fix(
            Fix.review(
                "Set namespace to " + namespace,
                "where the file is applied with another namespace, the object would move",
                editor -> places.forEach(place -> editor.set(place, YamlValue.of(namespace)))))
        .guidance(
            "Where the file is always applied with kubectl -n or by Helm, the namespace can be "
                + "left out: name it with --namespace, or as defaultNamespace of the review file, "
                + "to review it by tenant.");
  }
}
