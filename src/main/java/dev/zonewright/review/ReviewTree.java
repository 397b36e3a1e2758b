package dev.zonewright.review;

import dev.zonewright.kube.Manifest;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlProblem;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The first document of a review file as Jackson reads it, and with what aliases and merge keys
 * stand for in their place: Jackson takes an alias for the name of its anchor.
 */
final class ReviewTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Consumer<ReviewProblem> problems;

  private ReviewTree(Consumer<ReviewProblem> problems) {
    this.problems = problems;
  }

  /**
   * Reads it.
   *
   * @param problems is told why it cannot be read
   * @return the missing node where there is nothing to read
   */
  static JsonNode of(Manifest manifest, Consumer<ReviewProblem> problems) {
    List<YamlStream.Part> parts = manifest.stream().parts();
    if (parts.isEmpty()) {
      return NODES.missingNode();
    }
    return new ReviewTree(problems).read(manifest.stream(), parts);
  }

  private JsonNode read(YamlStream stream, List<YamlStream.Part> parts) {
    YamlStream.Part first = parts.getFirst();
    int end = parts.size() > 1 ? parts.get(1).offset() : stream.text().length();
    Optional<YamlProblem> wrong =
        first.document().problem().or(() -> RepeatedKey.in(first, stream.lines()));
    if (wrong.isPresent()) {
      unread(wrong.get().what(), wrong);
      return NODES.missingNode();
    }
    YAMLMapper mapper =
        YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    int above = stream.lines().lineOf(first.offset());
    try {
      JsonNode read = mapper.readTree(stream.text().substring(first.offset(), end));
      return filled(read, first.document().cursor());
    } catch (JacksonException e) {
      String from =
          Optional.ofNullable(e.getLocation())
              .map(at -> " from line " + (above + at.getLineNr()))
              .orElse("");
      unread("it cannot be read as YAML" + from, Optional.empty());
    }
    return NODES.missingNode();
  }

  /** What was read, with what stands behind aliases and merge keys in their place. */
  private JsonNode filled(JsonNode read, YamlCursor at) {
    @Nullable YamlNode node = at.node().orElse(null);
    if (node instanceof YamlAlias || node instanceof YamlScalar) {
      return unfolded(node);
    }
    if (read instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, filled(list.get(i), at.at(i)));
      }
      return list;
    }
    if (!(read instanceof ObjectNode object)) {
      return read;
    }
    if (node instanceof YamlMapping mapping && mapping.hasMerge()) {
      return unfolded(mapping);
    }
    for (String key : List.copyOf(object.propertyNames())) {
      object.set(key, filled(object.get(key), at.get(key)));
    }
    return object;
  }

  private JsonNode unfolded(YamlNode node) {
    return switch (node.resolved()) {
      case YamlMapping mapping -> {
        ObjectNode out = NODES.objectNode();
        put(mapping, out);
        yield out;
      }
      case YamlSequence list -> {
        ArrayNode out = NODES.arrayNode();
        list.items().forEach(item -> out.add(unfolded(item.value())));
        yield out;
      }
      // a name is what is written: 1e3 and 1.10 are no numbers here
      case YamlScalar scalar ->
          switch (scalar.resolve()) {
            case ScalarValue.Null _ -> NODES.nullNode();
            case ScalarValue.Bool(boolean value) when isTruth(scalar) -> NODES.booleanNode(value);
            default -> NODES.stringNode(scalar.value());
          };
      case YamlAlias _ -> NODES.missingNode();
    };
  }

  /** The keys that count: in the order of the text, the later one over the earlier. */
  private void put(YamlMapping mapping, ObjectNode out) {
    for (YamlEntry entry : mapping.entries()) {
      if (!entry.isMerge()) {
        out.set(entry.name(), unfolded(entry.value()));
        continue;
      }
      ObjectNode merged = NODES.objectNode();
      if (entry.value().resolved() instanceof YamlSequence list) {
        list.items().reversed().forEach(item -> merge(item.value(), merged));
      } else {
        merge(entry.value(), merged);
      }
      out.setAll(merged);
    }
  }

  private void merge(YamlNode from, ObjectNode out) {
    if (from.resolved() instanceof YamlMapping mapping) {
      put(mapping, out);
    }
  }

  /** YAML 1.1 also reads yes and on so, which are words here. */
  private static boolean isTruth(YamlScalar scalar) {
    return scalar.value().equalsIgnoreCase("true") || scalar.value().equalsIgnoreCase("false");
  }

  private void unread(String why, Optional<YamlProblem> cause) {
    problems.accept(
        new ReviewProblem(
            YamlPath.ROOT, "nothing of the file counts: " + why, ReviewProblem.Extent.FILE, cause));
  }
}
