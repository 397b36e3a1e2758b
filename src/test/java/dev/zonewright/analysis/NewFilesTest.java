package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Fixes that add a file beside that of the finding. */
class NewFilesTest {
  private static final ControlInfo INFO =
      new ControlInfo(
          "probe",
          Family.NETWORK,
          "Probe",
          "A probe",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of());

  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata:
          name: one
          namespace: shop
          labels:
              app: web
      spec:
          containers: []
      ---
      apiVersion: v1
      kind: Pod
      metadata:
          name: two
          namespace: shop
      spec:
          containers: []
      """;

  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop   # the shop
      """;

  private static final Manifest A = Manifest.of("deploy/a.yaml", PODS);
  private static final Manifest B = Manifest.of("deploy/b.yaml", NAMESPACE);

  /** Finds pods without a mark and offers a fix. */
  private record Marks(BiFunction<KubeObject, Reporter, Fix> fix) implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return INFO;
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      if (object.kind().equals("Pod")
          && reporter.cluster().object("Ledger", object.namespace(), "ledger").isEmpty()) {
        reporter.violated(object.root().get("kind"), "no ledger").fix(fix.apply(object, reporter));
      }
    }
  }

  private static YamlValue.Mapping ledger() {
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of("books.example/v1"),
        "kind",
        YamlValue.of("Ledger"),
        "metadata",
        YamlValue.mapping("name", YamlValue.of("ledger"), "namespace", YamlValue.of("shop")));
  }

  private static Fix adding(Placement at) {
    return Fix.safeAcross(
        "Add a ledger", "nothing reads it", edits -> edits.add(new NewDocument(at, ledger())));
  }

  private static Analyzer analyzer(Fix fix) {
    return new Analyzer(List.of(new Marks((_, _) -> fix)), Profile.EDERA_REFERENCE);
  }

  private static FixOutcome first(Fix fix) {
    Analysis analysis = analyzer(fix).analyze(List.of(A, B));
    LocatedFinding finding = analysis.findings().getFirst();
    return Fixer.apply(analysis.manifests(), A, finding, fix);
  }

  private static FixRun all(Fix fix, Manifest... manifests) {
    Analyzer analyzer = analyzer(fix);
    return new Fixer(analyzer)
        .fixAll(analyzer.analyze(List.of(manifests)), _ -> true, false, () -> false);
  }

  @Test
  void aNewFileComesBesideThatOfTheFindingAndInItsStyle() {
    FixOutcome.Applied applied =
        (FixOutcome.Applied) first(adding(new Placement.NewFile("ledger.yaml")));
    assertThat(applied.edits()).isEqualTo(EditSet.EMPTY);
    assertThat(applied.elsewhere().created())
        .containsExactly(
            Map.entry(
                "deploy/ledger.yaml",
                """
                apiVersion: books.example/v1
                kind: Ledger
                metadata:
                    name: ledger
                    namespace: shop
                """));
  }

  @Test
  void twoFixesThatAddTheSameObjectAddItOnce() {
    FixRun run = all(adding(new Placement.InFile("deploy/b.yaml")), A, B);
    assertThat(run.fixed()).hasSize(2);
    assertThat(run.edits().keySet()).containsExactly("deploy/b.yaml");
    assertThat(Objects.requireNonNull(run.edits().get("deploy/b.yaml")).apply(NAMESPACE))
        .containsOnlyOnce("kind: Ledger");
    assertThat(run.refused()).isEmpty();
  }

  @Test
  void newFilesAreNamedAndNotAmongTheEdits() {
    FixRun run = all(adding(new Placement.NewFile("ledger.yaml")), A, B);
    assertThat(run.edits()).isEmpty();
    assertThat(run.created()).containsOnlyKeys("deploy/ledger.yaml");
    assertThat(run.fixed()).hasSize(2);
    assertThat(run.after().manifest("deploy/ledger.yaml")).isPresent();
  }

  @Test
  void anObjectThatIsThereWithAnotherContentIsNotReplaced() {
    Manifest other =
        Manifest.of(
            "deploy/c.yaml",
            """
            apiVersion: books.example/v2
            kind: Ledger
            metadata: {name: ledger, namespace: shop}
            """);
    Fix fix = adding(new Placement.InFile("deploy/b.yaml"));
    Analysis analysis = analyzer(fix).analyze(List.of(A, B));
    assertThat(Fixer.apply(List.of(A, B, other), A, analysis.findings().getFirst(), fix))
        .isEqualTo(new FixOutcome.Refused("Ledger ledger is there already, with another content"));
  }

  @Test
  void anEmptyFileTakesNoDocument() {
    Fix fix = adding(new Placement.InFile("deploy/empty.yaml"));
    Analysis analysis = analyzer(fix).analyze(List.of(A, Manifest.of("deploy/empty.yaml", "")));
    assertThat(Fixer.apply(analysis.manifests(), A, analysis.findings().getFirst(), fix))
        .isEqualTo(
            new FixOutcome.Refused(
                "deploy/empty.yaml holds no document that another can be put behind"));
  }
}
