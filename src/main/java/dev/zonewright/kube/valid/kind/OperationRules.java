package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * What a webhook or an admission policy is asked about: operations on resources, and conditions in
 * CEL, which are not read. Source: Kubernetes 1.36, admissionregistration.
 */
final class OperationRules {
  private static final List<String> NEEDED =
      List.of("operations", "apiGroups", "apiVersions", "resources");

  private static final FieldTree RULE =
      new FieldTree()
          .add(FieldRule.oneOf("*", "CREATE", "UPDATE", "DELETE", "CONNECT"), "operations[]")
          .add(FieldRule.oneOf("*", "Cluster", "Namespaced"), "scope")
          .add(OperationRules::star, "operations", "apiGroups", "apiVersions");

  private static final FieldTree CONDITION =
      new FieldTree()
          .add(
              FieldRule.text(
                  LabelSyntax::isKey,
                  "“%s” must be a name of letters, digits, -, _ and ., with or without a domain"
                      + " before it"),
              "name");

  private OperationRules() {}

  /** Which objects it is asked about, beside its rules, for more to be added. */
  static FieldTree selection() {
    return new FieldTree()
        .add(FieldRule.oneOf("Exact", "Equivalent"), "matchPolicy")
        .add(
            (at, found) -> LabelSyntax.selector(at, found::applied),
            "namespaceSelector",
            "objectSelector");
  }

  /** The values that stand there. */
  static void values(YamlCursor rule, Found found) {
    RULE.check(rule, found);
  }

  /** What a rule of an object that is no patch is nothing without. */
  static void needed(YamlCursor rule, Found found) {
    if (Found.isWhole(rule)) {
      NEEDED.forEach(field -> FieldRule.needs(field, "a rule needs " + field).check(rule, found));
    }
  }

  static void condition(YamlCursor condition, Found found) {
    CONDITION.check(condition, found);
    if (Found.isWhole(condition)) {
      FieldRule.needs("name", "a condition needs a name").check(condition, found);
      FieldRule.needs("expression", "a condition needs an expression").check(condition, found);
    }
  }

  private static void star(YamlCursor list, Found found) {
    List<YamlCursor> items = list.items();
    if (items.size() > 1
        && items.stream().anyMatch(i -> i.raw().equals("*") && !UnknownValue.isPlaceholder(i))) {
      found.applied(list, "* stands for all of them, and nothing can stand beside it");
    }
  }
}
