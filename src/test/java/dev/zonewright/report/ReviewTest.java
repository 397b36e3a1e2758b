package dev.zonewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodView;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both reports of one small snapshot, character by character. */
class ReviewTest {
  private static final String SHOP =
      """
      # the shop
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
        namespace: shop
      spec:
        hostNetwork: true
        runtimeClassName: edera
        containers:
          - name: web
            image: registry.example/web:1
      ---
      # only a comment
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      """;

  /** A control of the test's own, so that the catalogue may change its words. */
  private static final class HostNet implements Control.OnPod {
    @Override
    public ControlInfo info() {
      return new ControlInfo(
          "host-net",
          Family.POD,
          "Host network",
          "Finds it.",
          Severity.HIGH,
          EderaEffect.REJECTS,
          List.of());
    }

    @Override
    public void check(PodView pod, Reporter reporter) {
      if (pod.spec().get("hostNetwork").isSet()) {
        reporter
            .violated(
                pod.spec().get("hostNetwork"),
                "The pod shares the node’s network, and this sentence is so long that a report for"
                    + " people must break it somewhere")
            .fix(Fix.safe("Remove hostNetwork", "", _ -> {}))
            .fix(Fix.review("Publish a port instead", "", _ -> {}))
            .guidance("Use a Service");
      }
    }
  }

  private static Analysis analysis(String file, String text) {
    return new Analyzer(List.of(new HostNet()), Profile.EDERA_REFERENCE)
        .analyze(
            List.of(Manifest.of(file, text), Manifest.of("void.yaml", "")),
            List.of(new Unreadable("z.yaml", 1, "the file is UTF-16", "Save it as UTF-8.")),
            Analysis.empty());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = ReviewTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${version}", Version.current());
    }
  }

  private static String json(Analysis analysis) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReview.write(analysis, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String text(Analysis analysis, Style style) {
    StringWriter out = new StringWriter();
    TenantRisk shop =
        new TenantRisk(
            "shop",
            ResidualLevel.REDUCED,
            "The pods run in zones, but what the kubelet offers is open to them.",
            "",
            1,
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    TextReview.write(analysis, List.of(shop), BaselineMarks.NONE, new PrintWriter(out), style);
    return out.toString();
  }

  @Test
  void json() throws IOException {
    assertThat(json(analysis("shop.yaml", SHOP))).isEqualTo(golden("review.json"));
  }

  @Test
  void text() throws IOException {
    assertThat(text(analysis("shop.yaml", SHOP), Style.PLAIN)).isEqualTo(golden("review.txt"));
  }

  @Test
  void coloursChangeNoWord() {
    Analysis analysis = analysis("shop.yaml", SHOP);
    String coloured = text(analysis, Style.COLOUR);
    assertThat(coloured).contains("\u001b[31m▲ high");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(analysis, Style.PLAIN));
  }

  @Test
  void twoRunsGiveTheSameBytes() {
    assertThat(json(analysis("a.yaml", SHOP))).isEqualTo(json(analysis("a.yaml", SHOP)));
  }

  @Test
  void noNameReachesTheTerminalAsACommand() {
    String evil = SHOP.replace("name: api", "name: \"a\\e]0;owned\\a\\nb\\u202e\"");
    Analysis analysis = analysis("\u001b[2J\u009b.yaml", evil);

    assertThat(text(analysis, Style.PLAIN))
        .contains("\\u001b[2J\\u009b.yaml", "Pod shop/a\\u001b]0;owned\\u0007\\nb\\u202e")
        .doesNotContain("\u001b", "\u009b", "\u0007", "\u202e");
    assertThat(json(analysis))
        .contains("\\u001B[2J\\u009B.yaml")
        .doesNotContain("\u001b", "\u009b", "\u0007", "\u202e");
  }

  @Test
  void whyThereIsNothing() {
    Analyzer analyzer = new Analyzer(List.of(new HostNet()), Profile.EDERA_REFERENCE);
    assertThat(text(analyzer.analyze(List.of(Manifest.of("a.yaml", "# x\n"))), Style.PLAIN))
        .contains("a.yaml:1\n    nothing to analyse: the file holds only comments.")
        .endsWith("No findings, because nothing was analysed.\n");
    assertThat(text(analyzer.analyze(List.of(Manifest.of("a.yaml", "kind: Pod\n"))), Style.PLAIN))
        .endsWith("No findings.\n");
  }

  @Test
  void noLineIsTooLong() {
    assertThat(text(analysis("shop.yaml", SHOP), Style.PLAIN).lines())
        .allMatch(line -> line.length() <= 120);
  }
}
