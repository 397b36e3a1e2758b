package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.ui.Widgets;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The workload that is asked about, and where it runs. */
final class WorkloadChoice extends HBox {
  private static final int ROWS = 16;

  private final ReachModel model;
  private final ComboBox<String> from = new ComboBox<>();
  private final Label zone = Widgets.chip("", "quiet");
  private final TypeAhead ahead = new TypeAhead(System::nanoTime);
  private boolean filling;

  WorkloadChoice(ReachModel model) {
    this.model = model;
    getStyleClass().add("page-counts");
    setAlignment(Pos.CENTER_LEFT);
    from.setId("reach-from");
    from.setAccessibleText("Workload to check");
    from.setMinWidth(120);
    from.setMaxWidth(300);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(from.valueProperty().map(Widgets::shown));
    from.setTooltip(whole);
    from.setVisibleRowCount(ROWS);
    Widgets.measureFirstRows(from);
    from.setCellFactory(_ -> new Cell());
    from.setButtonCell(new Cell());
    from.valueProperty()
        .addListener((_, _, now) -> {
          if (!filling && now != null) {
            model.choose(now);
          }
        });
    from.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    from.showingProperty().addListener((_, _, _) -> ahead.forget());
    zone.setId("reach-zone");
    zone.managedProperty().bind(zone.visibleProperty());
    getChildren().setAll(from, zone);
  }

  private void typed(KeyEvent event) {
    String letters = event.getCharacter();
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
    if (plain && !letters.isBlank() && letters.chars().noneMatch(Character::isISOControl)) {
      event.consume();
      ahead
          .typed(letters, from.getItems())
          .ifPresent(at -> {
            from.getSelectionModel().select(at);
            if (from.getSkin() instanceof ComboBoxListViewSkin<?> skin
                && skin.getPopupContent() instanceof ListView<?> list) {
              list.scrollTo(at);
            }
          });
    }
  }

  void fill(ReachModel.Answers answers) {
    filling = true;
    if (!from.getItems().equals(answers.workloads())) {
      from.getItems().setAll(answers.workloads());
    }
    from.setValue(answers.pod().map(NetworkPod::path).orElse(null));
    filling = false;
    // the mark is that of the newest answers, even where the path is the same
    from.getButtonCell().updateIndex(from.getButtonCell().getIndex());
    Optional<ZoneState> state = answers.pod().flatMap(answers.engine()::zone);
    zone.setVisible(state.isPresent());
    state.ifPresent(s -> {
      zone.setText(words(s));
      zone.getStyleClass().setAll("label", "chip", s == ZoneState.EDERA ? "zone" : "quiet");
    });
  }

  private static String words(ZoneState state) {
    return switch (state) {
      case EDERA -> "in a zone";
      case HOST -> "on the host kernel";
      case UNDETERMINED -> "zone undetermined";
    };
  }

  /** Lets the person choose. */
  void open() {
    from.requestFocus();
    from.show();
  }

  private final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : Widgets.shown(item));
      setGraphic(empty || item == null ? null : mark(item));
    }

    private @Nullable Node mark(String path) {
      return model
          .answersProperty()
          .get()
          .engine()
          .zone(path)
          .filter(s -> s != ZoneState.UNDETERMINED)
          .map(s -> Widgets.hexagon(s == ZoneState.EDERA))
          .orElse(null);
    }
  }
}
