package dev.zonewright.ui;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.report.Printable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that many screens are built of. */
public final class Widgets {
  private static final int MEASURED = 50;
  private static final int HEAD_PADDING = 26;
  private static final String HEXAGON = "M3 0.5 L9 0.5 L12 5.7 L9 10.9 L3 10.9 L0 5.7 Z";

  private Widgets() {}

  public static FontIcon icon(Feather feather) {
    return new FontIcon(feather);
  }

  /** A rounded label whose colour says what kind of thing it is; the tone is a style class. */
  public static Label chip(String text, String tone) {
    Label chip = new Label(shown(text));
    chip.getStyleClass().addAll("chip", tone);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /** The mark of where a pod runs: a filled hexagon for a zone, a hollow one for the host. */
  public static Node hexagon(boolean filled) {
    SVGPath shape = new SVGPath();
    shape.setContent(HEXAGON);
    shape.getStyleClass().addAll("hexagon", filled ? "filled" : "hollow");
    return shape;
  }

  /** An empty stretch that pushes what follows to the far side. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** A button that shows only an icon; its name is for screen readers and the tooltip. */
  public static Button iconButton(String id, Feather feather, String name) {
    Button button = new Button(null, icon(feather));
    button.getStyleClass().addAll("flat", "icon-only");
    return named(button, id, name);
  }

  /** Gives a button its id, its name for screen readers, and the same as a tooltip. */
  public static <B extends ButtonBase> B named(B button, String id, String name) {
    button.setId(id);
    button.setAccessibleText(shown(name));
    Tip.set(button, name);
    return button;
  }

  public static Hyperlink link(String text, String id, Runnable action) {
    Hyperlink link = new Hyperlink(shown(text));
    link.setId(id);
    link.setAccessibleText(shown(text));
    link.setOnAction(_ -> action.run());
    return link;
  }

  /**
   * Words from outside as every part of the window shows them: characters that hide, or turn the
   * line around, are spelled out; breaks between lines, and tabs, stay.
   */
  public static String shown(String text) {
    return text.indexOf('\n') < 0
        ? shownLine(text)
        : text.lines().map(Widgets::shownLine).collect(Collectors.joining("\n"));
  }

  private static String shownLine(String line) {
    return line.indexOf('\t') < 0
        ? Printable.of(line)
        : Stream.of(Masked.within(line).split("\t", -1))
            .map(Printable::of)
            .collect(Collectors.joining("\t"));
  }

  /**
   * A label; what comes from a manifest can do no harm in it, and what is cut is in its tooltip.
   */
  public static Label label(String text, String... styles) {
    Label label = new WholeLabel(shown(text));
    label.getStyleClass().addAll(styles);
    return label;
  }

  /**
   * Lets a box with a long list take its width from the first rows: to lay out every row of
   * thousands, whenever the list changes, keeps the window from its work. A longer name scrolls.
   */
  public static void measureFirstRows(ComboBox<?> box) {
    box.getProperties().put("comboBoxRowsToMeasureWidth", MEASURED);
  }

  /** The least width of a column in which its title can be read. */
  public static double widthOf(String title) {
    return Math.ceil(new Text(title).getLayoutBounds().getWidth()) + HEAD_PADDING;
  }

  /** How wide words are in a font. */
  public static double width(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return Math.ceil(text.getLayoutBounds().getWidth());
  }

  /** A label whose words are in its tooltip too, for where they may be cut. */
  public static Label tipped(String text, String... styles) {
    Label label = label(text, styles);
    Tip.set(label, label.getText());
    return label;
  }
}
