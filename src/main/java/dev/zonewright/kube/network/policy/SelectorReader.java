package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads label selectors, and says what the API server refuses in them. */
final class SelectorReader {
  private final Problems problems;
  private final List<Selector.Requirement> requirements = new ArrayList<>();
  private String because = "";

  // plugins write before a key where its label comes from, as in k8s:app
  private final boolean anyKey;

  private SelectorReader(Problems problems, boolean anyKey) {
    this.problems = problems;
    this.anyKey = anyKey;
  }

  /** Reads a selector; null and nothing at all match everything. */
  static Selector read(YamlCursor at, Problems problems) {
    return read(at, new SelectorReader(problems, false));
  }

  /** Reads a selector of a network plugin, which has keys of its own. */
  static Selector ofPlugin(YamlCursor at) {
    return read(at, new SelectorReader(new Problems(), true));
  }

  private static Selector read(YamlCursor at, SelectorReader reader) {
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

  /** Nobody knows what is meant by what a server refuses. */
  private void refuse(YamlCursor at, String words) {
    problems.add(at, words);
    unclear(at);
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
        String text = value.isSet() ? value.raw() : "";
        // both are told of, whichever is wrong
        boolean good = key(key, value);
        good &= value(text, value);
        if (good) {
          requirements.add(new Selector.Requirement(key, Selector.Operator.IN, Set.of(text)));
        }
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
    boolean good = key(key.raw(), key);
    Set<String> found = new LinkedHashSet<>();
    for (YamlCursor value : values.items()) {
      if (value.isPlaceholder()) {
        unclear(value);
        return;
      }
      String text = value.isSet() ? value.raw() : "";
      good &= value(text, value);
      found.add(text);
    }
    for (Selector.Operator known : Selector.Operator.values()) {
      if (operator.raw().equals(known.word())) {
        if (takes(known, found, values) && good) {
          requirements.add(new Selector.Requirement(key.raw(), known, found));
        }
        return;
      }
    }
    problems.add(operator, "“" + operator.raw() + "” is not In, NotIn, Exists or DoesNotExist");
    unclear(operator);
  }

  private boolean takes(Selector.Operator operator, Set<String> values, YamlCursor at) {
    boolean needs = operator == Selector.Operator.IN || operator == Selector.Operator.NOT_IN;
    if (needs == values.isEmpty()) {
      String whether = needs ? "values must be given with " : "values may not be given with ";
      refuse(at, whether + operator.word());
      return false;
    }
    return true;
  }

  private boolean key(String key, YamlCursor at) {
    boolean good = anyKey || LabelSyntax.isKey(key);
    if (!good) {
      refuse(at, "“" + key + "” is not a valid label key");
    }
    return good;
  }

  private boolean value(String value, YamlCursor at) {
    boolean good = LabelSyntax.isValue(value);
    if (!good) {
      refuse(at, "“" + value + "” is not a valid label value");
    }
    return good;
  }
}
