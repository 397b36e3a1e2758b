package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails unexpectedly in one document or control costs no other. */
final class FailureTest {
  private static ControlInfo info(String id) {
    return new ControlInfo(
        id, Family.POD, "Planted", "Planted.", Severity.HIGH, EderaEffect.IGNORES, List.of());
  }

  private static void fail(String name) {
    switch (name) {
      case "runtime" -> throw new IllegalStateException("password=hunter2");
      case "error" -> throw new AssertionError("planted");
      case "stack" -> deep(0);
      case "linkage" -> throw new NoClassDefFoundError("planted");
      case "memory" -> throw new OutOfMemoryError("planted");
      default -> {
        // all is well
      }
    }
  }

  private static int deep(int depth) {
    return depth < 0 ? 0 : deep(depth + 1) + 1;
  }

  private static final class OnPods implements Control.OnPod {
    @Override
    public ControlInfo info() {
      return FailureTest.info("fails-on-pods");
    }

    @Override
    public void check(PodView pod, Reporter reporter) {
      fail(pod.object().name());
    }
  }

  private static final class OnObjects implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return FailureTest.info("fails-on-objects");
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      fail(object.name());
    }
  }

  private static final class OnDocuments implements Control.OnDocument {
    @Override
    public ControlInfo info() {
      return FailureTest.info("fails-on-documents");
    }

    @Override
    public void check(YamlDocument document, Reporter reporter) {
      fail(document.cursor().get("metadata", "name").raw());
    }
  }

  private static final class OnTenants implements Control.OnTenant {
    @Override
    public ControlInfo info() {
      return FailureTest.info("fails-on-tenants");
    }

    @Override
    public void check(TenantView tenant, Reporter reporter) {
      fail("stack");
    }
  }

  /** Finds each pod, and offers a fix whose plan fails. */
  private static final class Sound implements Control.OnPod {
    @Override
    public ControlInfo info() {
      return FailureTest.info("sound");
    }

    @Override
    public void check(PodView pod, Reporter reporter) {
      reporter
          .violated(pod.spec(), "a pod")
          .fix(Fix.safe("Fail", "nothing needs it", _ -> fail("runtime")));
    }
  }

  private static String pod(String name) {
    return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name + "\nspec: {}\n";
  }

  private static Analysis analyze(Control control, String name) {
    String text = pod("before") + "---\n" + pod(name) + "---\n" + pod("after");
    return new Analyzer(List.of(control, new Sound()), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text), Manifest.of("b.yaml", pod("other"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"runtime", "error", "stack", "linkage"})
  void costsOneDocument(String kind) {
    for (Control control : List.of(new OnPods(), new OnObjects(), new OnDocuments())) {
      Analysis analysis = analyze(control, kind);
      assertThat(analysis.coverage().items())
          .extracting(CoverageItem::status)
          .containsExactly(
              CoverageItem.Status.ANALYSED,
              CoverageItem.Status.FAILED,
              CoverageItem.Status.ANALYSED,
              CoverageItem.Status.ANALYSED);
      CoverageItem failed = analysis.coverage().items().get(1);
      assertThat(failed.name()).isEqualTo(kind);
      assertThat(failed.line()).isEqualTo(7);
      assertThat(failed.reason())
          .contains("the control " + control.info().id() + " stopped unexpectedly")
          .contains("check the document by hand")
          .doesNotContain("hunter2");
      // the sound control has looked at all four
      assertThat(analysis.findings()).hasSize(4);
    }
  }

  @Test
  void inATenantItIsToldWhereTheTenantIsReported() {
    Analysis analysis = analyze(new OnTenants(), "fine");
    assertThat(analysis.coverage().failed()).isEqualTo(1);
    assertThat(analysis.coverage().items().getFirst().reason())
        .contains("the control fails-on-tenants stopped unexpectedly");
    assertThat(analysis.findings()).hasSize(4);
  }

  @Test
  void aFullMemoryIsNoMatterOfOneDocument() {
    assertThatThrownBy(() -> analyze(new OnPods(), "memory")).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aFixThatFailsIsRefused() {
    Analysis analysis = analyze(new OnPods(), "fine");
    FixRun run =
        new Fixer(new Analyzer(List.of(new Sound()), Profile.EDERA_REFERENCE))
            .fixAll(analysis, _ -> true, false, () -> false);
    assertThat(run.edits()).isEmpty();
    assertThat(run.refused()).hasSize(4);
    assertThat(run.refused().getFirst().reason())
        .isEqualTo("the fix stopped unexpectedly (IllegalStateException)");
  }
}
