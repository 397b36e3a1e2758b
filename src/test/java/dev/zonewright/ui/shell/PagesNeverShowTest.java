package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Profile;
import dev.zonewright.planted.PlantedSecrets;
import dev.zonewright.planted.ShownWords;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.accept.AcceptDialog;
import dev.zonewright.ui.accept.AcceptModel;
import dev.zonewright.ui.accept.AttestDialog;
import dev.zonewright.ui.accept.AttestModel;
import dev.zonewright.ui.chart.ChartDialog;
import dev.zonewright.ui.chart.ChartModel;
import dev.zonewright.ui.compare.CompareDialog;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.fix.FixAllDialog;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.review.compare.CompareModel;
import dev.zonewright.workspace.ManifestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Dialog;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/**
 * No page, dialog, tooltip or menu of the window shows more of a credential than its first three
 * characters, and none is copied.
 */
class PagesNeverShowTest extends ApplicationTest {
  /** Further findings of a control say the same of another object. */
  private static final int OF_EACH = 1;

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private final PlantedSecrets secrets = new PlantedSecrets();
  private final ShownWords words = new ShownWords();
  private final Looker looker = new Looker();

  private ShellModel model = new Bench(Path.of("")).model;
  private Optional<Stage> stage = Optional.empty();

  @Override
  public void start(Stage shown) throws IOException {
    stage = Optional.of(shown);
    Profile profile = Profile.EDERA_REFERENCE;
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), profile);
    model = new ShellModel(Bench.direct(), new ManifestStore(), analyzer, profile);
    ShellView view = new ShellView(model, BackgroundRunner.live(), Optional.empty());
    model.askThrough(looker);
    shown.setScene(new Scene(view.root(), 1600, 1000));
    shown.show();
    Files.writeString(folder.resolve("planted.yaml"), secrets.text());
    Files.writeString(folder.resolve("zonewright-review.yaml"), secrets.review());
    model.open(List.of(folder));
  }

  private void hidden(String where) {
    secrets.assertHiddenIn(where, words.all());
  }

  /** Shows what is made for it as a dialog, looks, and declines. */
  private final class Looker implements UserDialogs {
    @Override
    public Unsaved unsaved(List<String> files) {
      files.forEach(words::say);
      return Unsaved.DISCARD;
    }

    private <T> Optional<T> look(Dialog<Optional<T>> dialog) {
      dialog.show();
      words.look();
      dialog.setResult(Optional.empty());
      dialog.close();
      return Optional.empty();
    }

    @Override
    public Optional<FixRun> chooseFixes(FixAllModel fixes) {
      fixes.start();
      return look(new FixAllDialog(stage.orElseThrow().getScene().getRoot(), fixes));
    }

    @Override
    public Optional<ReviewEdit.Made> accept(AcceptModel risk) {
      return look(new AcceptDialog(stage.orElseThrow(), risk));
    }

    @Override
    public Optional<ReviewEdit.Made> attest(AttestModel item) {
      return look(new AttestDialog(stage.orElseThrow(), item));
    }

    @Override
    public boolean show(String title, String text) {
      words.say(title);
      words.say(text);
      return false;
    }
  }

  private List<LocatedFinding> someOfEach() {
    Map<String, Integer> seen = new HashMap<>();
    return model.analysisProperty().get().findings().stream()
        .filter(f -> seen.merge(f.finding().control().id(), 1, Integer::sum) <= OF_EACH)
        .toList();
  }

  @Test
  void inTheManifests() {
    for (LocatedFinding at : someOfEach()) {
      interact(() -> model.choose(at));
      interact(words::look);
    }
    interact(words::lookThrough);
    hidden("the manifests");
    assertThat(words.all()).contains("“ghp…” (40 characters)");
  }

  private void chooseRowsOf(String table) {
    TableView<?> rows = lookup(table).query();
    int count = rows.getItems().size();
    for (int row = 0; row < count; row += Math.max(1, count / 5)) {
      int at = row;
      interact(() -> rows.getSelectionModel().select(at));
      interact(words::look);
    }
  }

  @Test
  void onThePagesOfTheReview() {
    for (ReviewPage page : ReviewPage.values()) {
      interact(() -> model.review().open(page));
      interact(words::lookThrough);
    }
    interact(() -> model.review().open(ReviewPage.REACHABILITY));
    for (String workload : List.of("shop/Deployment/a0", "shop/StatefulSet/odd1")) {
      interact(() -> model.review().reach().choose(workload));
      chooseRowsOf("#reach-table");
    }
    interact(() -> model.review().open(ReviewPage.ACCESS));
    chooseRowsOf("#access-table");
    hidden("the pages of the review");
    assertThat(words.all()).contains("Open in Manifests");
  }

  @Test
  void inDialogs() {
    for (LocatedFinding at : someOfEach()) {
      interact(() -> model.decisions().accept(at, looker));
      interact(
          () -> model.decisions().runbook(Optional.of(new Jump(at.file(), at.range())), looker));
    }
    for (ChecklistItem item : ChecklistItem.values()) {
      interact(() -> model.decisions().attest(item, "shop", looker));
    }
    interact(() -> model.fixAll(FixScope.EVERYTHING, looker));
    hidden("dialogs");
  }

  private String copied() {
    StringBuilder out = new StringBuilder();
    interact(() -> out.append(Clipboard.getSystemClipboard().getString()));
    words.say(out.toString());
    return out.toString();
  }

  private String copiedBy(String button) {
    interact(() -> Clipboards.put("nothing"));
    ButtonBase copy = lookup(button).query();
    interact(copy::fire);
    return copied();
  }

  @Test
  void inWhatIsCopied() throws IOException {
    TableView<?> findings = lookup("#findings-table").query();
    interact(() -> {
      findings.getSelectionModel().selectAll();
      findings.requestFocus();
    });
    press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    assertThat(copied().lines()).hasSizeGreaterThan(secrets.count());
    assertThat(copiedBy("#risk-copy")).contains("A row is open when");

    Path earlier = Files.writeString(elsewhere.resolve("planted.yaml"), Bench.DEPLOYMENT);
    interact(() -> model.review().open(ReviewPage.COMPARE));
    interact(() -> model.review().compare().choose(CompareModel.End.BEFORE, earlier));
    assertThat(copiedBy("#compare-copy")).contains("| critical |", " more findings");
    hidden("what is copied");
    assertThat(words.all()).contains("“ghp…” (40 characters)");
  }

  @Test
  void inWhatHelmSaysOfAChart() throws IOException {
    assumeTrue(Files.getFileStore(elsewhere).supportsFileAttributeView("posix"), "no scripts");
    // what is encoded says by no name or shape that it is a credential
    Path helm =
        Files.writeString(
            elsewhere.resolve("helm"),
            "#!/bin/sh\ngrep -v '^data: {value: ' '%s' >&2\nexit 1\n"
                .formatted(folder.resolve("planted.yaml")));
    Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwx------"));
    ChartModel chart = new ChartModel(Bench.direct(), Optional.of(helm), elsewhere);
    interact(() -> {
      ChartDialog dialog = new ChartDialog(stage.orElseThrow(), chart);
      dialog.show();
      chart.render();
      words.look();
      dialog.close();
    });
    hidden("the question for a chart");
    assertThat(chart.stateProperty().get()).isInstanceOf(ChartModel.State.Refused.class);
    assertThat(words.all()).contains("“AKI…” (20 characters)");
  }

  @Test
  void inTheComparisonOfAFile() {
    Stage window = stage.orElseThrow();
    Comparison.Text text =
        Comparison.text("planted.yaml", "on disk", "", "here, not saved", secrets.text());
    interact(() -> {
      CompareDialog compare =
          new CompareDialog(window, new Comparison("Changed", List.of(text), List.of("Load")));
      compare.show();
      words.lookThrough();
      compare.close();
    });
    hidden("the comparison of a file");
    assertThat(words.all()).contains("kind: Deployment");
  }
}
