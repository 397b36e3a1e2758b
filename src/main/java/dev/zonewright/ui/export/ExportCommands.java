package dev.zonewright.ui.export;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.keys.Command.Group;
import dev.zonewright.ui.keys.Command.Where;
import dev.zonewright.ui.review.compare.CompareModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What can leave the window as a report, as commands: by keys, and in the menu of all commands. */
public final class ExportCommands {
  private ExportCommands() {}

  /**
   * The commands, in the order of the menu.
   *
   * @param nothing while nothing is opened
   * @param report asks where to, and writes a report of what is opened
   * @param compare the page that has a comparison while it is on show
   * @param comparison asks where to, and writes a comparison
   */
  public static List<Command> of(
      ObservableValue<Boolean> nothing,
      Consumer<ExportFormat> report,
      CompareModel compare,
      Consumer<Compared> comparison) {
    List<Command> out = new ArrayList<>();
    for (ExportFormat format : ReportExport.ORDER) {
      out.add(
          command(
                  "export-" + format.ending(),
                  "Export: " + ReportExport.title(format),
                  format == ExportFormat.HTML ? "Shortcut+Shift+E" : "",
                  () -> report.accept(format))
              .unless(nothing));
    }
    ReadOnlyObjectProperty<@Nullable Compared> now = compare.comparisonProperty();
    out.add(
        command(
                "export-comparison",
                "Export: comparison…",
                "Shortcut+E",
                () -> Optional.ofNullable(now.get()).ifPresent(comparison))
            .unless(
                Bindings.createBooleanBinding(
                    () -> !compare.onShowProperty().get() || now.get() == null,
                    compare.onShowProperty(),
                    now)));
    return List.copyOf(out);
  }

  private static Command command(String id, String title, String keys, Runnable action) {
    return Command.of(id, Group.FILE, title, keys, Where.EVERYWHERE, action);
  }
}
