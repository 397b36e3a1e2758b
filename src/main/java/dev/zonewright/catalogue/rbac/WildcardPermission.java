package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessRole;
import dev.zonewright.kube.access.AccessRule;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Fields: {@code verbs}, {@code resources} and {@code apiGroups} of a rule on resources; {@code
 * roleRef} of a binding to {@code cluster-admin}. Accepted: what is needed, by name.
 */
public final class WildcardPermission implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          WildcardPermission.class,
          "Wildcard in a role",
          "A role grants every verb, resource or API group, including those added later",
          Severity.HIGH);

  private static final String ALL = "*";
  private static final String ADVICE = "Name the verbs, resources and API groups that are needed.";
  private static final int SHOWN = 10;
  private static final List<String> EVERY_VERB =
      List.of("get", "list", "watch", "create", "update", "patch", "delete");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Holders.role(object)
        .filter(role -> !Danger.isOfKubernetes(role))
        .ifPresent(role -> role(object, role, reporter));
    Holders.binding(object)
        .filter(binding -> !Danger.isOfKubernetes(binding))
        .ifPresent(binding -> binding(object, binding, reporter));
  }

  private static void role(KubeObject object, AccessRole role, Reporter reporter) {
    List<YamlCursor> rules = object.root().get("rules").items();
    for (AccessRule rule : role.rules()) {
      String field = field(rule);
      if (rule.resources().isEmpty() || field.isEmpty()) {
        continue;
      }
      Holders holders = Holders.of(object, role, reporter);
      report(
          rules.get(rule.number() - 1).get(field),
          (isAll(rule)
              ? "Rule %d lets %s do everything%s"
                  .formatted(rule.number(), holders.words(), holders.note())
              : "Rule %d grants %s everything in %s%s"
                  .formatted(rule.number(), holders.words(), field, holders.note())),
          holders,
          reporter);
    }
  }

  /** The first field with a wildcard; empty when there is none. */
  private static String field(AccessRule rule) {
    if (rule.resources().contains(ALL)) {
      return "resources";
    }
    if (rule.verbs().contains(ALL)) {
      return "verbs";
    }
    return rule.groups().contains(ALL) ? "apiGroups" : "";
  }

  private static void binding(KubeObject object, AccessBinding binding, Reporter reporter) {
    Optional<AccessRole> role = Danger.builtIn(binding, reporter);
    boolean all =
        role.isPresent() && role.get().rules().stream().anyMatch(WildcardPermission::isAll);
    Holders holders = Holders.of(object, binding);
    if (all && !holders.list().isEmpty()) {
      String where = binding.isClusterWide() ? "everywhere" : "in " + binding.ref().namespace();
      report(
          object.root().get("roleRef", "name"),
          "%s lets %s do everything %s%s"
              .formatted(binding.role().label(), holders.words(), where, holders.note()),
          holders,
          reporter);
    }
  }

  /** Whether a rule is as good as {@code cluster-admin}: any verb that changes something counts. */
  private static boolean isAll(AccessRule rule) {
    return rule.resources().contains(ALL)
        && rule.groups().contains(ALL)
        && EVERY_VERB.stream().allMatch(rule::grantsVerb);
  }

  private static void report(YamlCursor at, String message, Holders holders, Reporter reporter) {
    Reporter.FindingBuilder finding =
        reporter
            .violated(at, message)
            .severity(holders.severity(Severity.HIGH))
            .gaining(holders.namespaces())
            .guidance(ADVICE);
    holders.list().stream().limit(SHOWN).forEach(h -> finding.related(h.step()));
  }
}
