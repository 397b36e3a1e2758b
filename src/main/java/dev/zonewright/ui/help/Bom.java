package dev.zonewright.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The software bill of materials that the build left in the jar, as CycloneDX has it.
 *
 * @param text the whole of it, as it is saved
 */
record Bom(List<Part> parts, String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A work of others.
   *
   * @param licence its names in CycloneDX; empty where none is told
   */
  record Part(String name, String version, String licence) {}

  /** Reads a bill; empty for a text that is none. */
  static Optional<Bom> read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.path("bomFormat").asString("").equals("CycloneDX")) {
        return Optional.empty();
      }
      List<Part> parts = new ArrayList<>();
      for (JsonNode component : root.path("components")) {
        parts.add(
            new Part(
                component.path("name").asString(""),
                component.path("version").asString(""),
                licences(component.path("licenses"))));
      }
      return Optional.of(new Bom(List.copyOf(parts), text));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static String licences(JsonNode all) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : all) {
      JsonNode licence = one.path("license");
      names.add(
          one.path("expression")
              .asString(licence.path("id").asString(licence.path("name").asString(""))));
    }
    return names.stream().filter(n -> !n.isEmpty()).distinct().collect(Collectors.joining(", "));
  }
}
