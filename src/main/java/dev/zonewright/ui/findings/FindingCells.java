package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

  /**
   * Lets the kind fill in. What a kind shows beside its words is made once and kept: a new node, or
   * one that comes back, is styled from scratch, and a table that is filled again has hundreds.
   */
  abstract static class Cell extends TableCell<FindingRow, FindingRow> {
    @Override
    protected void updateItem(@Nullable FindingRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        clear();
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
      clear();
    }

    private void clear() {
      setText(null);
      setGraphic(null);
      setAccessibleText(null);
      tip("");
    }

    abstract void item(FindingRow.Item item);
  }

  /** The shape of the severity. */
  static final class Severity extends Cell {
    private final Map<dev.zonewright.control.Severity, Node> shapes =
        new EnumMap<>(dev.zonewright.control.Severity.class);

    @Override
    void item(FindingRow.Item item) {
      var severity = item.at().finding().severity();
      setGraphic(shapes.computeIfAbsent(severity, SeverityIcon::of));
      setAccessibleText(severity.word());
      tip(severity.word());
    }
  }

  /** What the finding is called; in the head of a group its name and counts. */
  static final class Title extends Cell {
    private static final double GAP = 8;
    private final FindingsPane.Actions actions;
    private final SeverityCounts counts = new SeverityCounts();

    Title(FindingsPane.Actions actions) {
      this.actions = actions;
      setContentDisplay(ContentDisplay.RIGHT);
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
      counts.show(group.counts());
      setText(Widgets.shown(group.title()));
      setGraphic(counts);
      setGraphicTextGap(14);
      tip(group.title());
    }

    @Override
    void item(FindingRow.Item item) {
      setText(item.at().finding().control().title());
      tip(item.at().finding().control().title() + "\n" + item.at().finding().message());
      if (item.at().related().isEmpty()) {
        setGraphic(null);
      } else {
        setGraphic(new PlaceNumbers(item.at(), number -> actions.showPlace(item.at(), number)));
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

    private final Label first = Widgets.label("", "object-name");
    private final Label second = Widgets.label("", "faint");
    private final HBox both = new HBox(first, second);

    Subject() {
      second.setMinWidth(0);
      both.setAlignment(Pos.CENTER_LEFT);
      both.getStyleClass().add("object-cell");
    }

    @Override
    protected void layoutChildren() {
      if (getGraphic() != null) {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        first.setMinWidth(Math.min(first.prefWidth(-1), Math.max(LEAST, room)));
        // an ellipsis by itself says nothing
        double left = room - first.prefWidth(-1) - both.getSpacing();
        second.setVisible(left >= Math.min(LEAST, second.prefWidth(-1)));
      }
      super.layoutChildren();
    }

    @Override
    void item(FindingRow.Item item) {
      String name = item.at().finding().name();
      String kind = item.at().finding().kind();
      first.setText(Widgets.shown(name.isEmpty() ? kind : name));
      second.setText(name.isEmpty() ? "" : Widgets.shown(kind));
      setGraphic(both);
      setAccessibleText(Widgets.shown(item.at().finding().objectLabel()));
      tip(item.at().finding().objectLabel());
    }
  }

  /** What Edera makes of it. */
  static final class Effect extends Cell {
    private final Map<String, Label> chips = new HashMap<>();

    @Override
    void item(FindingRow.Item item) {
      EffectChip effect = item.effect();
      Label chip = chips.computeIfAbsent(effect.tone(), tone -> Widgets.chip("", tone));
      chip.setText(Widgets.shown(effect.word()));
      setGraphic(chip);
      setAccessibleText(effect.word());
      tip(effect.explanation());
    }
  }

  /** How it can be closed. */
  static final class Fix extends Cell {
    private final Map<FixKind, Label> words = new EnumMap<>(FixKind.class);

    @Override
    void item(FindingRow.Item item) {
      setGraphic(words.computeIfAbsent(item.fix(), Fix::label));
      setAccessibleText(item.fix().word());
    }

    private static Label label(FixKind fix) {
      Label label = Widgets.label(fix.word(), "fix-kind", fix.name().toLowerCase(Locale.ROOT));
      if (fix == FixKind.SAFE) {
        label.setGraphic(Widgets.icon(Feather.ZAP));
      }
      return label;
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
