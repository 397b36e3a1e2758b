package dev.zonewright.report;

import dev.zonewright.control.Severity;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Several reviews as one. Knows of the form of a review only that counts stand under {@code
 * coverage} and {@code compared}, and that each item of a list says which {@code file} it is about;
 * so lists that a later version adds are joined too.
 */
public final class JoinedReview {
  private static final String FILE = "file";
  private static final String COVERAGE = "coverage";
  private static final Set<String> COUNTED = Set.of(COVERAGE, BaselineMarks.PROPERTY);
  private static final String ITEMS = "items";
  private static final String FINDINGS = "findings";
  private static final String FINGERPRINT = "fingerprint";
  private static final Pattern NUMBERED = Pattern.compile("-\\d+$");

  private final ObjectNode root;

  private JoinedReview(ObjectNode root) {
    this.root = root;
  }

  /**
   * Joins reviews.
   *
   * @param texts what {@link JsonReview} wrote, by the name of the file that it stands in
   * @throws UnjoinableException when one is no review, or they do not belong together
   */
  public static JoinedReview of(Map<String, String> texts) throws UnjoinableException {
    Map<String, ObjectNode> parts = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      parts.put(text.getKey(), ReviewPart.read(text.getKey(), text.getValue()));
    }
    ReviewPart.checkShares(parts);
    checkFiles(parts);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode first = parts.values().iterator().next();
    Set<String> names = new LinkedHashSet<>(first.propertyNames());
    if (parts.values().stream().anyMatch(p -> p.has(BaselineMarks.PROPERTY))) {
      names.add(BaselineMarks.PROPERTY);
    }
    for (String name : names) {
      if (!name.equals(ReviewShare.PROPERTY)) {
        root.set(name, joined(name, parts));
      }
    }
    number(root.withArray(FINDINGS));
    return new JoinedReview(root);
  }

  private static void checkFiles(Map<String, ObjectNode> parts) throws UnjoinableException {
    Map<String, String> seen = new HashMap<>();
    for (Map.Entry<String, ObjectNode> part : parts.entrySet()) {
      Set<String> own = new HashSet<>();
      for (JsonNode item : part.getValue().path(COVERAGE).path(ITEMS)) {
        own.add(item.path(FILE).asString(""));
      }
      for (String file : own) {
        String other = seen.putIfAbsent(file, part.getKey());
        if (other != null) {
          throw new UnjoinableException(
              "%s and %s both hold the review of %s. Leave one of them out."
                  .formatted(other, part.getKey(), file));
        }
      }
    }
  }

  private static JsonNode joined(String name, Map<String, ObjectNode> parts)
      throws UnjoinableException {
    List<JsonNode> values = new ArrayList<>();
    for (Map.Entry<String, ObjectNode> part : parts.entrySet()) {
      JsonNode value = part.getValue().get(name);
      if (value == null) {
        throw new UnjoinableException(
            "%s has no '%s', as the others do. Review all with the same version."
                .formatted(part.getKey(), Printable.echo(name)));
      }
      values.add(value);
    }
    JsonNode first = values.getFirst();
    if (first instanceof ArrayNode) {
      return list(values);
    }
    if (COUNTED.contains(name) && first instanceof ObjectNode coverage) {
      return counts(coverage, values);
    }
    for (JsonNode value : values) {
      if (!value.equals(first)) {
        throw new UnjoinableException(
            "The reviews differ in '%s'. Review all with the same version."
                .formatted(Printable.echo(name)));
      }
    }
    return first;
  }

  private static JsonNode counts(ObjectNode first, List<JsonNode> values) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (String name : first.propertyNames()) {
      List<JsonNode> of = values.stream().map(v -> v.path(name)).toList();
      if (first.get(name) instanceof ArrayNode) {
        all.set(name, list(of));
      } else {
        all.put(name, of.stream().mapToLong(n -> n.asLong(0)).sum());
      }
    }
    return all;
  }

  // findings may be about a file that is another's to account for; all else stays in its order
  private static final Comparator<JsonNode> IN_ORDER =
      Comparator.comparing((JsonNode item) -> item.path(FILE).asString(""))
          .thenComparingInt(item -> item.path("document").asInt(0))
          .thenComparingInt(item -> item.path("start").path("line").asInt(0))
          .thenComparingInt(item -> item.path("start").path("column").asInt(0))
          .thenComparingInt(item -> item.path("end").path("line").asInt(0))
          .thenComparingInt(item -> item.path("end").path("column").asInt(0))
          .thenComparing(item -> item.path("control").asString(""))
          .thenComparing(item -> item.path("path").asString(""));

  private static ArrayNode list(List<JsonNode> parts) {
    List<JsonNode> items = new ArrayList<>();
    parts.forEach(part -> part.forEach(items::add));
    items.sort(IN_ORDER);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(list::add);
    return list;
  }

  // findings that are about the same are told apart by numbers, counted over all files
  private static void number(ArrayNode findings) {
    Map<String, Integer> seen = new HashMap<>();
    for (JsonNode finding : findings) {
      if (finding instanceof ObjectNode object) {
        String print = object.path(FINGERPRINT).asString("");
        String base = NUMBERED.matcher(print).replaceFirst("");
        int times = seen.merge(base, 1, Integer::sum);
        object.put(FINGERPRINT, times == 1 ? base : base + "-" + times);
      }
    }
  }

  /** Whether a document could not, or not wholly, be analysed. */
  public boolean hasHoles() {
    JsonNode coverage = root.path(COVERAGE);
    return coverage.path("failed").asLong(0) > 0 || coverage.path("partlyAnalysed").asLong(0) > 0;
  }

  /** Whether a finding that is not accepted has this severity, or a more severe one. */
  public boolean reaches(Severity threshold) {
    for (JsonNode finding : root.path(FINDINGS)) {
      String word = finding.path("severity").asString("");
      Optional<Severity> severity =
          Arrays.stream(Severity.values()).filter(s -> s.word().equals(word)).findFirst();
      boolean accepted = finding.path("accepted").isObject();
      if (!accepted && severity.filter(s -> s.atLeast(threshold)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Writes to a stream and leaves it open. */
  public void write(OutputStream out) {
    try (JsonGenerator json = JsonForm.on(out)) {
      write(root, json);
      json.writeRaw('\n');
    }
  }

  private static void write(@Nullable JsonNode node, JsonGenerator json) {
    if (node instanceof ObjectNode object) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> property : object.properties()) {
        json.writeName(property.getKey());
        write(property.getValue(), json);
      }
      json.writeEndObject();
    } else if (node instanceof ArrayNode array) {
      json.writeStartArray();
      array.forEach(item -> write(item, json));
      json.writeEndArray();
    } else if (node == null || node.isNull()) {
      json.writeNull();
    } else if (node.isBoolean()) {
      json.writeBoolean(node.booleanValue());
    } else if (node.isIntegralNumber()) {
      json.writeNumber(node.longValue());
    } else if (node.isNumber()) {
      json.writeNumber(node.doubleValue());
    } else {
      json.writeString(node.stringValue());
    }
  }
}
