package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Earlier;
import dev.zonewright.yaml.YamlPath;
import java.util.List;

/**
 * Fields: API group, {@code kind}, {@code metadata.namespace} and {@code metadata.name}, which
 * together name one object. Accepted: each name once among the opened manifests, in the order of
 * files and documents. Left out: patches, names with a placeholder, and {@code generateName}.
 */
public final class DuplicateObject implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(DuplicateObject.class),
          Family.MANIFEST,
          "Duplicate object",
          "Two manifests define the same object, and only one of them can take effect",
          Severity.LOW,
          EderaEffect.OPERATOR,
          List.of(
              "Kubernetes: Object Names and IDs",
              "Kubernetes: Declarative Management of Kubernetes Objects Using Configuration"
                  + " Files"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    reporter
        .ask(new BaseQuery.EarlierOf(object))
        .ifPresent(earlier -> report(object, earlier, reporter));
  }

  private static void report(KubeObject object, Earlier earlier, Reporter reporter) {
    String name =
        object.namespace().isEmpty() || object.isClusterScoped()
            ? object.label()
            : "%s %s/%s".formatted(object.kind(), object.namespace(), object.name());
    String where = earlier.otherFile().map(file -> "in " + file).orElse("earlier in this file");
    YamlPath first = earlier.root().key("metadata").key("name");
    reporter
        .violated(
            object.root().get("metadata", "name"),
            "%s is also defined %s: applied together, the later one replaces the first"
                .formatted(name, where))
        .related(earlier.object(), first, "is the same object")
        .guidance(
            "Keep one of them. Where they are never applied together, such as the base and the"
                + " built overlay of a Kustomization, or a chart rendered for two environments,"
                + " open only what is.");
  }
}
