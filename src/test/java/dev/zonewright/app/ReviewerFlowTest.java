package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.Side;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A reviewer's work by hand: overview, evidence, the change that closes most, an accepted risk, an
 * attested item, the comparison, a report; and all of it is there when the folder is opened again.
 */
class ReviewerFlowTest extends ApplicationTest {
  private static final String REVIEW =
      """
      # the board's decisions
      exceptions:
        - control: host-path-volume
          object: acme/Deployment/api
          reason: log shipping
          owner: ledger team
          expires: 2199-12-04
      attestations:
        - item: dom0-restricted
          by: M. Weber
          date: 2026-10-02
      """;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  /** Answers where a report goes. */
  record To(Path file) implements UserDialogs {
    @Override
    public Unsaved unsaved(List<String> files) {
      return Unsaved.STAY;
    }

    @Override
    public Optional<FixRun> chooseFixes(FixAllModel fixes) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveAs(String name) {
      return Optional.of(file);
    }
  }

  private void openFolder() throws Exception {
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("globex").isPresent());
    until(() -> model.review().factsProperty().get().review().isPresent());
  }

  @Test
  void whatAReviewerDecidesIsThereWhenTheFolderIsOpenedAgain() throws Exception {
    for (String name : new String[] {"globex.yaml", "platform.yaml", "cluster.yaml"}) {
      Files.copy(Path.of("assets/samples", name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("zonewright-review.yaml"), REVIEW);
    openFolder();
    int before = model.review().factsProperty().get().analysis().open().size();

    assertThat(tenants()).containsExactlyInAnyOrder("acme", "globex");
    int exposures = exposures();
    assertThat(exposures).isPositive();

    // overview and evidence, of both tenants
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    for (String tenant : tenants()) {
      String cell = "#heat-%s-operator-network".formatted(tenant);
      until(() -> lookup(cell).tryQuery().isPresent());
      interact(() -> button(cell).fire());
      assertThat(model.review().overview().tenantProperty().get()).isEqualTo(tenant);
      Node evidence = lookup("#overview-evidence").query();
      assertThat(from(evidence).lookup(".evidence").queryAll()).isNotEmpty();
      assertThat(from(evidence).lookup(".label").queryAllAs(Label.class))
          .anyMatch(l -> l.getText().startsWith(tenant + " · "));
    }

    // the change that closes most, seen before it is made
    interact(() -> lookup("#overview-closing-link").query().requestFocus());
    push(KeyCode.SPACE);
    until(() -> lookup("#closing-preview-1").tryQuery().isPresent());
    push(KeyCode.ALT, KeyCode.ENTER);
    until(() -> lookup("#fix-all").tryQuery().isPresent());
    Button apply =
        (Button)
            lookup("#fix-all").<DialogPane>query().getButtonTypes().stream()
                .filter(t -> !t.equals(ButtonType.CANCEL))
                .map(t -> lookup("#fix-all").<DialogPane>query().lookupButton(t))
                .findFirst()
                .orElseThrow();
    until(() -> !apply.isDisabled());
    interact(apply::fire);
    until(() -> model.review().factsProperty().get().analysis().open().size() < before);
    assertThat(model.unsavedProperty().get()).isTrue();

    List<RowLevel> fixed = RowLevel.of(model.review().factsProperty().get().tenants());

    // a risk is accepted
    push(KeyCode.CONTROL, KeyCode.DIGIT1);
    LocatedFinding finding =
        model.analysisProperty().get().findings().stream()
            .filter(f -> f.finding().control().id().equals("host-pid"))
            .findFirst()
            .orElseThrow();
    interact(() -> model.choose(finding));
    interact(() -> window(0).getScene().lookup("#findings-table").requestFocus());
    push(KeyCode.SHIFT, KeyCode.ALT, KeyCode.ENTER);
    until(() -> lookup("#accept-reason").tryQuery().isPresent());
    push(KeyCode.CONTROL, KeyCode.ENTER);
    until(() -> model.review().factsProperty().get().exceptions().size() == 2);
    assertThat(model.analysisProperty().get().findings())
        .filteredOn(f -> f.fingerprint().equals(finding.fingerprint()))
        .allMatch(f -> f.accepted().isPresent());
    // it changes counts, never a level
    assertThat(RowLevel.of(model.review().factsProperty().get().tenants())).isEqualTo(fixed);

    // an item is attested
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    until(() -> lookup("#overview-attest-zone-restarts-watched").tryQuery().isPresent());
    Platform.runLater(() -> button("#overview-attest-zone-restarts-watched").fire());
    until(() -> lookup("#attest-note").tryQuery().isPresent());
    clickOn("#attest-note").write("dashboard of the nodes");
    push(KeyCode.CONTROL, KeyCode.ENTER);
    until(() -> attestations() == 2);

    // what changed since it was opened
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    until(() -> lookup("#compare-findings").tryQuery().isPresent());
    until(() -> !button("#compare-export").isDisabled());
    assertThat(lookup("#compare-counts .count-number").queryAll()).hasSize(4);
    assertThat(lookup("#compare-counts .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.matches(".*\\b[1-9]\\d* fixed.*"))
        .anyMatch(text -> text.matches(".*\\b[1-9]\\d* better.*"));
    Side now = Side.of(model.review().factsProperty().get().analysis());
    Path summary = folder.resolve("comparison.md");
    interact(() -> model.decisions().export(Compared.of(now, now), new To(summary)));
    until(() -> Files.exists(summary));
    assertThat(Files.readString(summary)).contains("0 added", "0 fixed");

    // a report
    Path report = folder.resolve("report.html");
    List<Path> shown = new CopyOnWriteArrayList<>();
    interact(() -> {
      model.decisions().openReportsThrough(shown::add);
      model.decisions().export(ExportFormat.HTML, new To(report));
    });
    until(() -> Files.exists(report));
    assertThat(Files.readString(report)).contains("dashboard of the nodes", "What closes most");
    // it is opened by the keyboard from the notice that it is written
    until(() -> {
      if (notice("report.html").isPresent()) {
        return true;
      }
      // what was told before, and can be acted upon, stays until it is closed
      lookup(".notification-bar .close-button").queryAllAs(Button.class).forEach(Button::fire);
      return false;
    });
    interact(() -> notice("report.html").orElseThrow().requestFocus());
    push(KeyCode.SPACE);
    until(() -> shown.equals(List.of(report)));

    // saved, closed and opened again
    push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.S);
    until(() -> !model.unsavedProperty().get());
    Map<String, String> texts = texts();
    List<String> left = open();
    List<TenantRisk> levels = model.review().factsProperty().get().tenants();
    assertThat(texts.get("zonewright-review.yaml"))
        .startsWith("# the board's decisions\nexceptions:\n")
        .contains("control: host-pid", "item: zone-restarts-watched");
    interact(() -> model.files().closeAll());
    until(() -> model.emptyProperty().get());
    openFolder();
    until(() -> attestations() == 2);
    assertThat(model.review().factsProperty().get().exceptions()).hasSize(2);
    assertThat(open()).isEqualTo(left);
    assertThat(RowLevel.of(model.review().factsProperty().get().tenants()))
        .isEqualTo(RowLevel.of(levels));
    assertThat(texts()).isEqualTo(texts);
  }

  private List<String> tenants() {
    return model.review().factsProperty().get().tenants().stream().map(TenantRisk::tenant).toList();
  }

  private int exposures() {
    return (int)
        model.review().factsProperty().get().tenants().stream()
            .flatMap(t -> t.rows().stream())
            .filter(r -> r.level() == ResidualLevel.OPEN)
            .count();
  }

  /** The button that opens what a notice says is written. */
  private Optional<Button> notice(String file) {
    boolean told =
        lookup(".notification-bar .label").queryAllAs(Label.class).stream()
            .anyMatch(l -> l.getText().startsWith("Written: ") && l.getText().endsWith(file));
    return told
        ? lookup(".notification-bar .button").queryAllAs(Button.class).stream()
            .filter(b -> b.getText().equals("Open"))
            .findFirst()
        : Optional.empty();
  }

  private int attestations() {
    return model
        .review()
        .factsProperty()
        .get()
        .review()
        .map(r -> r.file().attestations().size())
        .orElse(0);
  }

  private List<String> open() {
    return model.review().factsProperty().get().analysis().open().stream()
        .map(LocatedFinding::fingerprint)
        .toList();
  }

  private Map<String, String> texts() throws Exception {
    Map<String, String> out = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        out.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return out;
  }

  private Button button(String query) {
    return lookup(query).query();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
