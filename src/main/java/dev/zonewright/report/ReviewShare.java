package dev.zonewright.report;

import tools.jackson.core.JsonGenerator;

/**
 * Which share of a review this is.
 *
 * @param index from 0
 * @param of how many there are
 * @param seen tells the files that were read, all shares together, from any others
 * @param settings tells what else the findings depend on from anything else: the review file, the
 *     day, the namespace of objects that name none
 */
public record ReviewShare(int index, int of, String seen, String settings) {
  public static final String PROPERTY = "shard";

  void write(JsonGenerator json) {
    json.writeObjectPropertyStart(PROPERTY);
    json.writeNumberProperty("index", index);
    json.writeNumberProperty("of", of);
    json.writeStringProperty("seen", seen);
    json.writeStringProperty("settings", settings);
    json.writeEndObject();
  }
}
