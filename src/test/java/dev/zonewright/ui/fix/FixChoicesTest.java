package dev.zonewright.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Ticks reach what was ticked and nothing else, also where objects share their names. */
class FixChoicesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: one, namespace: acme}
      spec:
        runtimeClassName: edera
        automountServiceAccountToken: false
        hostPID: true
        securityContext: {seccompProfile: {type: RuntimeDefault}}
        containers:
      """;
  private static final String CONTAINER =
      """
          - name: a
            image: a:1
            securityContext:
              privileged: true
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
      """;

  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private FixAllModel model(Predicate<LocatedFinding> scope, Manifest... manifests) {
    Analysis before = analyzer.analyze(List.of(manifests));
    return new FixAllModel(
        new Fixer(analyzer), before, "scope", scope, Runnable::run, Runnable::run);
  }

  private static FixAllPreview preview(FixAllModel model) {
    return ((FixAllModel.State.Ready) model.stateProperty().get()).preview();
  }

  private static List<FixChoices.Item> items(FixAllModel model, int file, String control) {
    return model.choices().files().get(file).items().stream()
        .filter(i -> i.finding().finding().control().id().equals(control))
        .toList();
  }

  @Test
  void theSameObjectInAnotherFileIsLeftAlone() {
    Manifest a = Manifest.of("a.yaml", POD + CONTAINER);
    Manifest b = Manifest.of("b.yaml", POD + CONTAINER);
    FixAllModel model = model(FixAllModel.file("a.yaml"), a, b);
    model.start();

    assertThat(preview(model).run().edits()).containsOnlyKeys("a.yaml");
    assertThat(preview(model).fixed()).isEqualTo(model.choices().count()).isPositive();
  }

  @Test
  void ofTheSameObjectInTwoFilesOnlyTheTickedOneIsFixed() {
    Manifest a = Manifest.of("a.yaml", POD + CONTAINER);
    Manifest b = Manifest.of("b.yaml", POD + CONTAINER);
    for (int off = 0; off < 2; off++) {
      FixAllModel model = model(FixAllModel.everything(), a, b);
      model.tick(model.choices().files().get(off).items(), false);

      assertThat(preview(model).run().edits()).containsOnlyKeys(off == 0 ? "b.yaml" : "a.yaml");
      assertThat(preview(model).fixed()).isEqualTo(model.choices().count());
    }
  }

  @Test
  void ofTwoContainersWithOneNameOnlyTheTickedOneIsFixed() {
    String text = POD + CONTAINER + CONTAINER;
    FixAllModel model = model(FixAllModel.everything(), Manifest.of("a.yaml", text));
    List<FixChoices.Item> both = items(model, 0, "privileged-container");
    assertThat(both).hasSize(2);
    assertThat(both.get(0).finding().key()).isEqualTo(both.get(1).finding().key());
    model.tick(model.choices().files().getFirst().items(), false);
    model.tick(both.subList(0, 1), true);

    assertThat(preview(model).run().edits().get("a.yaml"))
        .extracting(e -> e.apply(text))
        .isEqualTo(POD + CONTAINER.replace("privileged: true", "privileged: false") + CONTAINER);
    assertThat(preview(model).fixed()).isEqualTo(2);
  }

  /** A fix that adds a document behind the namespace pushes the pods behind it down. */
  @Test
  void ofPodsBehindAnAddedDocumentOnlyTheTickedOneIsFixed() {
    String namespace =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: acme}
        ---
        """;
    String account =
        """
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: acme
        automountServiceAccountToken: false
        """;
    String one = POD + CONTAINER;
    String two = one.replace("name: one,", "name: two,");
    for (String last : List.of(two, one)) {
      String text = namespace + one + "---\n" + last;
      for (int on = 0; on < 2; on++) {
        FixAllModel model = model(FixAllModel.everything(), Manifest.of("a.yaml", text));
        List<FixChoices.Item> pods = items(model, 0, "host-pid");
        assertThat(pods).hasSize(2);
        model.tick(model.choices().files().getFirst().items(), false);
        model.tick(items(model, 0, "automounting-service-account"), true);
        model.tick(pods.subList(on, on + 1), true);
        String fixed = (on == 0 ? one : last).replace("  hostPID: true\n", "");
        assertThat(preview(model).run().edits().get("a.yaml"))
            .extracting(e -> e.apply(text))
            .isEqualTo(
                namespace.replace("---\n", account)
                    + "---\n"
                    + (on == 0 ? fixed + "---\n" + last : one + "---\n" + fixed));
        assertThat(preview(model).fixed()).isEqualTo(2);
      }
    }
  }
}
