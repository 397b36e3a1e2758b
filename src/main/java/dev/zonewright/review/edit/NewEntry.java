package dev.zonewright.review.edit;

import dev.zonewright.review.Scope;
import dev.zonewright.yaml.YamlValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Something to write down in a review file. */
public sealed interface NewEntry {
  /** The list that it belongs to. */
  String list();

  /** Its keys and values, in the order in which they are written. */
  YamlValue.Mapping written();

  /**
   * That findings of a control are accepted for a time.
   *
   * @param value only findings on this value; empty where an object has one finding of the control
   * @param recorded the day on which it is written down
   */
  record AcceptedRisk(
      String control,
      Scope scope,
      Optional<String> value,
      String reason,
      String owner,
      LocalDate expires,
      LocalDate recorded)
      implements NewEntry {
    @Override
    public String list() {
      return "exceptions";
    }

    @Override
    public YamlValue.Mapping written() {
      Map<String, YamlValue> all = new LinkedHashMap<>();
      all.put("control", YamlValue.of(control));
      all.put(scope.key(), YamlValue.of(scope.text()));
      value.ifPresent(v -> all.put("value", YamlValue.of(v)));
      all.put("reason", YamlValue.of(reason));
      all.put("owner", YamlValue.of(owner));
      all.put("expires", YamlValue.of(expires));
      all.put("recorded", YamlValue.of(recorded));
      return new YamlValue.Mapping(all);
    }
  }

  /**
   * That somebody attests an item of the checklist.
   *
   * @param tenant whom it is about; empty for all
   * @param note how they know; may be empty
   * @param expires the last day on which it holds
   */
  record Attested(
      String item,
      Optional<String> tenant,
      String by,
      LocalDate date,
      String note,
      Optional<LocalDate> expires)
      implements NewEntry {
    @Override
    public String list() {
      return "attestations";
    }

    @Override
    public YamlValue.Mapping written() {
      Map<String, YamlValue> all = new LinkedHashMap<>();
      all.put("item", YamlValue.of(item));
      tenant.ifPresent(t -> all.put("tenants", YamlValue.strings(t)));
      all.put("by", YamlValue.of(by));
      all.put("date", YamlValue.of(date));
      if (!note.isEmpty()) {
        all.put("note", YamlValue.of(note));
      }
      expires.ifPresent(e -> all.put("expires", YamlValue.of(e)));
      return new YamlValue.Mapping(all);
    }
  }
}
