package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
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
      if (empty || row == null) {
        tip("");
      } else {
        switch (row) {
          case FindingRow.Group group -> group(group);
          case FindingRow.Item item -> item(item);
        }
      }
    }

    /** Says under the mouse what does not fit or is only hinted at. */
    final void tip(String words) {
      Tip.set(this, words);
    }

    void group(FindingRow.Group group) {
      tip("");
    }

    abstract void item(FindingRow.Item item);
  }

  /** The shape of the severity. */
  static final class Severity extends Cell {
    @Override
    void item(FindingRow.Item item) {
      String word = item.at().finding().severity().word();
      setGraphic(SeverityIcon.of(item.at().finding().severity()));
      setAccessibleText(word);
      tip(word);
    }
  }

  /** What the finding is called; in the head of a group its name and counts. */
  static final class Title extends Cell {
    private static final double GAP = 8;
    private final FindingsPane.Actions actions;

    Title(FindingsPane.Actions actions) {
      this.actions = actions;
    }

    @Override
    protected void layoutChildren() {
      // the words come first, and the numbers get the room that they leave
      if (getGraphic() instanceof PlaceNumbers places) {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        places.fit(room - GAP - Widgets.width(getText(), getFont()));
      }
      super.layoutChildren();
    }

    @Override
    void group(FindingRow.Group group) {
      SeverityCounts counts = new SeverityCounts();
      counts.show(group.counts());
      setText(Widgets.shown(group.title()));
      setGraphic(counts);
      setContentDisplay(ContentDisplay.RIGHT);
      setGraphicTextGap(14);
      tip(group.title());
    }

    @Override
    void item(FindingRow.Item item) {
      setText(item.at().finding().control().title());
      tip(item.at().finding().control().title() + "\n" + item.at().finding().message());
      if (!item.at().related().isEmpty()) {
        setGraphic(new PlaceNumbers(item.at(), number -> actions.showPlace(item.at(), number)));
        setContentDisplay(ContentDisplay.RIGHT);
        setGraphicTextGap(GAP);
      }
    }
  }

  /** Any plain words; a name that is too long ends in an ellipsis and is whole in the tooltip. */
  static final class Text extends Cell {
    private final Function<LocatedFinding, String> words;

    Text(Function<LocatedFinding, String> words) {
      this.words = words;
      getStyleClass().add("muted");
    }

    @Override
    void item(FindingRow.Item item) {
      String text = words.apply(item.at());
      setText(Widgets.shown(text));
      tip(text.length() > 1 ? text : "");
    }
  }

  /** The object: its name, then its kind in grey, which gives way first. */
  static final class Subject extends Cell {
    private static final double LEAST = 30;

    @Override
    protected void layoutChildren() {
      if (getGraphic() instanceof HBox both
          && both.getChildren().getFirst() instanceof Label first) {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        first.setMinWidth(Math.min(first.prefWidth(-1), Math.max(LEAST, room)));
      }
      super.layoutChildren();
    }

    @Override
    void item(FindingRow.Item item) {
      String name = item.at().finding().name();
      String kind = item.at().finding().kind();
      Label first = Widgets.label(name.isEmpty() ? kind : name, "object-name");
      Label second = Widgets.label(name.isEmpty() ? "" : kind, "faint");
      second.setMinWidth(0);
      HBox both = new HBox(first, second);
      both.setAlignment(Pos.CENTER_LEFT);
      both.getStyleClass().add("object-cell");
      setGraphic(both);
      setAccessibleText(Widgets.shown(item.at().finding().objectLabel()));
      tip(item.at().finding().objectLabel());
    }
  }

  /** What Edera makes of it. */
  static final class Effect extends Cell {
    @Override
    void item(FindingRow.Item item) {
      EffectChip effect = item.effect();
      setGraphic(Widgets.chip(effect.word(), effect.tone()));
      setAccessibleText(effect.word());
      tip(effect.explanation());
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
      setAccessibleText(item.fix().word());
    }
  }

  /** The last part of the file's name. */
  static final class File extends Cell {
    File() {
      getStyleClass().add("muted");
      // names of one folder often begin alike
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    void item(FindingRow.Item item) {
      String file = item.at().file();
      setText(Widgets.shown(FileNames.last(file)));
      tip(file);
    }
  }

  /** The line, its digits below those of the others. */
  static final class Line extends Cell {
    Line() {
      getStyleClass().addAll("muted", "number");
    }

    @Override
    void item(FindingRow.Item item) {
      setText("%,d".formatted(item.at().start().line()));
      tip(item.at().place());
    }
  }
}
