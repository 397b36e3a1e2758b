package dev.zonewright.review;

import dev.zonewright.yaml.YamlPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * That a person attests an item of the checklist which no manifest can show.
 *
 * @param item its id: {@code dom0-restricted}
 * @param tenants whom it is about; empty for all
 * @param by who attests
 * @param date since when
 * @param note how they know; may be empty
 * @param expires the last day on which it holds; empty for as long as the profile lets it
 * @param single whether the first of them stands under the key for a single one
 * @param path where it stands in the review file
 */
public record Attestation(
    String item,
    List<String> tenants,
    String by,
    LocalDate date,
    String note,
    Optional<LocalDate> expires,
    boolean single,
    YamlPath path) {
  /** How long one holds that does not say, in days. */
  public static final int DAYS = 365;

  public Attestation {
    tenants = List.copyOf(tenants);
  }

  /** The last day on which it holds. */
  public LocalDate until() {
    return expires.orElseGet(() -> date.plusDays(DAYS));
  }

  /** Where one of the tenants stands. */
  YamlPath pathOf(int tenant) {
    return single && tenant == 0
        ? path.key("tenant")
        : path.key("tenants").index(single ? tenant - 1 : tenant);
  }

  /** Whether it is about this item of this tenant. */
  public boolean isAbout(String tenant, String asked) {
    return item.equals(asked) && (tenants.isEmpty() || tenants.contains(tenant));
  }

  /** Whether it has begun and is not over. */
  public boolean holdsOn(LocalDate today) {
    return !today.isBefore(date) && !today.isAfter(until());
  }
}
