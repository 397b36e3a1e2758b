package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.report.Printable;
import dev.zonewright.text.Hidden;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.preferences.Themes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Names from outside turn no line of the window around, and hide nothing in it. */
@DisabledOnOs(OS.WINDOWS) // allows no such names
class HostileNamesWindowTest extends ApplicationTest {
  private static final String NAME = "a\u202eb\u200bc\u3164";

  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @Override
  public void start(Stage stage) {
    bench = new Bench(folder);
    ShellView view = new ShellView(bench.model, BackgroundRunner.live(), Optional.empty());
    bench.model.askThrough(bench);
    Scene scene = new Scene(view.root(), 1600, 1000);
    Themes.wear(scene, bench.model.themeProperty());
    stage.setScene(scene);
    stage.show();
    String hostile =
        Bench.DEPLOYMENT
            .replace("name: api\n", "name: \"%s\"\n".formatted(NAME))
            .replace("acme", "\"%s\"".formatted(NAME));
    bench.write(NAME + "/" + NAME + ".yaml", hostile);
    bench.write(NAME + "/bad" + NAME + ".yaml", "a: [\n");
    bench.open(folder.resolve(NAME));
  }

  @Test
  void nothingThatIsShownHidesOrTurns() {
    interact(() ->
        bench
            .model
            .findings()
            .selectedProperty()
            .set(bench.model.analysisProperty().get().findings().getFirst()));
    WaitForAsyncUtils.waitForFxEvents();
    Set<String> shown = new TreeSet<>();
    interact(() -> Window.getWindows().forEach(w -> collect(w.getScene().getRoot(), shown)));
    assertThat(shown).isEmpty();
  }

  private static void collect(Node node, Set<String> into) {
    if (node instanceof GenericStyledArea) {
      return; // the editor draws its characters itself
    }
    check(node, Tip.words(node), into);
    check(node, node.getAccessibleText(), into);
    check(node, node.getAccessibleHelp(), into);
    if (node instanceof Labeled labeled) {
      check(node, labeled.getText(), into);
    }
    if (node instanceof Text text) {
      check(node, text.getText(), into);
    }
    if (node instanceof TabPane tabs) {
      for (Tab tab : tabs.getTabs()) {
        check(node, tab.getText(), into);
        Optional.ofNullable(tab.getTooltip()).ifPresent(t -> check(node, t.getText(), into));
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  private static void check(Node node, @Nullable String text, Set<String> into) {
    String line = text == null ? "" : text.replace("\n", "");
    if (!Hidden.without(line).equals(line)) {
      into.add(node + ": " + Printable.of(line));
    }
  }
}
