package dev.zonewright.kube.valid.field;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What a label, its key and a selector of labels may look like. */
public final class LabelSyntax {
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST = 63;
  private static final int LONGEST_PREFIX = 253;
  private static final Set<String> NEED_VALUES = Set.of("In", "NotIn");
  private static final Set<String> OPERATORS = Set.of("In", "NotIn", "Exists", "DoesNotExist");

  private LabelSyntax() {}

  /** Whether a key is a name, with or without a domain before it. */
  public static boolean isKey(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    String prefix = slash < 0 ? "" : key.substring(0, slash);
    return !name.isEmpty()
        && isValue(name)
        && (slash < 0 || (prefix.length() <= LONGEST_PREFIX && PREFIX.matcher(prefix).matches()));
  }

  public static boolean isValue(String value) {
    return value.length() <= LONGEST && VALUE.matcher(value).matches();
  }

  /** Looks at a map of labels; what is filled in later is not judged. */
  public static void labels(YamlCursor labels, BiConsumer<YamlCursor, String> problem) {
    for (YamlCursor label : labels.entries()) {
      if (label.key().equals("<<") || isTemplate(label.key())) {
        continue;
      }
      key(label.key(), label, problem);
      if (label.string().isPresent()) {
        value(label, problem);
      }
    }
  }

  /** Looks at a selector; what is filled in later is not judged. */
  public static void selector(YamlCursor at, BiConsumer<YamlCursor, String> problem) {
    labels(at.get("matchLabels"), problem);
    for (YamlCursor one : at.get("matchExpressions").items()) {
      YamlCursor operator = one.get("operator");
      YamlCursor values = one.get("values");
      if (!UnknownValue.isPlaceholder(one.get("key"))) {
        key(one.get("key").isSet() ? one.get("key").raw() : "", one.get("key"), problem);
      }
      if (UnknownValue.isPlaceholder(operator) || UnknownValue.isPlaceholder(values)) {
        continue;
      }
      if (!OPERATORS.contains(operator.raw())) {
        problem.accept(operator, "the operator must be In, NotIn, Exists or DoesNotExist");
      } else if (NEED_VALUES.contains(operator.raw()) == values.items().isEmpty()) {
        problem.accept(
            values,
            values.items().isEmpty()
                ? "values must be given with " + operator.raw()
                : "values may not be given with " + operator.raw());
      }
      values.items().forEach(value -> value(value, problem));
    }
  }

  private static void key(String key, YamlCursor at, BiConsumer<YamlCursor, String> problem) {
    if (!isKey(key)) {
      problem.accept(at, "“%s” is not a valid label key".formatted(Masked.within(key)));
    }
  }

  private static void value(YamlCursor at, BiConsumer<YamlCursor, String> problem) {
    if (at.isSet() && !UnknownValue.isPlaceholder(at) && !isValue(at.raw())) {
      problem.accept(at, UnknownValue.quoted(at) + " is not a valid label value");
    }
  }

  public static boolean isTemplate(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('$') >= 0;
  }
}
