package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.regex.Pattern;

/** Amounts of a PodDisruptionBudget. Source: Kubernetes 1.36. */
final class BudgetRules {
  private static final Pattern SHARE = Pattern.compile("0*([0-9]|[1-9][0-9]|100)%");

  private static final FieldTree SPEC =
      new FieldTree()
          .add(
              FieldRule.range(0, Integer.MAX_VALUE, "%s must not be negative"),
              "minAvailable",
              "maxUnavailable")
          .add(
              FieldRule.text(
                  share -> SHARE.matcher(share).matches(),
                  "“%s” must be a number without quotes, or a share from 0%% to 100%%"),
              "minAvailable",
              "maxUnavailable")
          .add(FieldRule.oneOf("IfHealthyBudget", "AlwaysAllow"), "unhealthyPodEvictionPolicy")
          .add((at, found) -> LabelSyntax.selector(at, found::applied), "selector");

  private BudgetRules() {}

  static void check(YamlCursor spec, Found found) {
    SPEC.check(spec, found);
    YamlCursor least = spec.get("minAvailable");
    YamlCursor most = spec.get("maxUnavailable");
    if (isSaid(least) && isSaid(most)) {
      found.applied(most, "a budget has minAvailable or maxUnavailable, not both");
    }
  }

  private static boolean isSaid(YamlCursor at) {
    return at.isSet() && !UnknownValue.isPlaceholder(at);
  }
}
