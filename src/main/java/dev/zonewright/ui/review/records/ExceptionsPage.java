package dev.zonewright.ui.review.records;

import dev.zonewright.control.Severity;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.ExceptionRow.State;
import dev.zonewright.ui.review.ReviewFacts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** All exceptions of the review file: what is over first, then by the day on which they end. */
public final class ExceptionsPage extends RecordsPage<ExceptionRow> {
  private final Consumer<Place> go;

  /**
   * Builds the page.
   *
   * @param go shows a place in its text
   * @param removing takes an entry out of the review file
   */
  public ExceptionsPage(ObservableValue<ReviewFacts> facts, Consumer<Place> go, Removing removing) {
    super(
        "exceptions",
        "Exceptions",
        "There are no exceptions. Use “Accept risk…” on a finding to add one.",
        new Parts<>(
            ExceptionRow::path, ExceptionRow::why, ExceptionRow::state, List.of(State.values())),
        go,
        removing::remove);
    this.go = go;
    column("State", 112, this::state);
    column("Control", 172, u -> Widgets.tipped(u.control()));
    column("Applies to", 214, u -> Widgets.tipped(u.scope()));
    column("Reason", 176, u -> Widgets.tipped(u.reason()));
    column("Owner", 108, u -> Widgets.tipped(u.owner()));
    column("Expires", 152, this::expires);
    column("Covers", 82, this::covers);
    column("Place", 60, this::place);
    // tables take this key for themselves
    table().addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    facts.subscribe(this::showSorted);
  }

  private void press(KeyEvent event) {
    ExceptionRow row = table().getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && event.getTarget().equals(table()) && row != null) {
      event.consume();
      CoveredMenu.show(row.covered(), RecordMenu.rowOnShow(table()), go);
    }
  }

  private Node covers(ExceptionRow row) {
    String words = Counts.say(row.covered().size(), "finding", "findings");
    if (row.covered().isEmpty()) {
      return Widgets.tipped(words);
    }
    Hyperlink link = Widgets.link(words, "covers-" + row.path(), () -> {});
    link.setOnAction(_ -> CoveredMenu.show(row.covered(), link, go));
    link.setAccessibleText("Show the " + words + " that the exception covers");
    return link;
  }

  private void showSorted(ReviewFacts now) {
    List<ExceptionRow> rows = new ArrayList<>(now.exceptionRows());
    rows.sort(
        Comparator.comparingInt(ExceptionsPage::rank)
            .thenComparing(ExceptionRow::expires)
            .thenComparing(r -> r.path().toString(), NaturalOrder.NAMES));
    show(now, rows);
  }

  /** What is over first, then what holds by its day, then what does nothing. */
  private static int rank(ExceptionRow row) {
    return switch (row.state()) {
      case EXPIRED -> 0;
      case SOON, IN_FORCE, OVERLONG -> 1;
      case UNUSED -> 2;
      case INVALID -> 3;
    };
  }

  private Node state(ExceptionRow row) {
    return state(
        row,
        switch (row.state()) {
          case IN_FORCE -> Widgets.icon(Feather.CHECK);
          case SOON, OVERLONG -> Widgets.icon(Feather.CLOCK);
          case UNUSED -> Widgets.icon(Feather.MINUS);
          case INVALID -> Widgets.icon(Feather.X);
          case EXPIRED -> SeverityIcon.of(Severity.MEDIUM);
        });
  }

  private Node expires(ExceptionRow row) {
    return Widgets.tipped(
        row.expires()
            + switch (row.state()) {
              case EXPIRED -> ", over";
              case SOON ->
                  ", in "
                      + Counts.say(
                          (int)
                              ChronoUnit.DAYS.between(
                                  facts().today(), LocalDate.parse(row.expires())),
                          "day",
                          "days");
              case INVALID, IN_FORCE, OVERLONG, UNUSED -> "";
            });
  }
}
