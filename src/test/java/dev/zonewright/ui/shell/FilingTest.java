package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.tree.TreeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that come from elsewhere than a file, and files that others write. */
class FilingTest {
  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @Test
  void aPastedTextIsAManifestThatIsNotSaved() {
    bench.model.files().paste(Bench.DEPLOYMENT.replace("\n", "\r\n"));

    assertThat(bench.active().shortName()).isEqualTo("pasted.yaml");
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.controls()).contains("privileged-container");
    assertThat(bench.model.unsavedProperty().get()).isTrue();
    assertThat(bench.model.emptyProperty().get()).isFalse();
    bench.model.files().paste("kind: Pod\n");
    assertThat(bench.active().shortName()).isEqualTo("pasted-2.yaml");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBlankClipboardOpensNothing() {
    bench.model.files().paste(" \n");

    assertThat(bench.model.emptyProperty().get()).isTrue();
    assertThat(bench.notice().text()).isEqualTo("The clipboard has no text to paste.");
  }

  @Test
  void savingWhatHasNoPlaceAsksForOne() {
    bench.model.files().paste(Bench.DEPLOYMENT);

    bench.model.save();
    assertThat(bench.active().isUntitled()).isTrue();

    bench.place = Optional.of(folder.resolve("api.yaml"));
    bench.model.save();
    assertThat(bench.read("api.yaml")).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.active().shortName()).isEqualTo("api.yaml");
    assertThat(bench.model.unsavedProperty().get()).isFalse();
    assertThat(bench.model.analysisProperty().get().manifests()).hasSize(1);
    assertThat(bench.model.tabs().files()).hasSize(1);
  }

  @Test
  void closingWithAPastedTextAsksToo() {
    bench.model.files().paste(Bench.DEPLOYMENT);

    bench.answer = UserDialogs.Unsaved.SAVE;
    assertThat(bench.model.mayClose(bench, () -> {})).isFalse();
    assertThat(bench.active().isUntitled()).isTrue();
  }

  @Test
  void aCopyIsSavedWithTheLineEndsOfTheFile() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT.replace("\n", "\r\n")));
    edit("# mine\n");
    bench.place = Optional.of(folder.resolve("copy.yaml"));

    bench.model.files().saveElsewhere(true);

    assertThat(bench.read("copy.yaml"))
        .isEqualTo(("# mine\n" + Bench.DEPLOYMENT).replace("\n", "\r\n"));
    assertThat(bench.read("a.yaml")).isEqualTo(Bench.DEPLOYMENT.replace("\n", "\r\n"));
    assertThat(bench.active().shortName()).isEqualTo("a.yaml");
  }

  @Test
  void whatOthersWroteIsOfferedOnceAndLoadedAsAnUndoableStep() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    edit("# mine\n");
    bench.model.files().diskChanges().check();
    assertThat(bench.model.noticeProperty().get()).isNull();
    bench.write("a.yaml", "# theirs\n" + Bench.HARDENED);

    bench.model.files().diskChanges().check();
    assertThat(bench.notice().text())
        .isEqualTo("a.yaml has changed on disk. Your changes in it are not saved.");
    Notice first = bench.notice();
    bench.model.files().diskChanges().check();
    assertThat(bench.notice()).isSameAs(first);

    bench.choose("Load from disk");
    assertThat(bench.active().text()).isEqualTo("# theirs\n" + Bench.HARDENED);
    assertThat(bench.active().isModified()).isFalse();
    assertThat(bench.controls()).doesNotContain("privileged-container");
    bench.model.undo();
    assertThat(bench.active().text()).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
    assertThat(bench.active().isModified()).isTrue();
    bench.model.save();
    assertThat(bench.read("a.yaml")).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
  }

  @Test
  void whatOthersWroteCanBeComparedFirst() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    edit("# mine\n");
    bench.write("a.yaml", Bench.HARDENED);
    bench.model.files().diskChanges().check();

    // who leaves without an answer is reminded, and can be asked again
    String name = bench.active().name();
    bench.choose("Compare…");
    assertThat(bench.model.tree().unsettledProperty().get()).containsExactly(name);
    bench.model.files().diskChanges().askAgain(name);
    assertThat(bench.notice().text()).startsWith("a.yaml has changed on disk.");
    bench.verdict = Optional.of("Keep mine");
    bench.choose("Compare…");
    assertThat(bench.active().text()).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
    assertThat(bench.compared.orElseThrow().title()).isEqualTo("What changed on disk in a.yaml");
    assertThat(bench.compared.orElseThrow().texts().getFirst().diff().changedLines()).isEqualTo(2);
    assertThat(bench.model.tree().unsettledProperty().get()).isEmpty();

    bench.verdict = Optional.of("Load from disk");
    bench.write("a.yaml", "# again\n" + Bench.HARDENED);
    bench.model.files().diskChanges().check();
    bench.choose("Compare…");
    assertThat(bench.active().text()).isEqualTo("# again\n" + Bench.HARDENED);
  }

  @Test
  void aFileThatIsGoneKeepsItsText() throws IOException {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    Files.delete(folder.resolve("a.yaml"));

    bench.model.files().diskChanges().check();

    assertThat(bench.notice().text()).startsWith("a.yaml is no longer on disk.");
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    edit("# mine\n");
    bench.model.save();
    assertThat(bench.notice().choices())
        .extracting(Notice.Choice::label)
        .containsExactly("Save a copy…");
    bench.place = Optional.of(folder.resolve("a.yaml"));
    bench.choose("Save a copy…");
    assertThat(bench.read("a.yaml")).isEqualTo("# mine\n" + Bench.DEPLOYMENT);
  }

  @Test
  void manyFilesAreToldOfTogether() {
    Path a = bench.write("a.yaml", Bench.DEPLOYMENT);
    Path b = bench.write("b.yaml", Bench.DEPLOYMENT.replace("name: api\n", "name: b\n"));
    bench.open(a, b);
    edit("# mine\n");
    bench.model.files().showFile(bench.model.files().fileNames().getLast());
    edit("# mine too\n");
    bench.write("a.yaml", "");
    bench.write("b.yaml", "");

    bench.model.files().diskChanges().check();

    assertThat(bench.notice().text())
        .isEqualTo("2 files have changed on disk. Your changes in them are not saved.");
    assertThat(bench.model.tree().unsettledProperty().get()).hasSize(2);
    bench.choose("Load from disk");
    assertThat(bench.model.tree().unsettledProperty().get()).isEmpty();
  }

  @Test
  void savingSettlesWhatOthersWroteToo() {
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    edit("# mine\n");
    bench.write("a.yaml", Bench.HARDENED);
    bench.model.files().diskChanges().check();

    bench.model.save();
    assertThat(bench.model.tree().unsettledProperty().get()).hasSize(1);
    bench.choose("Save over it");

    assertThat(bench.read("a.yaml")).startsWith("# mine\n");
    assertThat(bench.model.tree().unsettledProperty().get()).isEmpty();
  }

  @Test
  void aFileWithoutChangesIsLoadedQuietlyAndUndoBringsTheOldTextBack() {
    Path a = bench.write("a.yaml", Bench.DEPLOYMENT);
    bench.write("b.yaml", Bench.DEPLOYMENT.replace("name: api\n", "name: b\n"));
    bench.open(folder);
    bench.model.files().showFile(a.toString());
    bench.write("a.yaml", Bench.HARDENED);
    bench.write("b.yaml", Bench.HARDENED.replace("name: api\n", "name: b\n"));

    bench.model.files().diskChanges().check();

    assertThat(bench.model.noticeProperty().get()).isNull();
    assertThat(bench.active().text()).isEqualTo(Bench.HARDENED);
    assertThat(bench.active().isModified()).isFalse();
    assertThat(bench.controls()).doesNotContain("privileged-container");
    bench.model.undo();
    assertThat(bench.active().text()).isEqualTo(Bench.DEPLOYMENT);
    assertThat(bench.active().isModified()).isTrue();
    assertThat(bench.controls()).containsOnlyOnce("privileged-container");
  }

  @Test
  void aChartIsOfferedToBeRenderedAndItsOutputIsGroupedByTemplate() throws IOException {
    Path chart = chart();
    helm(
        "echo '---'; echo '# Source: shop/templates/api.yaml'; cat <<'EOF'\n"
            + Bench.DEPLOYMENT
            + "EOF");

    bench.open(chart);
    assertThat(bench.model.emptyProperty().get()).isTrue();
    assertThat(bench.notice().text()).startsWith("shop is a Helm chart");
    bench.choose("Render with Helm…");

    assertThat(bench.active().name()).isEqualTo("shop (helm template).yaml");
    assertThat(bench.active().isUntitled()).isTrue();
    assertThat(bench.model.unsavedProperty().get()).isFalse();
    assertThat(bench.controls()).contains("privileged-container");
    assertThat(bench.model.tree().viewProperty().get()).isEqualTo(TreeModel.View.CHARTS);
    assertThat(bench.model.tree().rootsProperty().get().getFirst().title()).isEqualTo("shop");
  }

  @Test
  void theNamespaceTypedForAReleaseIsThatOfItsObjects() throws IOException {
    Path chart = chart();
    helm("printf 'apiVersion: v1\\nkind: Pod\\nmetadata:\\n  name: p\\n'");
    bench.namespace = "acme";

    bench.open(chart);
    bench.choose("Render with Helm…");

    assertThat(bench.notice().text())
        .isEqualTo(
            "1 object names no namespace and now is in acme, as after an installation by Helm.");
    assertThat(bench.model.risk().tenants()).containsExactly("acme");
    assertThat(bench.active().text()).endsWith("metadata:\n  name: p\n  namespace: acme\n");
    assertThat(bench.model.unsavedProperty().get()).isFalse();
  }

  @Test
  void aChartCanBeOpenedAsItIs() throws IOException {
    bench.open(chart());
    bench.choose("Open its files unrendered");

    assertThat(bench.active().shortName()).isEqualTo("Chart.yaml");
  }

  @Test
  void withoutHelmNothingIsOpened() throws IOException {
    Path chart = chart();
    bench.model.files().searchHelmIn(folder.toString());

    bench.model.files().openChart(chart);
    bench.model.files().openChart(folder);

    assertThat(bench.model.emptyProperty().get()).isTrue();
    assertThat(bench.notice().text()).endsWith("is not a chart: it has no Chart.yaml.");
  }

  private void edit(String before) {
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, before)));
  }

  private Path chart() {
    bench.write("charts/shop/Chart.yaml", "name: shop\n");
    return folder.resolve("charts/shop");
  }

  private void helm(String script) throws IOException {
    Path helm = bench.write("bin/helm", "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwxr-xr-x"));
    bench.model.files().searchHelmIn(folder.resolve("bin").toString());
  }
}
