package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The cells of the table, one kind a column. */
final class FindingCells {
  private FindingCells() {}

  /** Clears itself, then lets the kind fill in. */
  abstract static class Cell extends TableCell<FindingRow, FindingRow> {
    @Override
    protected void updateItem(@Nullable FindingRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(null);
      setTooltip(null);
      if (!empty && row != null) {
        switch (row) {
          case FindingRow.Group group -> group(group);
          case FindingRow.Item item -> item(item);
        }
      }
    }

    void group(FindingRow.Group group) {}

    abstract void item(FindingRow.Item item);
  }

  /** The shape of the severity. */
  static final class Severity extends Cell {
    @Override
    void item(FindingRow.Item item) {
      setGraphic(SeverityIcon.of(item.at().finding().severity()));
      setAccessibleText(item.at().finding().severity().word());
    }
  }

  /** What the finding is called; in the head of a group its name and counts. */
  static final class Title extends Cell {
    @Override
    void group(FindingRow.Group group) {
      SeverityCounts counts = new SeverityCounts();
      counts.show(group.counts());
      setText(group.title());
      setGraphic(counts);
      setContentDisplay(ContentDisplay.RIGHT);
      setGraphicTextGap(14);
    }

    @Override
    void item(FindingRow.Item item) {
      setText(item.at().finding().control().title());
      setTooltip(new Tooltip(item.at().finding().message()));
    }
  }

  /** Any plain words. */
  static final class Text extends Cell {
    private final Function<LocatedFinding, String> words;

    Text(Function<LocatedFinding, String> words) {
      this.words = words;
      getStyleClass().add("muted");
    }

    @Override
    void item(FindingRow.Item item) {
      setText(words.apply(item.at()));
    }
  }

  /** What Edera makes of it. */
  static final class Effect extends Cell {
    @Override
    void item(FindingRow.Item item) {
      EffectChip effect = item.effect();
      setGraphic(Widgets.chip(effect.word(), effect.tone()));
      setTooltip(new Tooltip(effect.explanation()));
    }
  }

  /** How it can be closed. */
  static final class Fix extends Cell {
    @Override
    void item(FindingRow.Item item) {
      Label label =
          Widgets.label(item.fix().word(), "fix-kind", item.fix().name().toLowerCase(Locale.ROOT));
      if (item.fix() == FixKind.SAFE) {
        label.setGraphic(Widgets.icon(Feather.ZAP));
      }
      setGraphic(label);
    }
  }

  /** File and line. */
  static final class Place extends Cell {
    Place() {
      getStyleClass().add("muted");
    }

    @Override
    void item(FindingRow.Item item) {
      String place = item.at().place();
      setText(place.substring(place.lastIndexOf('/') + 1));
      setTooltip(new Tooltip(place));
    }
  }
}
