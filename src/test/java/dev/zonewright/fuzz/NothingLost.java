package dev.zonewright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.YamlStream;

/**
 * Every line of a text that says something stands in a document. Kept simpler than the splitter, so
 * that both cannot be wrong in one way.
 */
final class NothingLost {
  private NothingLost() {}

  static void check(YamlStream stream) {
    String text = stream.text();
    int end = 0;
    for (YamlStream.Part part : stream.parts()) {
      isEmpty(text.substring(end, part.range().start()));
      end = part.range().end();
    }
    isEmpty(text.substring(end));
  }

  private static void isEmpty(String between) {
    for (String line : between.split("\n", -1)) {
      String bare = line.replace("\uFEFF", "").strip();
      assertThat(bare.isEmpty() || bare.startsWith("#") || bare.equals("---") || bare.equals("..."))
          .as("“%s” stands in no document", line)
          .isTrue();
    }
  }
}
