package dev.zonewright.review;

import dev.zonewright.review.ReviewForms.AttestationForm;
import dev.zonewright.review.ReviewForms.ExceptionForm;
import dev.zonewright.yaml.YamlPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lists of a review file, entry by entry. */
final class ReviewEntries {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final List<ReviewProblem> problems;

  ReviewEntries(List<ReviewProblem> problems) {
    this.problems = problems;
  }

  List<RiskException> exceptions(JsonNode list) {
    List<RiskException> out = new ArrayList<>();
    for (int i : indices(list, "exceptions")) {
      YamlPath path = YamlPath.of("exceptions", i);
      form(list.get(i), path, ExceptionForm.class)
          .flatMap(form -> exception(form, path))
          .ifPresent(out::add);
    }
    return out;
  }

  private Optional<RiskException> exception(ExceptionForm form, YamlPath path) {
    Map<String, String> scopes = new LinkedHashMap<>();
    put(scopes, "container", form.container());
    put(scopes, "object", form.object());
    put(scopes, "namespace", form.namespace());
    put(scopes, "tenant", form.tenant());
    String control = needed(form.control(), "control", path);
    String reason = needed(form.reason(), "reason", path);
    String owner = needed(form.owner(), "owner", path);
    Optional<LocalDate> expires =
        date(needed(form.expires(), "expires", path), path.key("expires"));
    Optional<LocalDate> recorded =
        date(form.recorded() == null ? "" : form.recorded(), path.key("recorded"));
    if (scopes.size() != 1) {
      problem(
          path,
          scopes.isEmpty()
              ? "the exception does not say what it covers: write one of container, object,"
                  + " namespace, tenant"
              : "the exception has several scopes (%s): keep one"
                  .formatted(String.join(", ", scopes.keySet())));
      return Optional.empty();
    }
    Map.Entry<String, String> written = scopes.entrySet().iterator().next();
    Optional<Scope> scope = Scope.parse(written.getKey(), written.getValue());
    if (scope.isEmpty()) {
      problem(
          path.key(written.getKey()),
          switch (written.getKey()) {
            case "container" -> "a container is written NAMESPACE/KIND/NAME/CONTAINER";
            case "object" -> "an object is written NAMESPACE/KIND/NAME";
            default -> "a " + written.getKey() + " is one name";
          });
    }
    if (scope.isEmpty()
        || expires.isEmpty()
        || control.isEmpty()
        || reason.isEmpty()
        || owner.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RiskException(
            control,
            scope.get(),
            Optional.ofNullable(form.value()),
            reason,
            owner,
            expires.get(),
            recorded,
            path));
  }

  List<Attestation> attestations(JsonNode list) {
    List<Attestation> out = new ArrayList<>();
    for (int i : indices(list, "attestations")) {
      YamlPath path = YamlPath.of("attestations", i);
      form(list.get(i), path, AttestationForm.class)
          .flatMap(form -> attestation(form, path))
          .ifPresent(out::add);
    }
    return out;
  }

  private Optional<Attestation> attestation(AttestationForm form, YamlPath path) {
    String item = needed(form.item(), "item", path);
    String by = needed(form.by(), "by", path);
    Optional<LocalDate> date = date(needed(form.date(), "date", path), path.key("date"));
    // an end that cannot be read is no leave to hold for as long as the profile lets it
    String end = form.expires() == null ? "" : form.expires();
    Optional<LocalDate> expires = date(end, path.key("expires"));
    boolean endless = !end.isEmpty() && expires.isEmpty();
    if (item.isEmpty() || by.isEmpty() || date.isEmpty() || endless) {
      return Optional.empty();
    }
    List<String> tenants = new ArrayList<>();
    if (form.tenant() != null) {
      tenants.add(form.tenant());
    }
    if (form.tenants() != null) {
      tenants.addAll(form.tenants());
    }
    String note = form.note() == null ? "" : form.note();
    return Optional.of(
        new Attestation(item, tenants, by, date.get(), note, expires, form.tenant() != null, path));
  }

  private static void put(Map<String, String> scopes, String key, @Nullable String value) {
    if (value != null) {
      scopes.put(key, value);
    }
  }

  private List<Integer> indices(JsonNode list, String key) {
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      problems.add(
          new ReviewProblem(
              YamlPath.of(key),
              "'" + key + "' is a list of entries",
              ReviewProblem.Extent.SECTION));
      return List.of();
    }
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      out.add(i);
    }
    return out;
  }

  private <T> Optional<T> form(JsonNode entry, YamlPath path, Class<T> type) {
    for (String key : entry.isObject() ? entry.propertyNames() : List.<String>of()) {
      if (entry.get(key).isNull()) {
        problem(path.key(key), "'%s' has no value; write one, or leave the key out".formatted(key));
        return Optional.empty();
      }
    }
    if (!entry.isObject()) {
      problem(path, "an entry is a mapping of keys");
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.treeToValue(entry, type));
    } catch (UnrecognizedPropertyException e) {
      problem(
          path.key(e.getPropertyName()),
          "'%s' is not a key of such an entry; its keys are %s"
              .formatted(e.getPropertyName(), String.join(", ", keysOf(type))));
    } catch (JacksonException e) {
      String key =
          e.getPath().isEmpty() ? "" : String.valueOf(e.getPath().getFirst().getPropertyName());
      problem(key.isEmpty() ? path : path.key(key), "the value of '%s' is one word".formatted(key));
    }
    return Optional.empty();
  }

  private static List<String> keysOf(Class<?> form) {
    List<String> out = new ArrayList<>();
    for (var component : form.getRecordComponents()) {
      out.add(component.getName());
    }
    return out;
  }

  private String needed(@Nullable String value, String key, YamlPath path) {
    if (value == null || value.isBlank()) {
      problem(path, "the entry has no '%s', which it needs".formatted(key));
      return "";
    }
    return value;
  }

  private Optional<LocalDate> date(String text, YamlPath path) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = Day.parse(text);
    if (day.isEmpty()) {
      problem(path, "'%s' is not a date: write YEAR-MONTH-DAY, such as 2027-02-25".formatted(text));
    }
    return day;
  }

  private void problem(YamlPath path, String message) {
    problems.add(new ReviewProblem(path, message));
  }
}
