package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Related;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where findings are shown that are about several objects. */
class PlacesOfFindingsTest {
  private static final ControlInfo INFO =
      new ControlInfo(
          "probe",
          Family.TENANCY,
          "Probe",
          "A probe",
          Severity.LOW,
          EderaEffect.OPERATOR,
          List.of());

  private static final Manifest PODS =
      Manifest.of(
          "a.yaml",
          """
          # a comment that moves everything down
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            namespace: shop
          spec:
            runtimeClassName: sandbox
            containers: []
          """);

  private static final Manifest CLASSES =
      Manifest.of(
          "b.yaml",
          """
          apiVersion: node.k8s.io/v1
          kind: RuntimeClass
          metadata:
            name: sandbox
          handler: other
          """);

  /** Reports at the RuntimeClass that a pod names. */
  private static final class PointsElsewhere implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return INFO;
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      if (object.kind().equals("Pod")) {
        KubeObject runtimeClass = reporter.cluster().runtimeClass("sandbox").orElseThrow();
        reporter
            .violated(runtimeClass.root().get("handler"), "another handler")
            .related(
                Related.at(object, object.root().get("spec", "runtimeClassName"), "asks for it"));
      }
    }
  }

  /** Reports what a tenant lacks, and notes which tenants it was asked about. */
  private static final class Lacks implements Control.OnTenant {
    private final List<String> asked = new ArrayList<>();

    @Override
    public ControlInfo info() {
      return INFO;
    }

    @Override
    public void check(TenantView tenant, Reporter reporter) {
      asked.add(tenant.name());
      reporter.violated(tenant.at(), "nothing here");
    }
  }

  private static Analysis analyze(Control control, Manifest... manifests) {
    return new Analyzer(List.of(control), Profile.EDERA_REFERENCE).analyze(List.of(manifests));
  }

  @Test
  void aFindingInAnotherDocumentIsShownThere() {
    LocatedFinding finding = analyze(new PointsElsewhere(), PODS, CLASSES).findings().getFirst();
    assertThat(finding.place()).isEqualTo("b.yaml:5");
    assertThat(finding.end().column()).isEqualTo(8);
  }

  @Test
  void relatedPlacesHaveTheirOwnFileAndLine() {
    LocatedFinding finding = analyze(new PointsElsewhere(), PODS, CLASSES).findings().getFirst();
    assertThat(finding.related()).hasSize(1);
    LocatedRelated related = finding.related().getFirst();
    assertThat(related.place()).isEqualTo("a.yaml:8");
    assertThat(related.role()).isEqualTo("asks for it");
    assertThat(related.object().path()).isEqualTo("shop/Pod/web");
  }

  @Test
  void whatATenantLacksIsShownAtItsNamespaceElseWhereItIsNamed() {
    Manifest namespace =
        Manifest.of("ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
    assertThat(analyze(new Lacks(), PODS).findings())
        .extracting(LocatedFinding::place)
        .containsExactly("a.yaml:6");
    assertThat(analyze(new Lacks(), PODS, namespace).findings())
        .extracting(LocatedFinding::place)
        .containsExactly("ns.yaml:4");
  }

  @Test
  void aTenantIsLookedAtAgainOnlyWhenOneOfItsObjectsChanged() {
    Lacks lacks = new Lacks();
    Analyzer analyzer = new Analyzer(List.of(lacks), Profile.EDERA_REFERENCE);
    Manifest other =
        Manifest.of("ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: bank\n");
    Analysis before = analyzer.analyze(List.of(PODS, other));
    assertThat(lacks.asked).containsExactly("bank", "shop");
    Manifest edited = Manifest.of("ns.yaml", other.stream().text().replace("bank", "bank2"));
    analyzer.analyze(List.of(PODS, edited), List.of(), before);
    assertThat(lacks.asked).containsExactly("bank", "shop", "bank2");
  }
}
