package dev.zonewright.ui.shell;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.text.LineIndex;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.palette.Palette;
import dev.zonewright.ui.palette.PaletteContext;
import dev.zonewright.ui.palette.Target;
import dev.zonewright.ui.risk.RiskView;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/** Ctrl+P: what can be gone to, and the going there. */
final class GoTo {
  private final ShellModel model;
  private final Runnable focusEditor;
  private final Supplier<Node> owner;
  private final Supplier<List<Command>> commands;
  private final Palette palette;

  /**
   * @param owner over which the palette opens
   * @param commands what the window can be asked to do
   * @param focusEditor gives the keyboard to the editor on show
   */
  GoTo(
      ShellModel model,
      BackgroundRunner runner,
      Supplier<Node> owner,
      Supplier<List<Command>> commands,
      Runnable focusEditor) {
    this.model = model;
    this.owner = owner;
    this.commands = commands;
    this.focusEditor = focusEditor;
    this.palette = new Palette(runner, this::context, this::go);
  }

  void show() {
    palette.show(owner.get());
  }

  private PaletteContext context() {
    OpenFile active = model.tabs().activeProperty().get();
    return new PaletteContext(
        model.analysisProperty().get(),
        model.files().fileNames(),
        ControlCatalogue.all().stream().map(c -> c.info()).toList(),
        commands.get().stream().filter(c -> !c.off().getValue()).toList(),
        active == null ? "" : active.name(),
        active == null ? "" : active.text());
  }

  private void go(Target target) {
    switch (target) {
      case Target.OfObject(Jump at) -> model.jump(at);
      case Target.OfFile(String file) -> model.files().showFile(file);
      case Target.OfFinding(var finding) -> model.choose(finding);
      case Target.OfControl(var control) -> {
        model.help().show(control);
        model.risk().look(RiskView.CONTROL);
      }
      case Target.OfLine(int line, int column) -> goToLine(line, column);
      case Target.OfCommand(Command command) -> {
        // what it shows has the keyboard
        command.run();
        return;
      }
      case Target.Hint _ -> {
        // says something, leads nowhere
      }
    }
    focusEditor.run();
  }

  private void goToLine(int line, int column) {
    OpenFile active = model.tabs().activeProperty().get();
    if (active != null) {
      int at = LineIndex.of(active.text()).offsetOf(new Position(line, column));
      model.jump(new Jump(active.name(), TextRange.at(at)));
    }
  }
}
