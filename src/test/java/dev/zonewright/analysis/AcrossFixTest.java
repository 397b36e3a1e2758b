package dev.zonewright.analysis;

import static dev.zonewright.analysis.LedgerFixes.A;
import static dev.zonewright.analysis.LedgerFixes.Marks;
import static dev.zonewright.analysis.LedgerFixes.NAMESPACE;
import static dev.zonewright.analysis.LedgerFixes.PODS;
import static dev.zonewright.analysis.LedgerFixes.all;
import static dev.zonewright.analysis.LedgerFixes.analyzer;
import static dev.zonewright.analysis.LedgerFixes.first;
import static dev.zonewright.analysis.LedgerFixes.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Fixes that edit several documents and add new ones. */
class AcrossFixTest {
  private static final ObjectRef SHOP = new ObjectRef("", "Namespace", "", "shop");
  private static final ObjectRef ONE = new ObjectRef("", "Pod", "shop", "one");

  @Test
  void editsTwoDocumentsAndAddsOneInTheFilesOwnStyle() {
    Fix fix =
        Fix.safeAcross(
            "Do it",
            "",
            edits -> {
              edits.here().set(YamlPath.of("metadata", "labels", "x"), YamlValue.of("1"));
              edits.in(SHOP).set(YamlPath.of("metadata", "labels", "z"), YamlValue.of("2"));
              edits.add(new NewDocument(new Placement.Behind(ONE), ledger()));
            });
    FixOutcome.Applied applied = (FixOutcome.Applied) first(fix);
    String after = applied.after().stream().text();
    assertThat(applied.edits().apply(PODS)).isEqualTo(after);
    assertThat(after)
        .isEqualTo(
            PODS.replace("        app: web\n", "        app: web\n        x: \"1\"\n")
                .replace(
                    "    containers: []\n---\n",
                    """
                        containers: []
                    ---
                    apiVersion: books.example/v1
                    kind: Ledger
                    metadata:
                        name: ledger
                        namespace: shop
                    ---
                    """));
    Elsewhere.Change change =
        Objects.requireNonNull(applied.elsewhere().edits().get("deploy/b.yaml"));
    assertThat(change.edits().apply(NAMESPACE)).isEqualTo(NAMESPACE + "  labels:\n    z: \"2\"\n");
    assertThat(applied.edits().inverse(PODS).apply(after)).isEqualTo(PODS);
  }

  @Test
  void severalDocumentsBehindOneComeInTheOrderTheyWereAdded() {
    Fix fix =
        Fix.safeAcross(
            "Do it",
            "",
            edits -> {
              edits.add(new NewDocument(new Placement.Behind(ONE), ledger()));
              edits.add(new NewDocument(new Placement.Behind(ONE), named("second")));
            });
    String after = ((FixOutcome.Applied) first(fix)).after().stream().text();
    assertThat(after.indexOf("ledger")).isLessThan(after.indexOf("second"));
    assertThat(after.indexOf("second")).isLessThan(after.indexOf("name: two"));
  }

  @Test
  void whatSeveralFixesPutBehindOneComesInTheirOrderAndBeforeAClosingLine() {
    Manifest ended = Manifest.of("ended.yaml", PODS + "...\n# the end\n");
    Fix[] fixes = {behindTwo("ledger"), behindTwo("second")};
    Analyzer analyzer =
        new Analyzer(
            List.of(new Marks((pod, _) -> fixes[pod.name().equals("one") ? 0 : 1])),
            Profile.EDERA_REFERENCE);
    FixRun run =
        new Fixer(analyzer).fixAll(analyzer.analyze(List.of(ended)), _ -> true, false, () -> false);

    String after = run.after().manifests().getFirst().stream().text();
    assertThat(after)
        .startsWith(PODS + "---\n")
        .endsWith("...\n# the end\n")
        .containsSubsequence("name: two", "name: ledger", "name: second", "\n...\n");
    EditSet edits = Objects.requireNonNull(run.edits().get("ended.yaml"));
    assertThat(edits.apply(ended.stream().text())).isEqualTo(after);
  }

  private static Fix behindTwo(String name) {
    ObjectRef two = new ObjectRef("", "Pod", "shop", "two");
    return Fix.safeAcross(
        "Do it",
        "",
        edits -> {
          edits.add(new NewDocument(new Placement.Behind(two), named(name)));
          edits.add(new NewDocument(new Placement.InFile("ended.yaml"), ledger()));
        });
  }

  @Test
  void whatARefusedFixHadBegunIsTakenBack() {
    Fix fix =
        Fix.safeAcross(
            "Do it",
            "",
            edits -> {
              edits.here().set(YamlPath.of("metadata", "labels", "x"), YamlValue.of("1"));
              edits.add(new NewDocument(new Placement.Behind(ONE), named("begun")));
              edits.add(new NewDocument(new Placement.NewFile("begun.yaml"), named("other")));
              edits.add(new NewDocument(new Placement.InFile("nowhere.yaml"), ledger()));
            });
    FixRun run = all(fix, A);
    assertThat(run.edits()).isEmpty();
    assertThat(run.created()).isEmpty();
    assertThat(run.refused())
        .isNotEmpty()
        .allMatch(r -> r.reason().contains("nowhere.yaml is not opened"));
  }

  private static YamlValue.Mapping named(String name) {
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of("v1"),
        "kind",
        YamlValue.of("ConfigMap"),
        "metadata",
        YamlValue.mapping("name", YamlValue.of(name)));
  }

  @Test
  void whatOneEditorRefusesIsRefusedAsAWhole() {
    Fix fix =
        Fix.safeAcross(
            "Do it",
            "",
            edits -> {
              edits.here().set(YamlPath.of("metadata", "labels", "x"), YamlValue.of("1"));
              edits.in(new ObjectRef("", "Namespace", "", "bank")).remove(YamlPath.of("spec"));
            });
    assertThat(first(fix)).isEqualTo(new FixOutcome.Refused("Namespace bank is not opened"));
  }
}
