package dev.zonewright.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a review file as they are written, before anything is checked. */
final class ReviewForms {
  private ReviewForms() {}

  /** An exception. */
  record ExceptionForm(
      @Nullable String control,
      @Nullable String container,
      @Nullable String object,
      @Nullable String namespace,
      @Nullable String tenant,
      @Nullable String value,
      @Nullable String reason,
      @Nullable String owner,
      @Nullable String expires,
      @Nullable String recorded) {}

  /** An attestation. */
  record AttestationForm(
      @Nullable String item,
      @Nullable String tenant,
      @Nullable List<String> tenants,
      @Nullable String by,
      @Nullable String date,
      @Nullable String note,
      @Nullable String expires) {}
}
