package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What decides where and when a pod runs: node affinity, gates; and the names it is known by. */
final class SchedulingRules {
  private static final Set<String> NEED_VALUES = Set.of("In", "NotIn");
  private static final Set<String> NEED_ONE = Set.of("Gt", "Lt");
  private static final Set<String> NEED_NONE = Set.of("Exists", "DoesNotExist");
  private static final String NODE_NAME = "metadata.name";
  private static final String WHEN = "DuringSchedulingIgnoredDuringExecution";

  private static final FieldTree POD =
      new FieldTree()
          .add(
              SchedulingRules::requiredTerm,
              "affinity.nodeAffinity.required%s.nodeSelectorTerms[]".formatted(WHEN))
          .add(
              SchedulingRules::term,
              "affinity.nodeAffinity.preferred%s[].preference".formatted(WHEN))
          .add(
              (at, found) -> LabelSyntax.selector(at, found::applied),
              "affinity.podAffinity.required%s[].labelSelector".formatted(WHEN),
              "affinity.podAffinity.preferred%s[].podAffinityTerm.labelSelector".formatted(WHEN),
              "affinity.podAntiAffinity.required%s[].labelSelector".formatted(WHEN),
              "affinity.podAntiAffinity.preferred%s[].podAffinityTerm.labelSelector"
                  .formatted(WHEN),
              "topologySpreadConstraints[].labelSelector",
              "affinity.podAffinity.required%s[].namespaceSelector".formatted(WHEN),
              "affinity.podAffinity.preferred%s[].podAffinityTerm.namespaceSelector"
                  .formatted(WHEN),
              "affinity.podAntiAffinity.required%s[].namespaceSelector".formatted(WHEN),
              "affinity.podAntiAffinity.preferred%s[].podAffinityTerm.namespaceSelector"
                  .formatted(WHEN))
          .add(
              FieldRule.text(Forms::isLabel, "no namespace can be named “%s”"),
              "affinity.podAffinity.required%s[].namespaces[]".formatted(WHEN),
              "affinity.podAffinity.preferred%s[].podAffinityTerm.namespaces[]".formatted(WHEN),
              "affinity.podAntiAffinity.required%s[].namespaces[]".formatted(WHEN),
              "affinity.podAntiAffinity.preferred%s[].podAffinityTerm.namespaces[]".formatted(WHEN))
          .add(FieldRule.text(Forms::isAddress, "“%s” is not an IP address"), "hostAliases[].ip")
          .add(
              FieldRule.text(
                  Forms::isObjectName,
                  "“%s” is not a host name: use lowercase letters, digits, hyphens and dots"),
              "hostAliases[].hostnames[]")
          .add(
              FieldRule.text(
                  LabelSyntax::isKey,
                  "“%s” must be a name of letters, digits, -, _ and ., with or without a domain"
                      + " before it"),
              "readinessGates[].conditionType",
              "schedulingGates[].name",
              "affinity.podAffinity.required%s[].topologyKey".formatted(WHEN),
              "affinity.podAntiAffinity.required%s[].topologyKey".formatted(WHEN),
              "affinity.podAffinity.preferred%s[].podAffinityTerm.topologyKey".formatted(WHEN),
              "affinity.podAntiAffinity.preferred%s[].podAffinityTerm.topologyKey".formatted(WHEN))
          .add(SchedulingRules::spread, "topologySpreadConstraints")
          .add(SchedulingRules::gates, "schedulingGates");

  private SchedulingRules() {}

  static void check(YamlCursor spec, Found found) {
    POD.check(spec, found);
  }

  /** From where a PersistentVolume can be reached. */
  static void volume(KubeObject object, Found found) {
    if (object.kind().equals("PersistentVolume") && object.group().isEmpty()) {
      object
          .root()
          .get("spec", "nodeAffinity", "required", "nodeSelectorTerms")
          .items()
          .forEach(term -> requiredTerm(term, found));
    }
  }

  private static void gates(YamlCursor gates, Found found) {
    Set<String> names = new HashSet<>();
    for (YamlCursor gate : gates.items()) {
      YamlCursor name = gate.get("name");
      if (Found.text(name).filter(text -> !names.add(text)).isPresent()) {
        found.applied(name, "two scheduling gates are named " + name.raw());
      }
    }
  }

