package dev.zonewright.report;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one review of those to be joined, and sees whether they are all there. */
final class ReviewPart {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReviewPart() {}

  static ObjectNode read(String name, String text) throws UnjoinableException {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JacksonException e) {
      String line =
          Optional.ofNullable(e.getLocation())
              .map(TokenStreamLocation::getLineNr)
              .map(n -> ":" + n)
              .orElse("");
      throw new UnjoinableException(
          name + line + ": this is not complete JSON. Write the review again.");
    }
    if (node instanceof ObjectNode review
        && Version.TOOL.equals(review.path("tool").path("name").asString(""))
        && review.path("coverage").isObject()
        && review.path("findings").isArray()) {
      return review;
    }
    throw new UnjoinableException(
        name + ": this is not a review. Write it with `zonewright review --format json`.");
  }

  /** Either all are whole reviews, or they are all shares of one. */
  static void checkShares(Map<String, ObjectNode> parts) throws UnjoinableException {
    Map<Integer, String> found = new TreeMap<>();
    int of = 0;
    String seen = "";
    String settings = "";
    for (Map.Entry<String, ObjectNode> part : parts.entrySet()) {
      JsonNode shard = part.getValue().path(ReviewShare.PROPERTY);
      if (!shard.isObject()) {
        continue;
      }
      int all = shard.path("of").asInt(0);
      String files = shard.path("seen").asString("");
      String set = shard.path("settings").asString("");
      if (found.isEmpty()) {
        of = all;
        seen = files;
        settings = set;
      }
      if (all != of) {
        throw new UnjoinableException(
            "%s is one of %d shares, the others are of %d. Join shares of one review."
                .formatted(part.getKey(), all, of));
      }
      if (!files.equals(seen)) {
        throw new UnjoinableException(
            "%s was made from other files than the shares before it. Review all shares of the same"
                    .formatted(part.getKey())
                + " files.");
      }
      if (!set.equals(settings)) {
        throw new UnjoinableException(
            "%s was made with another --namespace or review file than the shares before it, or on another day. Review all shares with the same options; --today gives all of them one day."
                .formatted(part.getKey()));
      }
      String twin = found.putIfAbsent(shard.path("index").asInt(-1), part.getKey());
      if (twin != null) {
        throw new UnjoinableException(
            "%s and %s are the same share. Leave one of them out.".formatted(twin, part.getKey()));
      }
    }
    if (found.isEmpty()) {
      return;
    }
    if (found.size() != parts.size()) {
      throw new UnjoinableException(
          "Some of these are shares of a review and some are whole reviews. Join one kind only.");
    }
    for (int i = 0; i < of; i++) {
      if (!found.containsKey(i)) {
        throw new UnjoinableException(
            "Share %d of %d is missing. Name its file too.".formatted(i, of));
      }
    }
  }
}
