package dev.zonewright.kube.valid;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What a Job says about failed and succeeded pods and indexes. Source: Kubernetes 1.36. */
final class JobPolicyRules {
  private static final String INDEXED = "Indexed";

  private static final FieldTree JOB =
      new FieldTree()
          .add(
              FieldRule.needs("action", "a rule about failures needs an action"),
              "podFailurePolicy.rules[]")
          .add(
              FieldRule.oneOf("FailJob", "FailIndex", "Ignore", "Count"),
              "podFailurePolicy.rules[].action")
          .add(JobPolicyRules::cause, "podFailurePolicy.rules[]")
          .add(
              FieldRule.needs("operator", "onExitCodes needs the operator In or NotIn"),
              "podFailurePolicy.rules[].onExitCodes")
          .add(FieldRule.oneOf("In", "NotIn"), "podFailurePolicy.rules[].onExitCodes.operator")
          .add(
              FieldRule.needs("values", "onExitCodes needs at least one of values"),
              "podFailurePolicy.rules[].onExitCodes")
          .add(JobPolicyRules::codes, "podFailurePolicy.rules[].onExitCodes")
          .add(
              FieldRule.needs("type", "a condition needs a type"),
              "podFailurePolicy.rules[].onPodConditions[]")
          .add(
              FieldRule.text(
                  LabelSyntax::isKey,
                  "“%s” must be a name of letters, digits, -, _ and ., with or without a domain"
                      + " before it"),
              "podFailurePolicy.rules[].onPodConditions[].type")
          .add(
              FieldRule.oneOf("True", "False", "Unknown"),
              "podFailurePolicy.rules[].onPodConditions[].status")
          .add(
              FieldRule.range(0, Integer.MAX_VALUE, "%s must not be negative"),
              "backoffLimitPerIndex",
              "maxFailedIndexes")
          .add(
              FieldRule.needs("rules", "successPolicy needs at least one of rules"),
              "successPolicy")
          .add(JobPolicyRules::success, "successPolicy.rules[]");

  private JobPolicyRules() {}

  static void check(YamlCursor spec, Found found) {
    JOB.check(spec, found);
    indexes(spec, found);
    for (YamlCursor rule : spec.get("podFailurePolicy", "rules").items()) {
      if (rule.get("action").raw().equals("FailIndex")
          && isAbsent(spec.get("backoffLimitPerIndex"))) {
        found.applied(rule.get("action"), "the action FailIndex needs backoffLimitPerIndex");
      }
      container(spec, rule.get("onExitCodes", "containerName"), found);
    }
    YamlCursor replaced = spec.get("podReplacementPolicy");
    if (spec.get("podFailurePolicy").isSet() && replaced.raw().equals("TerminatingOrFailed")) {
      found.applied(replaced, "podReplacementPolicy must be Failed beside podFailurePolicy");
    }
  }

  private static void indexes(YamlCursor spec, Found found) {
    YamlCursor mode = spec.get("completionMode");
    boolean counted = !mode.raw().equals(INDEXED) && !UnknownValue.hides(mode);
    for (String field : List.of("backoffLimitPerIndex", "successPolicy")) {
      YamlCursor at = spec.get(field);
      if (counted && at.isSet() && !UnknownValue.isPlaceholder(at)) {
        found.applied(at, "%s needs completionMode: Indexed".formatted(field));
      }
    }
    if (mode.raw().equals(INDEXED)
        && spec.get("parallelism").isSet()
        && isAbsent(spec.get("completions"))) {
      found.applied(mode, "a Job with completionMode: Indexed and parallelism needs completions");
    }
    YamlCursor most = spec.get("maxFailedIndexes");
    if (!most.isSet() || UnknownValue.isPlaceholder(most)) {
      return;
    }
    Optional<BigInteger> failed = Found.number(most);
    Optional<BigInteger> all = Found.number(spec.get("completions"));
    if (isAbsent(spec.get("backoffLimitPerIndex"))) {
      found.applied(most, "maxFailedIndexes needs backoffLimitPerIndex");
    } else if (failed.isPresent() && all.isPresent() && failed.get().compareTo(all.get()) > 0) {
      found.applied(most, "maxFailedIndexes is above completions");
    }
  }

  private static void cause(YamlCursor rule, Found found) {
    if (!Found.isWhole(rule)) {
      return;
    }
    boolean codes = rule.get("onExitCodes").isSet();
    YamlCursor conditions = rule.get("onPodConditions");
    boolean states =
        conditions.isSet() && !(conditions.isSequence() && conditions.items().isEmpty());
    if (codes && states) {
      found.applied(conditions, "a rule has onExitCodes or onPodConditions, not both");
    } else if (!codes && !states) {
      found.applied(rule, "a rule about failures needs onExitCodes or onPodConditions");
    }
  }

  private static void codes(YamlCursor at, Found found) {
    BigInteger before = null;
    for (YamlCursor value : at.get("values").items()) {
      Optional<BigInteger> code = Found.number(value);
      if (code.isEmpty()) {
        return;
      }
      if (code.get().signum() == 0 && at.get("operator").raw().equals("In")) {
        found.applied(value, "the exit code 0 is not a failure, and In cannot list it");
      }
      if (before != null && code.get().compareTo(before) <= 0) {
        found.applied(value, "exit codes must be listed in ascending order, each once");
        return;
      }
      before = code.get();
    }
  }

  private static void container(YamlCursor spec, YamlCursor name, Found found) {
    YamlCursor pod = spec.get("template", "spec");
    List<YamlCursor> names =
        List.of("containers", "initContainers").stream()
            .flatMap(list -> pod.get(list).items().stream())
            .map(c -> c.get("name"))
            .toList();
    boolean open =
        names.isEmpty()
            || names.stream().anyMatch(n -> !n.isSet() || UnknownValue.isPlaceholder(n))
            || UnknownValue.hides(pod.get("initContainers"));
    if (!open
        && Found.text(name).isPresent()
        && names.stream().noneMatch(n -> n.raw().equals(name.raw()))) {
      found.applied(name, "there is no container %s".formatted(name.raw()));
    }
  }

  private static void success(YamlCursor rule, Found found) {
    if (Found.isWhole(rule)
        && !rule.get("succeededIndexes").isSet()
        && !rule.get("succeededCount").isSet()) {
      found.applied(rule, "a rule about success needs succeededIndexes or succeededCount");
    }
  }

  private static boolean isAbsent(YamlCursor at) {
    return !at.isSet() && !UnknownValue.hides(at);
  }
}
