package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zonewright.ui.files.OpenChoices;
import dev.zonewright.ui.help.ManualWindow;
import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.keys.KeyEntry;
import dev.zonewright.ui.keys.KeyTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual says what the window does. */
class ManualTest {
  @TempDir Path folder;

  @Test
  void theManualHasExactlyTheKeysOfTheWindow() {
    // a Mac writes its keys with signs
    assumeThat(KeyCombination.valueOf("Shortcut+A").getDisplayText()).isEqualTo("Ctrl+A");
    ShellModel model = new Bench(folder).model();
    OpenChoices choices =
        new OpenChoices(
            () -> {
              throw new AssertionError("nothing is chosen here");
            },
            model.files(),
            model.preferences(),
            Optional.of(folder));
    List<Command> commands = new ShellCommands(model, choices, new Idle()).all();

    String text = ManualWindow.text();
    String chapter = text.substring(text.indexOf("### File"), text.indexOf("## Settings")).strip();
    assertThat(chapter).isEqualTo(tables(KeyTable.of(commands)));
  }

  @Test
  void eachPictureOfTheManualIsThereInBothThemes() {
    List<String> pictures =
        Pattern.compile("\\]\\((pictures/[a-z-]+-light\\.png)\\)")
            .matcher(ManualWindow.text())
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(pictures).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    assertThat(pictures)
        .allSatisfy(name -> {
          assertThat(getClass().getResource("/dev/zonewright/manual/" + name)).isNotNull();
          String dark = name.replace("-light", "-dark");
          assertThat(getClass().getResource("/dev/zonewright/manual/" + dark)).isNotNull();
        });
  }

  private static String tables(List<KeyEntry> entries) {
    Map<String, StringBuilder> groups = new LinkedHashMap<>();
    for (KeyEntry entry : entries) {
      String keys = entry.keys().stream().map(k -> "`" + k + "`").collect(Collectors.joining(", "));
      groups
          .computeIfAbsent(
              entry.group(), g -> new StringBuilder("### " + g + "\n\n| key | does |\n|---|---|\n"))
          .append("| " + keys + " | " + entry.does() + " |\n");
    }
    return String.join("\n", groups.values()).strip();
  }

  /** A view that is never asked. */
  private static final class Idle implements ShellCommands.ViewActions {
    @Override
    public void acceptRisk() {}

    @Override
    public void showFixes() {}

    @Override
    public void runbook() {}

    @Override
    public void fixAll(FixScope scope) {}

    @Override
    public void goTo() {}

    @Override
    public Window window() {
      throw new AssertionError("nothing is shown here");
    }

    @Override
    public void resetPanels() {}

    @Override
    public void foldTree() {}

    @Override
    public void foldRisk() {}

    @Override
    public void walkPanels(int by) {}

    @Override
    public void quit() {}
  }
}
