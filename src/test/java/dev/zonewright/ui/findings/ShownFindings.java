package dev.zonewright.ui.findings;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;

/** A table of findings over two pods, and what stands in it. */
final class ShownFindings {
  static String pod(String name, String tenant, String more) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
      namespace: %s
    spec:
      %s
      automountServiceAccountToken: false
      containers:
        - name: main
          image: x:1
          securityContext: {capabilities: {drop: [ALL]}}
    """
        .formatted(name, tenant, more);
  }

  static final Manifest A =
      Manifest.of(
          "a.yaml",
          pod("one", "acme", "hostPID: true") + "---\n" + pod("two", "globex", "hostIPC: true"));
  static final Manifest CLEAN =
      Manifest.of("c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n");

  static Analysis analyse(Manifest... manifests) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(manifests));
  }

  static FindingsModel showing(Manifest... manifests) {
    FindingsModel model = new FindingsModel();
    model.show(analyse(manifests));
    return model;
  }

  static List<String> words(FindingsModel model) {
    return model.rows().stream()
        .map(r ->
            switch (r) {
              case FindingRow.Group g -> "[" + g.title() + "]";
              case FindingRow.Item i ->
                  i.at().finding().control().id() + " " + i.at().finding().name();
            })
        .toList();
  }

  static List<FindingRow.Item> items(FindingsModel model) {
    return model.rows().stream()
        .filter(FindingRow.Item.class::isInstance)
        .map(FindingRow.Item.class::cast)
        .toList();
  }

  private ShownFindings() {}
}
