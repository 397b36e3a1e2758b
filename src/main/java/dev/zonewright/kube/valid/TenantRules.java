package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What bounds a tenant: quotas with a scope, and limit ranges. */
final class TenantRules {
  private static final Set<String> OF_PODS =
      Set.of(
          "pods",
          "cpu",
          "memory",
          "limits.cpu",
          "limits.memory",
          "requests.cpu",
          "requests.memory");

  private static final Set<String> POD_SCOPES =
      Set.of(
          "Terminating",
          "NotTerminating",
          "NotBestEffort",
          "PriorityClass",
          "CrossNamespacePodAffinity");

  private static final FieldRule SCOPE =
      FieldRule.oneOf(
          "Terminating",
          "NotTerminating",
          "BestEffort",
          "NotBestEffort",
          "PriorityClass",
          "CrossNamespacePodAffinity",
          "VolumeAttributesClass");

  private static final FieldTree QUOTA =
      new FieldTree()
          .add(SCOPE, "scopes[]", "scopeSelector.matchExpressions[].scopeName")
          .add(TenantRules::expression, "scopeSelector.matchExpressions[]");

  private static final FieldRule LIMITED =
      FieldRule.text(
          type ->
              Set.of("Pod", "Container", "PersistentVolumeClaim").contains(type)
                  || (type.indexOf('/') > 0 && LabelSyntax.isKey(type)),
          "“%s” is not a type of limit: use Container, Pod or PersistentVolumeClaim");

  /** The list is taken as a whole, so that no patch leaves it out. */
  private static final FieldRule TYPE =
      FieldRule.needs("type", "a limit needs a type: Container, Pod or PersistentVolumeClaim");

  private TenantRules() {}

  static void check(KubeObject object, Found found) {
    if (!object.group().isEmpty()) {
      return;
    }
    switch (object.kind()) {
      case "ResourceQuota" -> {
        quota(object.root().get("spec"), found);
        QuotaRules.check(object.root().get("spec", "hard"), found);
      }
      case "LimitRange" ->
          object.root().get("spec", "limits").items().forEach(l -> range(l, found));
      default -> {
        // other kinds bound nothing
      }
    }
  }

  private static void expression(YamlCursor match, Found found) {
    YamlCursor operator = match.get("operator");
    YamlCursor values = match.get("values");
    if (UnknownValue.hides(operator) || UnknownValue.hides(values)) {
      return;
    }
    boolean asks = Set.of("In", "NotIn").contains(operator.raw());
    if (!asks && !Set.of("Exists", "DoesNotExist").contains(operator.raw())) {
      found.applied(operator, "the operator must be In, NotIn, Exists or DoesNotExist");
    } else if (asks && !match.get("scopeName").raw().endsWith("Class")) {
      found.applied(operator, "the operator of this scope must be Exists");
    } else if (asks == values.items().isEmpty()) {
      found.applied(
          values,
          "values %s be given with %s".formatted(asks ? "must" : "may not", operator.raw()));
    }
  }

  private static void quota(YamlCursor spec, Found found) {
    QUOTA.check(spec, found);
    Set<String> scopes = new HashSet<>();
    for (YamlCursor scope : spec.get("scopes").items()) {
      scope(scope.raw(), spec, found);
      scopes.add(scope.raw());
    }
    for (YamlCursor match : spec.get("scopeSelector", "matchExpressions").items()) {
      scope(match.get("scopeName").raw(), spec, found);
    }
    for (String one : List.of("Terminating", "BestEffort")) {
      if (scopes.contains(one) && scopes.contains("Not" + one)) {
        found.applied(
            spec.get("scopes"), "the scopes %s and Not%s exclude each other".formatted(one, one));
      }
    }
  }

  private static void scope(String scope, YamlCursor spec, Found found) {
    boolean best = scope.equals("BestEffort");
    if (!best && !POD_SCOPES.contains(scope)) {
      return;
    }
    for (YamlCursor amount : spec.get("hard").entries()) {
      String key = amount.key();
      boolean refused =
          QuotaRules.OBJECTS.contains(key)
              || (best && OF_PODS.contains(key) && !key.equals("pods"));
      if (refused) {
        found.applied(amount, "a quota with the scope %s cannot bound %s".formatted(scope, key));
      }
    }
  }

  private static void range(YamlCursor limit, Found found) {
    LIMITED.check(limit.get("type"), found);
    TYPE.check(limit, found);
    boolean pod = limit.get("type").raw().equals("Pod");
    for (String part : List.of("default", "defaultRequest")) {
      YamlCursor given = limit.get(part);
      if (pod && given.isMapping() && !UnknownValue.isPlaceholder(given)) {
        found.applied(given, "a limit range of the type Pod cannot have %s".formatted(part));
        continue;
      }
      for (YamlCursor amount : given.entries()) {
        above(amount, limit.get("max", amount.key()), "max", found);
        if (part.equals("defaultRequest")) {
          above(amount, limit.get("default", amount.key()), "default", found);
        }
      }
    }
    for (YamlCursor amount : limit.get("min").entries()) {
      for (String most : List.of("max", "default", "defaultRequest")) {
        above(amount, limit.get(most, amount.key()), most, found);
      }
    }
  }

  private static void above(YamlCursor low, YamlCursor high, String most, Found found) {
    Optional<BigDecimal> least = Quantities.of(low);
    Optional<BigDecimal> limit = Quantities.of(high);
    if (least.isPresent() && limit.isPresent() && least.get().compareTo(limit.get()) > 0) {
      found.applied(low, "%s is above its %s".formatted(low.key(), most));
    }
  }
}
