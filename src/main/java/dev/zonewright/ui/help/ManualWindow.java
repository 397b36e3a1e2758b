package dev.zonewright.ui.help;

import dev.zonewright.ui.Dialogs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** The manual, with its pictures, beside the window: nothing of it comes from elsewhere. */
public final class ManualWindow extends Dialog<ButtonType> {
  private static final String FOLDER = "/dev/zonewright/manual/";
  private static final Set<String> DARK = Set.of("zw-dark", "zw-contrast");
  private static final String CHAPTER = "## ";
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 680;
  private static final double CONTENTS = 0.2;
  private static final double CONTENTS_LEAST = 150;
  private static final double MARGIN = 48;

  private final VBox body = new VBox();
  private final ScrollPane scroll = new ScrollPane(body);
  private final List<Node> heads = new ArrayList<>();
  // by address, as the manual has it
  private final Map<ImageView, String> pictures = new LinkedHashMap<>();

  /** A manual over a window, in its colours; it does not hold the window up. */
  public ManualWindow(Window owner) {
    Dialogs.dress(this, owner);
    initModality(Modality.NONE);
    setTitle("Manual");
    setResizable(true);
    getDialogPane().getStyleClass().addListener((ListChangeListener<String>) _ -> develop());
    getDialogPane().setId("manual");
    body.getStyleClass().addAll("help-body", "manual-body");
    ListView<String> contents = new ListView<>();
    contents.setId("manual-contents");
    contents.setAccessibleText("Chapters of the manual");
    contents.setMinWidth(CONTENTS_LEAST);
    fill(contents);
    develop();
    contents
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, now) -> show(now.intValue()));
    scroll.setId("manual-text");
    scroll.setAccessibleText("Manual");
    scroll.setFocusTraversable(true);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    SplitPane both = new SplitPane(contents, scroll);
    both.setDividerPositions(CONTENTS);
    SplitPane.setResizableWithParent(contents, false);
    both.setPrefSize(WIDTH, HEIGHT);
    getDialogPane().setContent(both);
    getDialogPane()
        .getButtonTypes()
        .add(new ButtonType("Close", ButtonBar.ButtonData.CANCEL_CLOSE));
    setOnShown(_ -> contents.requestFocus());
  }

  /** The text of the manual, as Markdown. */
  public static String text() {
    try (InputStream in =
        Objects.requireNonNull(ManualWindow.class.getResourceAsStream(FOLDER + "manual.md"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(ListView<String> contents) {
    StringBuilder chapter = new StringBuilder();
    for (String line : text().lines().toList()) {
      if (line.startsWith(CHAPTER)) {
        add(chapter);
        contents.getItems().add(line.substring(CHAPTER.length()));
      }
      chapter.append(line).append('\n');
    }
    add(chapter);
  }

  private void add(StringBuilder chapter) {
    List<Node> nodes = MarkdownText.render(chapter.toString(), this::picture);
    if (chapter.toString().startsWith(CHAPTER)) {
      heads.add(nodes.getFirst());
    }
    body.getChildren().addAll(nodes);
    chapter.setLength(0);
  }

  // the pictures are named for the light theme; all others look at the dark ones
  private Node picture(String address) {
    ImageView view = new ImageView();
    pictures.put(view, address);
    view.getStyleClass().add("image-view");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.fitWidthProperty().bind(body.widthProperty().subtract(MARGIN));
    return view;
  }

  private void develop() {
    List<String> classes = getDialogPane().getStyleClass();
    boolean light = classes.contains("zw-light");
    if (light || classes.stream().anyMatch(DARK::contains)) {
      pictures.forEach((view, address) -> {
        String name = light ? address : address.replace("-light.png", "-dark.png");
        URL found = ManualWindow.class.getResource(FOLDER + name);
        view.setImage(new Image(Objects.requireNonNull(found).toExternalForm(), true));
      });
    }
  }

  private void show(int chapter) {
    if (chapter >= 0) {
      double room = body.getHeight() - scroll.getViewportBounds().getHeight();
      double top = heads.get(chapter).getBoundsInParent().getMinY();
      scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
    }
  }
}
