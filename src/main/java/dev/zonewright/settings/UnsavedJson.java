package dev.zonewright.settings;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An unsaved text as JSON; half a character pair stays what it is. */
final class UnsavedJson {
  // what was kept is offered, however long it is
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private UnsavedJson() {}

  static byte[] bytes(UnsavedText text) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", text.name());
    node.put("path", text.path());
    node.put("stamp", text.stamp());
    node.put("text", text.text());
    return JSON.writeValueAsBytes(node);
  }

  static Optional<UnsavedText> read(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      String path = node.required("path").stringValue();
      // a path that cannot be one costs this entry alone
      Path valid = Path.of(path);
      return Optional.of(
          new UnsavedText(
              node.required("name").stringValue(),
              valid.toString(),
              node.required("stamp").stringValue(),
              node.required("text").stringValue()));
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
