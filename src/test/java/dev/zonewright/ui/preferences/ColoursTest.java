package dev.zonewright.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the themes, measured: contrast as WCAG 2 has it. */
class ColoursTest {
  private static final double READABLE = 4.5;
  private static final double VISIBLE = 3;
  private static final Pattern COLOUR = Pattern.compile("(-zw-[a-z-]+):\\s*(#[0-9a-f]{6});");

  private final Map<String, Color> colours = new HashMap<>();

  private void read(String theme) throws IOException {
    String name = "/dev/zonewright/ui/colors-" + theme + ".css";
    try (InputStream in = Objects.requireNonNull(ColoursTest.class.getResourceAsStream(name))) {
      Matcher found = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (found.find()) {
        colours.put(found.group(1), Color.web(found.group(2)));
      }
    }
  }

  private Color colour(String name) {
    return Objects.requireNonNull(colours.get("-zw-" + name), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void criticalIsNeverPalerThanHigh(String theme) throws IOException {
    read(theme);
    assertThat(colour("critical").getSaturation())
        .isGreaterThanOrEqualTo(colour("high").getSaturation());
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void wordsOnTheirGroundsAreReadable(String theme) throws IOException {
    read(theme);
    assertThat(contrast("on-accent", "accent")).isGreaterThan(READABLE);
    assertThat(contrast("critical", "critical-bg")).isGreaterThan(READABLE);
    for (String ground : List.of("bg", "bg-subtle")) {
      for (String words : List.of("fg", "fg-muted", "critical", "accent")) {
        assertThat(contrast(words, ground)).as("%s on %s", words, ground).isGreaterThan(READABLE);
      }
      for (String mark : List.of("high", "medium", "low", "note", "ok", "zone", "focus")) {
        assertThat(contrast(mark, ground)).as("%s on %s", mark, ground).isGreaterThan(VISIBLE);
      }
    }
  }

  private double contrast(String one, String other) {
    double a = luminance(colour(one));
    double b = luminance(colour(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
