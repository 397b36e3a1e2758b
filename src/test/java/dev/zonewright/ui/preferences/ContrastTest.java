package dev.zonewright.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2, 1.4.3: text has a contrast of at least 4.5 to 1 on each ground that it stands on. */
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final Pattern COLOUR = Pattern.compile("-zw-([a-z-]+): (#[0-9a-f]{6});");
  private static final List<String> WORDS = List.of("fg", "fg-muted", "fg-faint", "accent");
  private static final List<String> MARKS =
      List.of("critical", "high", "medium", "low", "note", "ok", "zone");
  private static final List<String> CODE =
      List.of("fg", "key", "string", "number", "comment", "marker");
  private static final List<String> GROUNDS = List.of("bg", "bg-subtle", "bg-muted", "selection");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void allThatIsReadCanBeRead(String theme) throws IOException {
    Map<String, Color> of = colours(theme);
    List<String> faults = new ArrayList<>();
    for (String ground : GROUNDS) {
      WORDS.forEach(word -> check(of, word, ground, faults));
      MARKS.forEach(mark -> check(of, mark, ground, faults));
    }
    MARKS.forEach(mark -> check(of, mark, mark + "-bg", faults));
    for (String ground : List.of("bg", "bg-subtle", "added", "removed", "match")) {
      CODE.forEach(word -> check(of, word, ground, faults));
    }
    List.of("key", "string", "number", "comment")
        .forEach(word -> check(of, word, "text-selection", faults));
    check(of, "on-accent", "accent-fill", faults);
    assertThat(faults).isEmpty();
  }

  /** What is most severe is never a paler red than what is less so. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void criticalIsNeverPalerThanHigh(String theme) throws IOException {
    Map<String, Color> of = colours(theme);
    assertThat(colour(of, "critical").getSaturation())
        .isGreaterThanOrEqualTo(colour(of, "high").getSaturation());
  }

  private static void check(
      Map<String, Color> of, String word, String ground, List<String> faults) {
    double ratio = ratio(colour(of, word), colour(of, ground));
    if (ratio < TEXT) {
      faults.add("%s on %s: %.2f".formatted(word, ground, ratio));
    }
  }

  private static Color colour(Map<String, Color> of, String name) {
    Color colour = of.get(name);
    if (colour == null) {
      throw new AssertionError("no colour " + name);
    }
    return colour;
  }

  private static Map<String, Color> colours(String theme) throws IOException {
    Path file = Path.of("src/main/resources/dev/zonewright/ui").resolve("colors-" + theme + ".css");
    Matcher each = COLOUR.matcher(Files.readString(file, StandardCharsets.UTF_8));
    Map<String, Color> out = new HashMap<>();
    while (each.find()) {
      out.put(each.group(1), Color.web(each.group(2)));
    }
    return out;
  }

  private static double ratio(Color a, Color b) {
    double one = luminance(a) + 0.05;
    double other = luminance(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(Color colour) {
    double[] parts = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    double[] weights = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, parts.length).mapToDouble(i -> weights[i] * linear(parts[i])).sum();
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
