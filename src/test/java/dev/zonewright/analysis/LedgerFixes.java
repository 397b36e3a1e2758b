package dev.zonewright.analysis;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.function.BiFunction;

/** Two pods and their namespace, of which each pod wants a ledger, and what fixes of that make. */
final class LedgerFixes {
  static final ControlInfo INFO =
      new ControlInfo(
          "probe",
          Family.NETWORK,
          "Probe",
          "A probe",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of());

  static final String PODS =
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

  static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop   # the shop
      """;

  static final Manifest A = Manifest.of("deploy/a.yaml", PODS);
  static final Manifest B = Manifest.of("deploy/b.yaml", NAMESPACE);

  /** Finds pods without a mark and offers a fix. */
  record Marks(BiFunction<KubeObject, Reporter, Fix> fix) implements Control.OnObject {
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

  static YamlValue.Mapping ledger() {
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of("books.example/v1"),
        "kind",
        YamlValue.of("Ledger"),
        "metadata",
        YamlValue.mapping("name", YamlValue.of("ledger"), "namespace", YamlValue.of("shop")));
  }

  static Analyzer analyzer(Fix fix) {
    return new Analyzer(List.of(new Marks((_, _) -> fix)), Profile.EDERA_REFERENCE);
  }

  static FixOutcome first(Fix fix) {
    Analysis analysis = analyzer(fix).analyze(List.of(A, B));
    LocatedFinding finding = analysis.findings().getFirst();
    return Fixer.apply(analysis.manifests(), A, finding, fix);
  }

  static FixRun all(Fix fix, Manifest... manifests) {
    Analyzer analyzer = analyzer(fix);
    return new Fixer(analyzer)
        .fixAll(analyzer.analyze(List.of(manifests)), _ -> true, false, () -> false);
  }

  private LedgerFixes() {}
}
