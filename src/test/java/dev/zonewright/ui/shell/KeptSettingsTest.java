package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.findings.Grouping;
import dev.zonewright.ui.preferences.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window keeps for the next of its settings. */
class KeptSettingsTest {
  @TempDir Path folder;
  @TempDir Path settings;

  @Test
  void choicesAreThereAtTheNextStart() {
    Bench first = Bench.keeping(folder, settings);
    first.open(first.write("a.yaml", Bench.DEPLOYMENT));
    first.model.findings().groupingProperty().set(Grouping.FILE);
    first.model.findings().fixableOnlyProperty().set(true);
    first.model.preferences().change(s -> s.withTheme(ThemeChoice.HIGH_CONTRAST));
    first.model.hint().read();
    first.model.files().ended();

    Bench next = Bench.keeping(folder, settings);
    assertThat(next.model.findings().groupingProperty().get()).isEqualTo(Grouping.FILE);
    assertThat(next.model.findings().fixableOnlyProperty().get()).isTrue();
    assertThat(next.model.themeProperty().get()).isEqualTo(Theme.HIGH_CONTRAST);
    assertThat(next.model.preferences().now().recent())
        .containsExactly(folder.resolve("a.yaml").toString());
    next.open(folder.resolve("a.yaml"));
    assertThat(next.model.hint().shownProperty().get()).isFalse();
  }

  @Test
  void theThemeFollowsTheSystemUntilAnotherIsChosen() {
    Bench bench = Bench.keeping(folder, settings);
    bench.model.theme().systemIsDark(true);
    assertThat(bench.model.themeProperty().get()).isEqualTo(Theme.DARK);

    bench.model.preferences().change(s -> s.withTheme(ThemeChoice.LIGHT));
    assertThat(bench.model.themeProperty().get()).isEqualTo(Theme.LIGHT);
    bench.model.theme().systemIsDark(true);
    assertThat(bench.model.themeProperty().get()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void settingsThatCannotBeUnderstoodAreToldAndDoNoHarm() throws IOException {
    Files.writeString(settings.resolve("settings.json"), "{ no");

    Bench bench = Bench.keeping(folder, settings);

    assertThat(bench.notice().text()).contains("settings.unreadable.json");
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    assertThat(bench.controls()).contains("privileged-container");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOnceAndDoesNoHarm() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "");

    Bench bench = Bench.keeping(folder, blocked.resolve("zonewright"));
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    assertThat(bench.notice().text()).startsWith("Settings are not kept");
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    assertThat(bench.notice().text()).startsWith("Unsaved texts would not survive a crash");
    Notice last = bench.notice();
    bench.active().editor().apply(EditSet.of(TextEdit.insert(0, "# mine\n")));
    assertThat(bench.notice()).isSameAs(last);
    bench.model.save();
    assertThat(bench.read("a.yaml")).startsWith("# mine\n# mine\n");
  }

  @Test
  void theHintGoesOnceBothKeysAreKnown() {
    Bench bench = Bench.keeping(folder, settings);
    assertThat(bench.model.hint().shownProperty().get()).isFalse();
    bench.open(bench.write("a.yaml", Bench.DEPLOYMENT));
    assertThat(bench.model.hint().shownProperty().get()).isTrue();

    bench.model.nextFinding();
    assertThat(bench.model.hint().shownProperty().get()).isTrue();
    bench.model.hint().askedForFixes();
    assertThat(bench.model.hint().shownProperty().get()).isFalse();
  }

  @Test
  void theFirstFindingIsChosenUnasked() {
    Bench bench = new Bench(folder);
    bench.open(
        bench.write(
            "a.yaml", Bench.DEPLOYMENT.replace("runtimeClassName: edera\n", "hostPID: true\n")));

    assertThat(bench.model.findings().selectedProperty().get())
        .isEqualTo(
            bench.model.analysisProperty().get().findings().stream()
                .min(Comparator.comparingInt(f -> f.range().start()))
                .orElseThrow());
  }
}
