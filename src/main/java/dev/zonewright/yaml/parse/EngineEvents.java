package dev.zonewright.yaml.parse;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Sets the YAML engine up for one document. */
final class EngineEvents {
  /** Up to here the engine reads as it likes to, little by little. */
  private static final int LONG = 65_536;

  /** What the engine may read at once, in characters; it takes six bytes for each. */
  private static final int MOST_AT_ONCE = 4_194_304;

  private EngineEvents() {}

  /** The events of a document, whose tabs between the values of flow style count as spaces. */
  static ParserImpl of(String text) {
    LoadSettings settings = settings(text.length());
    return new ParserImpl(settings, new StreamReader(settings, FlowTabs.asSpaces(text)));
  }

  /**
   * For each piece that the engine reads, it copies all that it has read of the value at hand. In
   * small pieces, a quote that is never closed would so take the square of its length.
   */
  private static LoadSettings settings(int length) {
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(true);
    if (length > LONG) {
      settings.setBufferSize(Math.min(length, MOST_AT_ONCE));
    }
    return settings.build();
  }
}
