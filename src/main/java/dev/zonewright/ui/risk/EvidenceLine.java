package dev.zonewright.ui.risk;

import dev.zonewright.control.Severity;
import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line under a risk: what kind of evidence, what it is, and a link to where it stands. */
public final class EvidenceLine extends HBox {
  private static final int LONGEST = 36;

  /** A line of evidence that stands alone. */
  public EvidenceLine(Evidence evidence, Consumer<Evidence.Place> go) {
    this(evidence, PlaceNames.among(List.of(evidence)), go);
  }

  /**
   * A line of evidence.
   *
   * @param names how places are called among the other lines
   */
  public EvidenceLine(
      Evidence evidence, Function<Evidence.Place, String> names, Consumer<Evidence.Place> go) {
    getStyleClass().add("evidence");
    Text words = new Text(Widgets.shown(evidence.text()) + " ");
    words.getStyleClass().add("evidence-text");
    TextFlow flow = new TextFlow(words);
    evidence
        .place()
        .ifPresent(place -> {
          PlaceLink link = new PlaceLink(place, names, at -> "evidence-" + at.line(), go);
          flow.getChildren().add(link);
        });
    HBox.setHgrow(flow, Priority.ALWAYS);
    getChildren().setAll(sign(evidence.state()), flow);
  }

  /** The mark of a kind of evidence. */
  public static Node sign(Evidence.State state) {
    StackPane sign = new StackPane(icon(state));
    sign.getStyleClass().add("evidence-sign");
    sign.setAccessibleText(words(state));
    return sign;
  }

  /** A file and line; a long name gives up its middle, for words in a flow are never cut. */
  public static String shortened(String name) {
    return name.length() <= LONGEST
        ? name
        : name.substring(0, LONGEST / 2) + "…" + name.substring(name.length() - LONGEST / 2);
  }

  private static Node icon(Evidence.State state) {
    return switch (state) {
      case EXPOSURE -> SeverityIcon.of(Severity.HIGH);
      case MISSING -> SeverityIcon.of(Severity.MEDIUM);
      case IN_PLACE -> toned(Feather.CHECK, "good");
      case ATTESTED -> toned(Feather.USER_CHECK, "good");
      case NOT_VISIBLE, UNDETERMINED -> Widgets.label("?", "faint");
      case NOT_ASSESSED -> Widgets.label("–", "faint");
    };
  }

  private static FontIcon toned(Feather feather, String tone) {
    FontIcon icon = Widgets.icon(feather);
    icon.getStyleClass().add(tone);
    return icon;
  }

  static String words(Evidence.State state) {
    return switch (state) {
      case EXPOSURE -> "raises the risk";
      case MISSING -> "missing";
      case IN_PLACE -> "in place";
      case ATTESTED -> "attested";
      case NOT_VISIBLE -> "not visible in manifests";
      case UNDETERMINED -> "undetermined";
      case NOT_ASSESSED -> "not assessed";
    };
  }
}
