package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import dev.zonewright.yaml.plan.Route;
import dev.zonewright.yaml.plan.ValueWriter;
import dev.zonewright.yaml.plan.WritingStyle;
import dev.zonewright.yaml.plan.WrittenValue;
import java.util.List;

/** Writes a document that is a file of its own. */
public final class DocumentText {
  private static final WritingStyle USUAL = new WritingStyle(2, 2, false);

  private DocumentText() {}

  /**
   * The text of a new file, lines ended by LF.
   *
   * @param like the text of a document whose indentation it follows; one of JSON, or that cannot be
   *     read, is not followed
   * @throws IllegalStateException when what was written is not read as the value; a defect
   */
  public static String of(YamlValue.Mapping value, String like) {
    String text = new ValueWriter(style(like)).entries(value.entries(), 0) + "\n";
    YamlNode read = YamlParser.parse(text).root().orElse(null);
    if (!WrittenValue.isAt(value, read)) {
      throw new IllegalStateException("the new document is not read as it was meant");
    }
    return text;
  }

  private static WritingStyle style(String like) {
    return YamlParser.parse(like)
        .root()
        .map(root -> {
          Route top = new Route(List.of(), root, List.of(), null);
          WritingStyle found = WritingStyle.around(new Layout(like), root, top);
          return found.json() ? USUAL : found;
        })
        .orElse(USUAL);
  }

  /** Whether a document holds exactly this value. */
  public static boolean isSame(YamlValue.Mapping value, YamlDocument document) {
    return WrittenValue.isAt(value, document.root().orElse(null));
  }
}
