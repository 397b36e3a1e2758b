package dev.zonewright.ui.review.overview;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.status.ReasonsPopOver;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** In place of the table where no tenant is opened: why there is none, and what to do next. */
final class NoTenants extends VBox {
  private static final double TEXT_WIDTH = 520;
  private static final int NAMED = 5;

  NoTenants() {
    setId("overview-no-tenants");
    getStyleClass().add("no-tenants");
    setAlignment(Pos.CENTER_LEFT);
    setMaxWidth(TEXT_WIDTH);
  }

  /** Shows what holds for these facts. */
  void fill(ReviewFacts facts) {
    Coverage coverage = facts.analysis().coverage();
    getChildren().setAll(Widgets.label(title(coverage), "pane-title"));
    for (String reason : reasons(facts)) {
      Label label = Widgets.label(reason);
      label.setWrapText(true);
      getChildren().add(label);
    }
    int left = coverage.notAnalysed().size();
    if (left > 0) {
      Hyperlink[] link = new Hyperlink[1];
      link[0] =
          Widgets.link(
              "Show why for each of them",
              "overview-no-tenants-why",
              () -> ReasonsPopOver.below(coverage).show(link[0]));
      getChildren().add(link[0]);
    }
  }

  /** How many documents there are; a file or folder that gave none is in the account too. */
  private static int read(Coverage coverage) {
    return (int) coverage.items().stream().filter(i -> i.document() > 0).count();
  }

  static String title(Coverage coverage) {
    if (coverage.items().isEmpty()) {
      return ReviewFacts.ANALYSING;
    }
    int documents = read(coverage);
    return documents == 0
        ? "No document is opened"
        : "No tenant among " + Counts.say(documents, "document", "documents");
  }

  /** Why there is no tenant, and what to do about it; those that apply. */
  static List<String> reasons(ReviewFacts facts) {
    Coverage coverage = facts.analysis().coverage();
    List<String> out = new ArrayList<>();
    if (coverage.items().isEmpty()) {
      // nothing is known yet: where nothing is opened, this page is not on show
      return out;
    }
    out.add(
        "Nothing that is opened belongs to a tenant. A tenant is a namespace with workloads, or a"
            + " group of such namespaces. Open the manifests of the tenants' Deployments, Pods"
            + " and Jobs too (Ctrl+O).");
    List<String> platform =
        facts.risks().stream()
            .map(TenantRisk::tenant)
            .filter(facts.platform()::contains)
            .sorted(NaturalOrder.NAMES)
            .toList();
    if (!platform.isEmpty()) {
      String names =
          String.join(", ", platform.subList(0, Math.min(NAMED, platform.size())))
              + (platform.size() > NAMED ? " and %,d more".formatted(platform.size() - NAMED) : "");
      out.add(
          names
              + (platform.size() == 1
                  ? " serves the platform and is not a tenant."
                  : " serve the platform and are not tenants.")
              + " If that is wrong, list the namespace under tenants: in the review file.");
    }
    int left = coverage.notAnalysed().size();
    if (left > 0 && read(coverage) == 0) {
      out.add(
          Counts.say(left, "file or folder", "files or folders")
              + " gave no document, and may be what is missing.");
    } else if (left > 0) {
      out.add(
          "%s not analysed, or %s nothing to analyse, and may be what is missing."
              .formatted(
                  Counts.say(left, "document was", "documents were"),
                  left == 1 ? "holds" : "hold"));
    }
    return out;
  }
}
