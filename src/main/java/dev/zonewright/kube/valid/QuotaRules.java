package dev.zonewright.kube.valid;

import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What a quota can bound: resources by their names, and numbers of objects in whole. */
final class QuotaRules {
  private static final Set<String> AMOUNTS =
      Set.of(
          "cpu",
          "memory",
          "ephemeral-storage",
          "requests.cpu",
          "requests.memory",
          "requests.storage",
          "requests.ephemeral-storage",
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage");

  /** Objects that are counted by name, pods aside. */
  static final Set<String> OBJECTS =
      Set.of(
          "configmaps",
          "persistentvolumeclaims",
          "replicationcontrollers",
          "resourcequotas",
          "secrets",
          "services",
          "services.loadbalancers",
          "services.nodeports");

  private QuotaRules() {}

  static void check(YamlCursor hard, Found found) {
    for (YamlCursor amount : hard.entries()) {
      String name = amount.key();
      if (name.equals("<<") || LabelSyntax.isTemplate(name)) {
        continue;
      }
      if (!isKnown(name)) {
        found.applied(
            amount,
            "a quota cannot bound “%s”: use a name such as limits.cpu or pods, or count/ and a"
                    .formatted(name)
                + " resource with its group");
      }
      if (UnknownValue.isPlaceholder(amount)) {
        continue;
      }
      Optional<BigDecimal> most = Quantities.of(amount);
      if (most.filter(m -> m.signum() < 0).isPresent()) {
        found.applied(amount, "an amount must not be negative");
      } else if (isWhole(name)
          && most.filter(m -> m.stripTrailingZeros().scale() > 0).isPresent()) {
        found.applied(amount, "the number of %s must be whole".formatted(name));
      }
    }
  }

  private static boolean isKnown(String name) {
    if (name.indexOf('/') >= 0) {
      return LabelSyntax.isKey(name);
    }
    return AMOUNTS.contains(name)
        || isNumber(name)
        || name.startsWith("hugepages-")
        || name.startsWith("requests.hugepages-");
  }

  private static boolean isWhole(String name) {
    boolean counted =
        name.indexOf('/') >= 0 && !name.contains("kubernetes.io/") && !name.startsWith("requests.");
    return counted || isNumber(name);
  }

  private static boolean isNumber(String name) {
    return name.equals("pods") || OBJECTS.contains(name);
  }
}
