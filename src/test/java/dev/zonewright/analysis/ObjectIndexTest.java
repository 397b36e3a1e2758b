package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectIndexTest {
  private static String object(String apiVersion, String kind, String namespace, String name) {
    return "apiVersion: %s\nkind: %s\nmetadata: {namespace: %s, name: %s}\n"
        .formatted(apiVersion, kind, namespace.isEmpty() ? "null" : namespace, name);
  }

  private static List<List<KubeObject>> documents(String... documents) {
    return YamlStream.parse(String.join("---\n", documents)).parts().stream()
        .map(part -> KubeObject.in(part.document().cursor()))
        .toList();
  }

  private static ObjectIndex index(String... documents) {
    return new ObjectIndex(documents(documents), ObjectIndex.Lists.NONE, new FileNamespaces());
  }

  @Test
  void anObjectWithoutANamespaceIsInTheDefaultOne() {
    ObjectIndex index =
        index(
            object("v1", "PersistentVolumeClaim", "", "data"),
            object("v1", "PersistentVolumeClaim", "shop", "data"));

    assertThat(index.object("PersistentVolumeClaim", "default", "data"))
        .isEqualTo(index.object("PersistentVolumeClaim", "", "data"))
        .isPresent();
    assertThat(index.object("PersistentVolumeClaim", "shop", "data"))
        .map(KubeObject::namespace)
        .contains("shop");
    assertThat(index.object("PersistentVolumeClaim", "other", "data")).isEmpty();
  }

  @Test
  void ofTwoNamespacesOfOneNameTheLaterCounts() {
    String first = "{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {x: one}}}\n";
    assertThat(index(first, first.replace("one", "two")).object("Namespace", "", "a"))
        .map(n -> n.root().get("metadata", "labels", "x").raw())
        .contains("two");
  }

  @Test
  void theNamespaceOfWhatBelongsToTheWholeClusterDoesNotCount() {
    ObjectIndex index = index(object("v1", "PersistentVolume", "stray", "disk"));

    assertThat(index.object("PersistentVolume", "", "disk")).isPresent();
    assertThat(index.object("PersistentVolume", "shop", "disk")).isPresent();
  }

  @Test
  void ofTwoWithOneNameTheFirstCountsButACustomResourceLast() {
    ObjectIndex index =
        index(
            object("serving.knative.dev/v1", "Service", "", "web"),
            object("v1", "Service", "", "web"),
            object("v1", "Service", "default", "web"));

    assertThat(index.object("Service", "", "web")).contains(index.objects("Service").get(1));
    assertThat(index.objects("Service"))
        .extracting(KubeObject::apiVersion)
        .containsExactly("serving.knative.dev/v1", "v1", "v1");
    assertThat(index.objects("Secret")).isEmpty();
  }

  @Test
  void aListThatHoldsTheSameObjectsStaysTheSameList() {
    List<List<KubeObject>> documents =
        documents(object("v1", "Secret", "", "a"), object("v1", "Namespace", "", "b"));
    ObjectIndex before = new ObjectIndex(documents, ObjectIndex.Lists.NONE, new FileNamespaces());
    List<List<KubeObject>> more = new ArrayList<>(documents);
    more.addAll(documents(object("v1", "Namespace", "", "c")));
    ObjectIndex after = new ObjectIndex(more, before.known(), new FileNamespaces());

    assertThat(after.objects("Secret")).isSameAs(before.objects("Secret"));
    assertThat(after.objects("Namespace")).hasSize(2);
  }

  /** Asks for a Namespace and for all Secrets, each by its own pod. */
  private record Asking(List<String> looked) implements Control.OnPod {
    @Override
    public ControlInfo info() {
      return new ControlInfo(
          "asking",
          Family.TENANCY,
          "Asking",
          "Asks for other objects.",
          Severity.LOW,
          EderaEffect.OPERATOR,
          List.of());
    }

    @Override
    public void check(PodView pod, Reporter reporter) {
      looked.add(pod.object().name());
      Optional<?> unused =
          pod.object().name().equals("of-secrets")
              ? reporter.cluster().objects("Secret").stream().findFirst()
              : reporter.cluster().object("Namespace", "", "shop");
      assertThat(unused).isNotNull();
    }
  }

  @Test
  void whoAskedForAnObjectIsLookedAtAgainWhenItComesChangesOrGoes() {
    List<String> looked = new ArrayList<>();
    Analyzer analyzer = new Analyzer(List.of(new Asking(looked)), Profile.EDERA_REFERENCE);
    String pods =
        """
        kind: Pod
        metadata: {name: of-secrets}
        spec: {containers: []}
        ---
        kind: Pod
        metadata: {name: of-namespace}
        spec: {containers: []}
        """;
    Manifest workloads = Manifest.of("pods.yaml", pods);
    Analysis alone = analyzer.analyze(List.of(workloads));
    assertThat(looked).containsExactlyInAnyOrder("of-secrets", "of-namespace");

    looked.clear();
    Manifest namespace = Manifest.of("a.yaml", object("v1", "Namespace", "", "shop"));
    Analysis with = analyzer.analyze(List.of(workloads, namespace), List.of(), alone);
    assertThat(looked).containsExactly("of-namespace");

    looked.clear();
    Manifest secret = Manifest.of("b.yaml", object("v1", "Secret", "any", "where"));
    Analysis both = analyzer.analyze(List.of(workloads, namespace, secret), List.of(), with);
    assertThat(looked).containsExactly("of-secrets");

    looked.clear();
    Manifest changed = secret.withText(secret.stream().text().replace("where", "there"));
    Analysis third = analyzer.analyze(List.of(workloads, namespace, changed), List.of(), both);
    assertThat(looked).containsExactly("of-secrets");

    looked.clear();
    analyzer.analyze(List.of(workloads), List.of(), third);
    assertThat(looked).containsExactlyInAnyOrder("of-secrets", "of-namespace");
  }
}
