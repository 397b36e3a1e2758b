package dev.zonewright.bench;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LargePlatform;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Control;
import dev.zonewright.control.Family;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What network and access cost: a keystroke in a platform of 2,000 workloads, 500 policies and
 * 1,000 bindings, and the analysis of the large file with and without these families.
 */
final class PlatformBench {
  private static final int EDITED = 7;
  private static final int KEYS = 40;
  private static final int ROUNDS = 5;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
  private final List<Manifest> platform = new ArrayList<>();
  private Analysis before = Analysis.empty();

  private PlatformBench() {}

  /** The rows of the table; what is compared is measured in turn. */
  static List<Row> measure() throws IOException {
    List<Row> rows = new ArrayList<>();
    rows.addAll(new PlatformBench().keystrokes());
    rows.add(families());
    return rows;
  }

  private List<Row> keystrokes() {
    for (int tenant = 0; tenant < LargePlatform.TENANTS; tenant++) {
      platform.add(Manifest.of("t" + tenant + ".yaml", LargePlatform.tenant(tenant)));
    }
    before = analyzer.analyze(platform);
    String in = "2,000 workloads, 500 policies, 1,000 bindings";
    return List.of(
        keys("a keystroke in a policy ÷ in a ConfigMap: " + in, "cidr: 1"),
        keys("a keystroke in a binding ÷ in a ConfigMap: " + in, "{kind: ServiceAccount, name: a3"),
        keys("a keystroke in a Role ÷ in a ConfigMap: " + in, "resources: [deployments"));
  }

  /** A key behind some words, in turn with one in a ConfigMap. */
  private Row keys(String what, String behind) {
    List<Double> asked = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      asked.add(millis(() -> key(behind)));
      other.add(millis(() -> key("a: \"1")));
    }
    return new Row(what, middle(asked), middle(other), "≤ 2");
  }

  private Analysis key(String behind) {
    Manifest file = platform.get(EDITED);
    int at = file.stream().text().indexOf(behind);
    if (at < 0) {
      throw new IllegalStateException("nothing to type behind: " + behind);
    }
    int offset = at + behind.length();
    List<Manifest> now = new ArrayList<>(platform);
    now.set(EDITED, file.edited(EditSet.of(TextEdit.insert(offset, "1"))));
    return analyzer.analyze(now, List.of(), before);
  }

  private static Row families() throws IOException {
    String text = BenchText.whole();
    List<Control> all = ControlCatalogue.all();
    Analyzer with = new Analyzer(all, Profile.EDERA_REFERENCE);
    Analyzer without =
        new Analyzer(
            all.stream()
                .filter(c -> c.info().family() != Family.NETWORK)
                .filter(c -> c.info().family() != Family.RBAC)
                .toList(),
            Profile.EDERA_REFERENCE);
    List<Double> whole = new ArrayList<>();
    List<Double> less = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      whole.add(millis(() -> with.analyze(List.of(Manifest.of("whole.yaml", text)))));
      less.add(millis(() -> without.analyze(List.of(Manifest.of("whole.yaml", text)))));
    }
    return new Row(
        "10 MB: with ÷ without the controls of network and access",
        middle(whole),
        middle(less),
        "≤ 1.3");
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  private static double middle(List<Double> times) {
    List<Double> warm = times.subList(times.size() / 3, times.size()).stream().sorted().toList();
    return warm.get(warm.size() / 2);
  }
}
