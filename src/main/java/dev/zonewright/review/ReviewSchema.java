package dev.zonewright.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (draft 7) of a review file, by which editors complete and check it. */
public final class ReviewSchema {
  private ReviewSchema() {}

  /** Its text. */
  public static String text() {
    try (InputStream in =
        Objects.requireNonNull(
            ReviewSchema.class.getResourceAsStream("zonewright-review.schema.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
