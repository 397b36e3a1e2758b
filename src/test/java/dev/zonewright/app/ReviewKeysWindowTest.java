package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Reachability and access by keys alone, and what a screen reader says of them. */
class ReviewKeysWindowTest extends AnswerPages {
  @Test
  void everythingOnThePageOfReachabilityIsReachedByTabAndHasAName() throws Exception {
    openReachability();
    assertThat(walked("#review-tab-reachability"))
        .containsSubsequence(
            "reach-from",
            "reach-way-reaches",
            "reach-address",
            "reach-only-must-be-denied",
            "reach-table")
        .contains("excerpt-open", "step-place-1", "reach-fix-1");
    assertThat(lookup("#reach-graph").query().getAccessibleText())
        .isEqualTo("Picture of the table");
    assertThat(lookup("#reach-table .table-cell").queryAllAs(TableCell.class))
        .filteredOn(c -> c.getGraphic() instanceof Labeled && c.isVisible())
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.getAccessibleText()).isNotBlank());
  }

  @Test
  void aRowOfReachabilityLeadsToItsLineAndEscapeBack() throws Exception {
    openReachability();
    interact(() -> table("#reach-table").requestFocus());
    push(KeyCode.DOWN);
    int chosen = table("#reach-table").getSelectionModel().getSelectedIndex();
    assertThat(chosen).isPositive();
    push(KeyCode.ENTER);
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
    push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> model.review().perspectiveProperty().get() == Perspective.REVIEW);

    interact(() -> lookup("#reach-address").query().requestFocus());
    push(KeyCode.ESCAPE);
    assertThat(table("#reach-table").isFocused()).isTrue();
    assertThat(model.review().perspectiveProperty().get()).isEqualTo(Perspective.REVIEW);
    push(KeyCode.ESCAPE);
    assertThat(model.review().perspectiveProperty().get()).isEqualTo(Perspective.MANIFESTS);
  }

  @Test
  void theDecidingLineIsOneKeyAwayFromTheTreeToo() throws Exception {
    openReachability();
    interact(() -> table("#reach-table").getSelectionModel().select(1));
    until(() -> lookup("#excerpt-open").tryQuery().isPresent());
    interact(() -> lookup("#workspace-tree").query().requestFocus());
    push(KeyCode.CONTROL, KeyCode.L);
    until(() -> lookup("#reach-from").<ComboBox<?>>query().isShowing());
    push(KeyCode.ESCAPE);
    until(() -> !lookup("#reach-from").<ComboBox<?>>query().isShowing());
    interact(() -> lookup("#workspace-tree").query().requestFocus());
    push(KeyCode.F4);
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
  }

  @Test
  void theHopsOfAChainAreWalkedReadAndLeft() throws Exception {
    openAccess();
    assertThat(walked("#review-tab-access"))
        .contains("access-power", "access-reaches", "access-table", "access-hops", "excerpt-open");
    assertThat(lookup("#access-hops .list-cell").queryAllAs(ListCell.class))
        .filteredOn(c -> c.getAccessibleText() != null)
        .anySatisfy(c ->
            assertThat(c.getAccessibleText())
                .contains("RoleBinding deploy: names the account", "access.yaml:10")
                .contains("can be cut: Remove the subject"))
        .allSatisfy(c -> assertThat(c.getAccessibleRoleDescription()).isEqualTo("hop"));

    ListView<?> hops = lookup("#access-hops").query();
    interact(() -> {
      hops.requestFocus();
      hops.getSelectionModel().selectFirst();
    });
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    assertThat(hops.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    push(KeyCode.ENTER);
    until(() -> model.review().perspectiveProperty().get() == Perspective.MANIFESTS);
    push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> model.review().perspectiveProperty().get() == Perspective.REVIEW);
    interact(hops::requestFocus);
    push(KeyCode.ESCAPE);
    assertThat(table("#access-table").isFocused()).isTrue();
  }

  @Test
  void theStoppedChainIsReachedToo() throws Exception {
    openAccess();
    until(() -> lookup("#access-stopped-chain").query().isVisible());
    assertThat(walked("#review-tab-access")).contains("access-stopped-open");
    interact(() -> lookup("#access-stopped-open").query().requestFocus());
    push(KeyCode.ENTER);
    until(() -> lookup("#access-stopped-by").tryQuery().isPresent());
    assertThat(lookup("#access-stopped-by").<Labeled>query().getText())
        .startsWith("Stopped by Namespace globex, which enforces baseline");
    assertThat(lookup("#access-stopped-chain").query().isVisible()).isFalse();
  }

  @Test
  void countsAreFiltersForKeysTooAndKeepTheFocus() throws Exception {
    openReachability();
    int all = table("#reach-table").getItems().size();
    Node denied = lookup("#reach-only-denied").query();
    interact(denied::requestFocus);
    push(KeyCode.SPACE);
    until(() -> table("#reach-table").getItems().size() < all);
    assertThat(table("#reach-table").getItems())
        .isNotEmpty()
        .noneMatch(line -> line.toString().contains("now=ALLOWED"));
    assertThat(focused()).contains(denied);
    assertThat(denied.getAccessibleText()).matches("Show only \\d+ denied or not opened");
    push(KeyCode.SPACE);
    until(() -> table("#reach-table").getItems().size() == all);

    openAccess();
    int accounts = table("#access-table").getItems().size();
    Node stopped = lookup("#access-stopped").query();
    interact(stopped::requestFocus);
    push(KeyCode.SPACE);
    until(() -> table("#access-table").getItems().size() < accounts);
    assertThat(focused()).contains(stopped);
  }

  @Test
  void aCountStaysPressedAfterAnEditAndCanBeLetGoWhenNothingIsLeftOfIt() throws Exception {
    openAccess();
    interact(() -> lookup("#access-stopped").<ToggleButton>query().fire());
    until(() -> table("#access-table").getItems().size() == 1);
    interact(() -> model.files().closeAll());
    Files.writeString(
        folder.resolve("cluster.yaml"),
        Files.readString(folder.resolve("cluster.yaml"))
            .replaceAll("(?m)^.*pod-security.kubernetes.io/enforce:.*$", ""));
    interact(() -> model.open(List.of(folder)));
    interact(() -> model.review().open(ReviewPage.ACCESS));
    until(() -> lookup("#access-stopped").<ToggleButton>query().getText().equals("0 stopped"));
    ToggleButton stopped = lookup("#access-stopped").query();
    assertThat(stopped.isSelected()).isTrue();
    assertThat(stopped.isDisabled()).isFalse();
    assertThat(table("#access-table").getItems()).isEmpty();
    interact(stopped::fire);
    until(() -> !table("#access-table").getItems().isEmpty());
  }

  @Test
  void f6WalksThePanelsOfAPage() throws Exception {
    openReachability();
    interact(() -> lookup("#workspace-tree").query().requestFocus());
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      push(KeyCode.F6);
      focused().map(Node::getId).ifPresent(seen::add);
    }
    assertThat(seen).contains("review-tab-overview", "reach-table", "workspace-tree");
  }

  /** What Tab leads through, from a place on until it comes round; each has a name. */
  private List<String> walked(String from) {
    interact(() -> lookup(from).query().requestFocus());
    List<String> out = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Node at = focused().orElseThrow();
      String id = String.valueOf(at.getId());
      if (i > 0 && from.equals("#" + id)) {
        break;
      }
      assertThat(named(at)).as("the name of %s", at).isNotBlank();
      out.add(id);
      push(KeyCode.TAB);
    }
    return out;
  }

  private static String named(Node node) {
    String own = node.getAccessibleText();
    Object said = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return own != null ? own : String.valueOf(said == null ? "" : said);
  }

  private Optional<Node> focused() {
    return Optional.ofNullable(window(0).getScene().getFocusOwner());
  }
}
