package dev.zonewright.kube.access;

import java.util.List;
import java.util.Map;

/**
 * A label selector of an aggregation rule: all parts must hold. One without parts selects
 * everything.
 */
public record LabelTest(Map<String, String> labels, List<Expression> expressions) {
  public LabelTest {
    labels = Map.copyOf(labels);
    expressions = List.copyOf(expressions);
  }

  /** One of the {@code matchExpressions}. */
  public record Expression(String key, String operator, List<String> values) {
    public Expression {
      values = List.copyOf(values);
    }

    boolean selects(Map<String, String> labels) {
      String value = labels.getOrDefault(key, "");
      boolean there = labels.containsKey(key);
      return switch (operator) {
        case "In" -> there && values.contains(value);
        case "NotIn" -> !there || !values.contains(value);
        case "Exists" -> there;
        case "DoesNotExist" -> !there;
        default -> false;
      };
    }
  }

  boolean selects(Map<String, String> candidate) {
    return labels.entrySet().stream().allMatch(e -> e.getValue().equals(candidate.get(e.getKey())))
        && expressions.stream().allMatch(e -> e.selects(candidate));
  }
}
