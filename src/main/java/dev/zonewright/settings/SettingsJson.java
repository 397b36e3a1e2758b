package dev.zonewright.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The settings as JSON. A value of another type than expected counts as not there. */
final class SettingsJson {
  private SettingsJson() {}

  static Settings read(ObjectNode from) {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        string(from.get("theme")).flatMap(ThemeChoice::of).orElse(usual.theme()),
        number(from.get("fontSize")).map(n -> (int) Math.round(n)).orElse(usual.fontSize()),
        strings(from.get("recent")),
        window(from.get("window")),
        entries(from.get("dividers"), SettingsJson::number),
        entries(from.get("layout"), SettingsJson::string),
        Set.copyOf(strings(from.get("hintsDone"))));
  }

  /** Puts settings into what stands in the file; keys that are not known here stay as they are. */
  static void write(Settings settings, ObjectNode into) {
    into.put("theme", settings.theme().word());
    into.put("fontSize", settings.fontSize());
    into.set("recent", array(settings.recent()));
    settings
        .window()
        .ifPresent(w -> {
          ObjectNode window = JsonNodeFactory.instance.objectNode();
          window.put("x", w.x()).put("y", w.y());
          window.put("width", w.width()).put("height", w.height());
          window.put("maximized", w.maximized());
          into.set("window", window);
        });
    ObjectNode dividers = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(settings.dividers()).forEach(dividers::put);
    into.set("dividers", dividers);
    ObjectNode layout = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(settings.layout()).forEach(layout::put);
    into.set("layout", layout);
    into.set("hintsDone", array(new TreeSet<>(settings.hintsDone())));
  }

  private static Optional<WindowPlace> window(@Nullable JsonNode node) {
    if (!(node instanceof ObjectNode window)) {
      return Optional.empty();
    }
    Map<String, Double> sides = entries(window, SettingsJson::number);
    boolean whole =
        List.of("x", "y", "width", "height").stream().allMatch(sides::containsKey)
            && sides.getOrDefault("width", 0.0) > 0
            && sides.getOrDefault("height", 0.0) > 0;
    JsonNode maximized = window.get("maximized");
    return whole
        ? Optional.of(
            new WindowPlace(
                sides.getOrDefault("x", 0.0),
                sides.getOrDefault("y", 0.0),
                sides.getOrDefault("width", 0.0),
                sides.getOrDefault("height", 0.0),
                maximized != null && maximized.isBoolean() && maximized.booleanValue()))
        : Optional.empty();
  }

  private static <T> Map<String, T> entries(
      @Nullable JsonNode node, Function<@Nullable JsonNode, Optional<T>> value) {
    Map<String, T> out = new LinkedHashMap<>();
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(e -> value.apply(e.getValue()).ifPresent(v -> out.put(e.getKey(), v)));
    }
    return out;
  }

  private static List<String> strings(@Nullable JsonNode node) {
    List<String> out = new ArrayList<>();
    if (node instanceof ArrayNode array) {
      array.forEach(item -> string(item).filter(Predicate.not(out::contains)).ifPresent(out::add));
    }
    return out;
  }

  private static Optional<String> string(@Nullable JsonNode node) {
    return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static Optional<Double> number(@Nullable JsonNode node) {
    return node != null && node.isNumber() && Double.isFinite(node.doubleValue())
        ? Optional.of(node.doubleValue())
        : Optional.empty();
  }

  private static ArrayNode array(Iterable<String> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }
}
