package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.text.Position;
import dev.zonewright.text.Unreadable;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzerTest {
  private static final String RUNTIME_CLASS =
      """
      apiVersion: node.k8s.io/v1
      kind: RuntimeClass
      metadata:
        name: sealed
      handler: edera
      """;

  private final List<String> looked = new ArrayList<>();
  private final Analyzer analyzer =
      new Analyzer(List.of(new HostIpcProbe()), Profile.EDERA_REFERENCE);

  /** Reports {@code hostIPC: true}; notes which pods it looks at. */
  private final class HostIpcProbe implements Control.OnPod {
    @Override
    public ControlInfo info() {
      return new ControlInfo(
          "host-ipc-probe",
          Family.POD,
          "Host IPC",
          "Finds hostIPC.",
          Severity.HIGH,
          EderaEffect.IGNORES,
          List.of());
    }

    @Override
    public void check(PodView pod, Reporter reporter) {
      looked.add(pod.object().name());
      YamlCursor at = pod.spec().get("hostIPC");
      if (at.isTrue()) {
        reporter
            .violated(at, "hostIPC is true")
            .fix(
                Fix.safe("Remove hostIPC", "nothing needs it", editor -> editor.remove(at.path())));
      } else if (at.isPlaceholder()) {
        reporter.undetermined(at, "hostIPC is not known");
      }
    }
  }

  private static String pod(String name, String runtimeClass, String more) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
    spec:
      runtimeClassName: %s
    %s  containers:
        - name: main
          image: registry.example/main:1
    """
        .formatted(name, runtimeClass, more);
  }

  @Test
  void aFindingStandsOnItsKeyWithLinesAndColumnsFromOne() {
    Analysis analysis =
        analyzer.analyze(
            List.of(
                Manifest.of("a.yaml", "# first\n---\n" + pod("p", "edera", "  hostIPC: true\n"))));

    LocatedFinding found = analysis.findings().getFirst();
    assertThat(analysis.findings()).hasSize(1);
    assertThat(found.document()).isEqualTo(1);
    assertThat(found.start()).isEqualTo(new Position(9, 3));
    assertThat(found.end()).isEqualTo(new Position(9, 10));
    assertThat(found.finding().path()).hasToString("spec.hostIPC");
    assertThat(found.finding().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void whatIsSafeOnlyInAZoneIsMoreSevereOutsideOneAndSaysWhy() {
    Analysis analysis =
        analyzer.analyze(List.of(Manifest.of("a.yaml", pod("p", "runc", "  hostIPC: true\n"))));

    assertThat(analysis.findings().getFirst().finding().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(analysis.findings().getFirst().finding().message()).contains("one step more severe");
    assertThat(analysis.workloads().getFirst().zone()).isEqualTo(ZoneState.HOST);
  }

  @Test
  void aPlaceholderIsUndeterminedAndNeverRaised() {
    Analysis analysis =
        analyzer.analyze(
            List.of(Manifest.of("a.yaml", pod("p", "${CLASS}", "  hostIPC: ${IPC}\n"))));

    assertThat(analysis.findings().getFirst().finding().verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(analysis.workloads().getFirst().zone()).isEqualTo(ZoneState.UNDETERMINED);
  }

  @Test
  void onlyTheChangedDocumentAndThoseThatAskedAboutItAreLookedAtAgain() {
    String text =
        String.join(
            "---\n",
            RUNTIME_CLASS,
            pod("one", "sealed", ""),
            pod("two", "edera", ""),
            pod("three", "sealed", ""));
    Manifest before = Manifest.of("a.yaml", text);
    Analysis first = analyzer.analyze(List.of(before));
    assertThat(looked).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(first.workloads()).extracting(Workload::zone).containsOnly(ZoneState.EDERA);

    looked.clear();
    Manifest typed = before.withText(text.replace("name: two", "name: due"));
    Analysis second = analyzer.analyze(List.of(typed), List.of(), first);
    assertThat(looked).containsExactly("due");

    looked.clear();
    Manifest rehandled =
        typed.withText(typed.stream().text().replace("handler: edera", "handler: runc"));
    Analysis third = analyzer.analyze(List.of(rehandled), List.of(), second);
    assertThat(looked).containsExactlyInAnyOrder("one", "three");
    assertThat(third.workloads())
        .extracting(Workload::zone)
        .containsExactly(ZoneState.HOST, ZoneState.EDERA, ZoneState.HOST);
  }

  @Test
  void reusingResultsGivesWhatAFreshAnalysisGives() {
    String text =
        String.join(
            "---\n",
            pod("one", "edera", "  hostIPC: true\n"),
            pod("two", "runc", "  hostIPC: true\n"));
    Manifest before = Manifest.of("a.yaml", text);
    Analysis first = analyzer.analyze(List.of(before));
    Manifest after = before.withText("# a line more\n---\n" + text);

    Analysis reused = analyzer.analyze(List.of(after), List.of(), first);
    Analysis fresh = analyzer.analyze(List.of(Manifest.of("a.yaml", after.stream().text())));

    assertThat(reused.findings())
        .extracting(LocatedFinding::start)
        .containsExactly(new Position(9, 3), new Position(20, 3));
    assertThat(reused.findings())
        .extracting(LocatedFinding::start)
        .isEqualTo(fresh.findings().stream().map(LocatedFinding::start).toList());
    assertThat(reused.findings())
        .extracting(LocatedFinding::fingerprint)
        .isEqualTo(fresh.findings().stream().map(LocatedFinding::fingerprint).toList());
    assertThat(reused.coverage()).isEqualTo(fresh.coverage());
  }

  @Test
  void aFingerprintSurvivesMovedLinesAndAnotherFileButNotAnotherObject() {
    String text = pod("p", "edera", "  hostIPC: true\n");
    String here = fingerprint("a.yaml", text);

    assertThat(fingerprint("b.yaml", "# moved\n\n" + text)).isEqualTo(here);
    assertThat(fingerprint("a.yaml", text.replace("name: p", "name: q"))).isNotEqualTo(here);
  }

  @Test
  void everyDocumentIsAccountedFor() {
    String text =
        "---\n# Source: shop/templates/empty.yaml\n---\nreplicas: 2\n---\n"
            + pod("p", "edera", "")
            + "---\nkey: [unclosed\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";
    Analysis analysis =
        analyzer.analyze(
            List.of(Manifest.of("a.yaml", text)),
            List.of(new Unreadable("b.bin", 3, "the file is binary", "Open its source.")),
            Analysis.empty());

    assertThat(analysis.coverage().items())
        .extracting(i -> i.file() + " " + i.document() + " " + i.status().word() + " " + i.name())
        .containsExactly(
            "a.yaml 1 no-control-applies ",
            "a.yaml 2 no-control-applies ",
            "a.yaml 3 analysed p",
            "a.yaml 4 failed ",
            "a.yaml 5 analysed c",
            "b.bin 0 failed ");
    assertThat(analysis.coverage().notAnalysed())
        .allSatisfy(i -> assertThat(i.reason()).isNotBlank());
    assertThat(analysis.coverage().documents()).isEqualTo(6);
  }

  private String fingerprint(String file, String text) {
    return analyzer.analyze(List.of(Manifest.of(file, text))).findings().getFirst().fingerprint();
  }
}
