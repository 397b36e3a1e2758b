package dev.zonewright.catalogue.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which manifests write an object that is written before. */
class DuplicateObjectTest {
  private static final Control CONTROL = new DuplicateObject();
  private static final Analyzer ANALYZER = new Analyzer(List.of(CONTROL), Profile.EDERA_REFERENCE);

  private static String object(String apiVersion, String kind, String metadata) {
    return "apiVersion: %s\nkind: %s\nmetadata: {%s}\n".formatted(apiVersion, kind, metadata);
  }

  private static String deployment(String metadata) {
    return object("apps/v1", "Deployment", metadata);
  }

  private static List<String> found(String... files) {
    List<Manifest> manifests = new ArrayList<>();
    for (String text : files) {
      manifests.add(Manifest.of((char) ('a' + manifests.size()) + ".yaml", text));
    }
    return ANALYZER.analyze(manifests).findings().stream().map(DuplicateObjectTest::words).toList();
  }

  private static String words(LocatedFinding found) {
    assertThat(found.related()).hasSize(1);
    assertThat(found.finding().fixes()).isEmpty();
    return found.place() + " of " + found.related().getFirst().place();
  }

  @Test
  void theLaterFileIsToldAndTheFirstIsRelated() {
    String text = deployment("name: web, namespace: shop");
    Manifest base = Manifest.of("base/web.yaml", text);
    Manifest other = Manifest.of("other/web.yaml", "# ours\n" + text);
    // in the order of the names, whatever order they are opened in
    List<LocatedFinding> found = ANALYZER.analyze(List.of(other, base)).findings();
    assertThat(found)
        .extracting(DuplicateObjectTest::words)
        .containsExactly("other/web.yaml:4 of base/web.yaml:3");
    LocatedFinding only = found.getFirst();
    assertThat(only.finding().path()).hasToString("metadata.name");
    assertThat(only.related().getFirst().role()).isEqualTo("is the same object");
    assertThat(only.finding().message())
        .isEqualTo(
            "Deployment shop/web is also defined in base/web.yaml: applied together, the later"
                + " one replaces the first");
  }

  @Test
  void eachLaterOneInOneFileIsToldByItself() {
    String text = deployment("name: web");
    assertThat(found(text + "---\n" + text + "---\n" + text))
        .containsExactly("a.yaml:7 of a.yaml:3", "a.yaml:11 of a.yaml:3");
    List<LocatedFinding> found =
        ANALYZER.analyze(List.of(Manifest.of("a.yaml", text + "---\n" + text))).findings();
    assertThat(found.getFirst().finding().message())
        .startsWith("Deployment web is also defined earlier in this file");
  }

  @Test
  void itemsOfAListAreObjectsToo() {
    String list =
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
          - apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
        """;
    assertThat(found(list, object("v1", "ConfigMap", "name: settings, namespace: shop")))
        .containsExactly("a.yaml:12 of a.yaml:7", "b.yaml:3 of a.yaml:7");
  }

  @Test
  void theVersionOfTheGroupAndAnUnwrittenDefaultMakeNoOther() {
    assertThat(
            found(
                object("apps/v1beta1", "Deployment", "name: web"),
                object("apps/v1", "Deployment", "name: web, namespace: default")))
        .containsExactly("b.yaml:3 of a.yaml:3");
    assertThat(
            found(
                object("v1", "Namespace", "name: shop"),
                object("v1", "Namespace", "name: shop, namespace: stray")))
        .containsExactly("b.yaml:3 of a.yaml:3");
  }

  @Test
  void anotherNamespaceKindGroupOrNameIsAnotherObject() {
    String web = object("v1", "Service", "name: web, namespace: shop");
    assertThat(
            found(
                web,
                object("v1", "Service", "name: web, namespace: bank"),
                object("v1", "Service", "name: api, namespace: shop"),
                object("v1", "ConfigMap", "name: web, namespace: shop"),
                object("serving.knative.dev/v1", "Service", "name: web, namespace: shop")))
        .isEmpty();
    // one of a custom kind comes between, and is told of its own kind only
    String custom = object("serving.knative.dev/v1", "Service", "name: web, namespace: shop");
    assertThat(found(custom, web, custom, web))
        .containsExactly("c.yaml:3 of a.yaml:3", "d.yaml:3 of b.yaml:3");
  }

  @Test
  void whatIsNotCalledForCertainIsLeftOut() {
    for (String metadata :
        List.of(
            "name: \"{{ .Release.Name }}-web\"",
            "name: ${NAME}",
            "name: web, namespace: ${NAMESPACE}",
            "generateName: web-",
            "name: \"\"",
            "labels: {}")) {
      assertThat(found(deployment(metadata), deployment(metadata))).as(metadata).isEmpty();
    }
    assertThat(found(deployment("generateName: web"), deployment("name: web"))).isEmpty();
  }

  @Test
  void aPatchIsNoSecondObjectAndNeverTheFirst() {
    String web = deployment("name: web, namespace: shop");
    String patch = web + "$patch: replace\n";
    assertThat(found(web, patch)).isEmpty();
    assertThat(found(patch, web, web)).containsExactly("c.yaml:3 of b.yaml:3");
  }

  /** Notes which objects are looked at. */
  private record Looking(List<String> looked) implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return CONTROL.info();
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      looked.add(object.label() + " of " + object.root().get("metadata", "labels", "team").raw());
    }
  }

  @Test
  void anEditLooksOnlyAtItselfUnlessTheFirstIsAnother() {
    List<String> looked = new ArrayList<>();
    Analyzer analyzer =
        new Analyzer(List.of(CONTROL, new Looking(looked)), Profile.EDERA_REFERENCE);
    Manifest first = Manifest.of("a.yaml", deployment("name: web, labels: {team: a}"));
    Manifest second = Manifest.of("b.yaml", deployment("name: web, labels: {team: b}"));
    Manifest other = Manifest.of("c.yaml", deployment("name: api, labels: {team: c}"));
    Analysis before = analyzer.analyze(List.of(first, second, other));
    assertThat(looked).hasSize(3);

    looked.clear();
    Manifest edited =
        first.withText("# above\n" + first.stream().text().replace("team: a", "team: d"));
    before = analyzer.analyze(List.of(edited, second, other), List.of(), before);
    assertThat(looked).containsExactly("Deployment web of d");
    assertThat(before.findings())
        .extracting(DuplicateObjectTest::words)
        .containsExactly("b.yaml:3 of a.yaml:4");

    looked.clear();
    Manifest renamed = edited.withText(edited.stream().text().replace("web", "api"));
    before = analyzer.analyze(List.of(renamed, second, other), List.of(), before);
    assertThat(looked)
        .containsExactly("Deployment api of d", "Deployment web of b", "Deployment api of c");
    assertThat(before.findings())
        .extracting(DuplicateObjectTest::words)
        .containsExactly("c.yaml:3 of a.yaml:4");
  }
}
