package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads label selectors, and says what the API server refuses in them. */
final class SelectorReader {
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST = 63;

  private final Problems problems;
  private final List<Selector.Requirement> requirements = new ArrayList<>();
  private String because = "";

  private SelectorReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a selector; null and nothing at all match everything. */
  static Selector read(YamlCursor at, Problems problems) {
    SelectorReader reader = new SelectorReader(problems);
    reader.readAll(at);
    return new Selector(reader.requirements, reader.because);
  }

  private void readAll(YamlCursor at) {
    if (UnknownValue.hides(at)) {
      unclear(at);
      return;
    }
    if (!at.isSet()) {
      return;
    }
    if (!at.isMapping()) {
      problems.type(at, "a selector must be a mapping");
      unclear(at);
      return;
    }
    labels(at.get("matchLabels"));
    YamlCursor expressions = at.get("matchExpressions");
    if (expressions.isSet() && !expressions.isSequence()) {
      if (!UnknownValue.isPlaceholder(expressions)) {
        problems.type(expressions, "matchExpressions must be a list");
      }
      unclear(expressions);
    }
    expressions.items().forEach(this::expression);
  }

  private void unclear(YamlCursor at) {
    because = at.path() + " cannot be read";
  }

  private void labels(YamlCursor at) {
    if (!at.isSet()) {
      return;
    }
    if (!at.isMapping() || UnknownValue.isPlaceholder(at)) {
      if (!UnknownValue.isPlaceholder(at)) {
        problems.type(at, "matchLabels must be a mapping");
      }
      unclear(at);
      return;
    }
    for (String key : Keys.of(at)) {
      YamlCursor value = at.get(key);
      if (value.isPlaceholder() || key.indexOf('{') >= 0 || key.indexOf('$') >= 0) {
        unclear(value);
      } else if (value.isSet() && value.string().isEmpty()) {
        problems.type(value, "the value of a label must be a string");
        unclear(value);
      } else {
        String text = value.raw();
        key(key, value);
        value(text, value);
        requirements.add(
            new Selector.Requirement(key, Selector.Operator.IN, Set.of(value.isSet() ? text : "")));
      }
    }
  }

  private void expression(YamlCursor at) {
    YamlCursor key = at.get("key");
    YamlCursor operator = at.get("operator");
    YamlCursor values = at.get("values");
    if (key.isPlaceholder() || operator.isPlaceholder() || UnknownValue.isPlaceholder(values)) {
      unclear(at);
      return;
    }
    key(key.raw(), key);
    Set<String> found = new LinkedHashSet<>();
    for (YamlCursor value : values.items()) {
      if (value.isPlaceholder()) {
        unclear(value);
        return;
      }
      value(value.raw(), value);
      found.add(value.raw());
    }
    for (Selector.Operator known : Selector.Operator.values()) {
      if (operator.raw().equals(known.word())) {
        add(key.raw(), known, found, values);
        return;
      }
    }
    problems.add(operator, "“" + operator.raw() + "” is none of In, NotIn, Exists, DoesNotExist");
    unclear(operator);
  }

  private void add(
      String key, Selector.Operator operator, Set<String> values, YamlCursor valuesAt) {
    boolean needs = operator == Selector.Operator.IN || operator == Selector.Operator.NOT_IN;
    if (needs && values.isEmpty()) {
      problems.add(valuesAt, "values must be given with " + operator.word());
    } else if (!needs && !values.isEmpty()) {
      problems.add(valuesAt, "values may not be given with " + operator.word());
    }
    requirements.add(new Selector.Requirement(key, operator, values));
  }

  private void key(String key, YamlCursor at) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    boolean good = !name.isEmpty() && isValue(name);
    if (slash >= 0) {
      String prefix = key.substring(0, slash);
      good = good && prefix.length() <= 253 && PREFIX.matcher(prefix).matches();
    }
    if (!good) {
      problems.add(at, "“" + key + "” is no key of a label");
    }
  }

  private void value(String value, YamlCursor at) {
    if (!isValue(value)) {
      problems.add(at, "“" + value + "” is no value of a label");
    }
  }

  private static boolean isValue(String value) {
    return value.length() <= LONGEST && VALUE.matcher(value).matches();
  }
}
