package dev.zonewright.kube.custom;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Set;

/** Tells by its name and value whether a field looks like one of a pod that matters. */
final class FieldMarks {
  // these when they let a program do what the default would not
  private static final Set<String> PROFILES = Set.of("seccompProfile", "appArmorProfile");

  /** Lists of containers. */
  static final List<String> LISTS =
      List.of("containers", "initContainers", "sidecars", "extraContainers", "sidecarContainers");

  /** What names a field in an entry of a list, beside its value. */
  private static final List<String> NAMED_BY = List.of("name", "path");

  /** Devices of its node that KubeVirt passes to a machine, beside its {@code hostDevices}. */
  private static final String CARDS = "gpus";

  private static final String CLASS = "runtimeClassName";

  private static final String PORT = "hostPort";

  private static final String TOKEN = "automountServiceAccountToken";

  private FieldMarks() {}

  static List<String> words() {
    return List.of("seccompProfile", "appArmorProfile");
  }

  /**
   * Whether the field matters.
   *
   * @param change whether it changes a pod that stands elsewhere: then only what opens something
   *     counts, and not that there is a security context, or a container
   */
  static boolean marks(YamlCursor at, boolean change) {
    String key = at.isItem() ? "" : plain(at.key());
    if (PROFILES.contains(key)) {
      return at.get("type").raw().equals("Unconfined");
    }
    if (LISTS.contains(key)) {
      return at.items().stream().anyMatch(c -> isListed(c, change));
    }
    if (key.equals("type") && at.raw().equals("hostPath")) {
      return true;
    }
    if (key.equals(CARDS)) {
      return at.parent().filter(p -> p.key().equals("devices")).isPresent()
          && !at.items().isEmpty();
    }
    if (change && (endsInContext(List.of(key)) || key.equals(CLASS))) {
      return false;
    }
    return at.isItem() ? isNamed(at, change) : says(fields(at, key), at) || isPath(key, at);
  }

  /** The name of a field, without the anchors by which Kyverno says when it is set. */
  private static String plain(String key) {
    int open = key.indexOf('(');
    return open >= 0 && open <= 1 && key.endsWith(")")
        ? key.substring(open + 1, key.length() - 1)
        : key;
  }

  private static List<String> fields(YamlCursor at, String key) {
    if (!FieldNames.turnsOn(key)) {
      return List.of(key);
    }
    return at.parent().filter(p -> !p.isItem()).map(p -> List.of(p.key(), key)).orElse(List.of());
  }

  private static boolean isListed(YamlCursor container, boolean change) {
    String image = container.get("image").raw();
    return change
        ? !image.isEmpty() && container.get("name").isSet() && image.indexOf('{') < 0
        : !image.isEmpty() || container.get("name").isSet();
  }

  /**
   * A parameter of a chart, or a step of a patch: a path, and its value beside it. A name without
   * further steps is one of a variable or a label as well, so it counts only where Helm reads it.
   */
  private static boolean isNamed(YamlCursor item, boolean change) {
    YamlCursor value = item.get("value");
    if (!value.isSet()) {
      return false;
    }
    boolean helm =
        item.parent().flatMap(YamlCursor::parent).filter(p -> p.key().equals("helm")).isPresent();
    return NAMED_BY.stream()
        .map(by -> FieldNames.steps(item.get(by).raw()))
        .filter(steps -> helm || steps.size() > 1)
        .anyMatch(steps -> (!change || !endsInContext(steps)) && says(steps, value));
  }

  /** Whether the field has a value, and a switch beside that says that it is not to be used. */
  static boolean isDisabled(YamlCursor at) {
    return at.isMapping() && at.get("enabled").isFalse() && FieldNames.isMark(at.key());
  }

  /** Whether the field is there, and says that there is to be none. */
  private static boolean isTurnedOff(String field, YamlCursor value) {
    return isDisabled(value)
        || (field.equals(TOKEN) && value.isFalse())
        || (field.equals(PORT) && (value.isFalse() || value.raw().equals("0")));
  }

  private static boolean endsInContext(List<String> fields) {
    return !fields.isEmpty() && fields.getLast().endsWith("ontext");
  }

  /** Where a key is a path, as in values that are set for a chart. */
  private static boolean isPath(String key, YamlCursor value) {
    return key.indexOf('.') > 0 && says(FieldNames.steps(key), value);
  }

  /** Whether the value at the end of these fields sets one that looks like a pod's. */
  static boolean says(List<String> fields, YamlCursor value) {
    if (fields.isEmpty()) {
      return false;
    }
    String last = fields.getLast();
    boolean on = fields.size() > 1 && FieldNames.turnsOn(last);
    if (FieldNames.isSwitch(on ? fields.get(fields.size() - 2) : last)) {
      return value.isScalar()
          && (value.raw().equalsIgnoreCase("true") || UnknownValue.isPlaceholder(value));
    }
    if (FieldNames.isUser(last)) {
      return value.raw().equals("0");
    }
    if (isTurnedOff(last, value) || (FieldNames.turnsOn(last) && !value.isTrue())) {
      return false;
    }
    // what is empty says nothing, and a schema describes a field without having it
    return fields.stream().anyMatch(FieldNames::isMark)
        && value.isSet()
        && !value.get("properties").exists()
        && !(value.isMapping() && value.entries().isEmpty())
        && !(value.isScalar() && value.raw().isEmpty())
        && (!endsInContext(fields) || !value.isScalar());
  }
}