  /** One constraint for each key and answer; a least number of domains is for firm ones only. */
  private static void spread(YamlCursor constraints, Found found) {
    Set<String> pairs = new HashSet<>();
    for (YamlCursor constraint : constraints.items()) {
      YamlCursor key = constraint.get("topologyKey");
      YamlCursor answer = constraint.get("whenUnsatisfiable");
      boolean known = Found.text(key).isPresent() && Found.text(answer).isPresent();
      if (known && !pairs.add(key.raw() + " " + answer.raw())) {
        found.applied(
            key,
            "two constraints have the topologyKey %s and whenUnsatisfiable: %s"
                .formatted(key.raw(), answer.raw()));
      }
      YamlCursor least = constraint.get("minDomains");
      if (least.isSet() && answer.raw().equals("ScheduleAnyway")) {
        found.applied(least, "minDomains needs whenUnsatisfiable: DoNotSchedule");
      }
    }
  }

  private static void requiredTerm(YamlCursor term, Found found) {
    term(term, found);
    // values of a preference are taken whatever they look like
    values(term, "matchExpressions", LabelSyntax::isValue, "a label", found);
  }

  private static void term(YamlCursor term, Found found) {
    for (YamlCursor one : term.get("matchExpressions").items()) {
      YamlCursor key = one.get("key");
      String said = key.isSet() ? key.raw() : "";
      if (!UnknownValue.isPlaceholder(one)
          && !UnknownValue.isPlaceholder(key)
          && !LabelSyntax.isKey(said)) {
        found.applied(key, UnknownValue.quoted(key) + " is not a valid label key");
      }
      expression(one, found);
    }
    for (YamlCursor one : term.get("matchFields").items()) {
      ofNode(one, found);
    }
    values(term, "matchFields", Forms::isObjectName, "a node", found);
  }

  private static void values(
      YamlCursor term, String list, Predicate<String> form, String what, Found found) {
    for (YamlCursor one : term.get(list).items()) {
      for (YamlCursor value : one.get("values").items()) {
        if (Found.text(value).filter(form.negate()).isPresent()) {
          found.applied(
              value, "%s is not a valid value of %s".formatted(UnknownValue.quoted(value), what));
        }
      }
    }
  }

  private static void expression(YamlCursor one, Found found) {
    YamlCursor operator = one.get("operator");
    YamlCursor values = one.get("values");
    if (!isKnown(one)) {
      return;
    }
    String said = operator.isSet() ? operator.raw() : "";
    int count = values.items().size();
    if (NEED_VALUES.contains(said)) {
      if (count == 0) {
        found.applied(values, "values must be given with " + said);
      }
    } else if (NEED_ONE.contains(said)) {
      if (count != 1) {
        found.applied(values, "exactly one value must be given with " + said);
      }
    } else if (NEED_NONE.contains(said)) {
      if (count > 0) {
        found.applied(values, "values may not be given with " + said);
      }
    } else {
      found.applied(operator, "the operator must be In, NotIn, Exists, DoesNotExist, Gt or Lt");
    }
  }

  /** Nodes are chosen by one field only, their name. */
  private static void ofNode(YamlCursor one, Found found) {
    YamlCursor key = one.get("key");
    YamlCursor operator = one.get("operator");
    if (!isKnown(one) || UnknownValue.isPlaceholder(key)) {
      return;
    }
    if (!key.raw().equals(NODE_NAME)) {
      found.applied(key, "matchFields supports only the field metadata.name");
    }
    if (!NEED_VALUES.contains(operator.raw())) {
      found.applied(operator, "the operator must be In or NotIn");
    } else if (one.get("values").items().size() != 1) {
      found.applied(one.get("values"), "exactly one value must be given with a field");
    }
  }

  private static boolean isKnown(YamlCursor one) {
    return one.isMapping()
        && !UnknownValue.isPlaceholder(one)
        && !UnknownValue.isPlaceholder(one.get("operator"))
        && !UnknownValue.isPlaceholder(one.get("values"))
        && one.get("values").items().stream().noneMatch(UnknownValue::isPlaceholder);
  }
}
