package dev.zonewright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.planted.PlantedSecrets;
import dev.zonewright.planted.ShownWords;
import dev.zonewright.risk.Evidence.Place;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The lines on a page of the review are the file’s but for the credentials in them. */
class ExcerptNeverShowsTest extends ApplicationTest {
  private static final int EVERY = 40;

  private final PlantedSecrets secrets = new PlantedSecrets();
  private Optional<Excerpt> shown = Optional.empty();

  @Override
  public void start(Stage stage) {
    // not before the toolkit has begun
    shown = Optional.of(new Excerpt(_ -> {}));
    stage.setScene(new Scene(shown.orElseThrow(), 900, 500));
    stage.show();
  }

  @Test
  void theLinesAreMasked() {
    ReviewFacts facts = Reviews.of(secrets.text(), "");
    Excerpt excerpt = shown.orElseThrow();
    ShownWords words = new ShownWords();
    Set<Integer> seen = new HashSet<>();
    for (LocatedFinding at : facts.analysis().findings()) {
      if (seen.add(at.start().line() / EVERY)) {
        Place place = new Place(at.file(), at.start().line(), at.range());
        interact(() -> excerpt.show(facts, Optional.of(place), "x decides", ""));
        interact(() -> {
          words.look();
          excerpt.lookupAll(".excerpt-line").stream()
              .flatMap(line -> line.lookupAll("TextFlow").stream())
              .map(flow -> line((TextFlow) flow))
              .forEach(words::say);
        });
      }
    }
    assertThat(words.all()).contains("kind: NetworkPolicy", "“ghp…” (40 characters)");
    secrets.assertHiddenIn("the excerpts", words.all());
  }

  private static String line(TextFlow flow) {
    StringBuilder out = new StringBuilder();
    flow.getChildren().forEach(part -> out.append(((Text) part).getText()));
    return out.toString();
  }
}
