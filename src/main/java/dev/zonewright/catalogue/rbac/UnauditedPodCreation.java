package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Field: {@code rules} of an audit Policy; the first that matches decides. Accepted: the creation
 * of pods by everybody is logged at the level Request or RequestResponse, and at the stage
 * ResponseComplete. Rules for some users or namespaces alone do not decide.
 */
public final class UnauditedPodCreation implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          UnauditedPodCreation.class,
          "Pod creation without audit",
          "The audit policy does not log what is in the pods that are created",
          Severity.MEDIUM);

  private static final Set<String> ENOUGH = Set.of("Request", "RequestResponse");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if (!object.kind().equals("Policy") || !object.group().equals("audit.k8s.io")) {
      return;
    }
    YamlCursor rules = object.root().get("rules");
    Optional<YamlCursor> decides =
        rules.items().stream().filter(UnauditedPodCreation::isOnPods).findFirst();
    if (decides.isEmpty()) {
      reporter
          .violated(rules, "No rule logs the creation of pods: who created which stays unknown")
          .fix(
              Fix.safe(
                  "Log the creation of pods with what is in them",
                  "The rule only adds to the log",
                  editor -> editor.addItem(rules.path(), rule())));
      return;
    }
    YamlCursor level = decides.get().get("level");
    if (level.isPlaceholder()) {
      reporter.undetermined(
          level, "The level is filled in later: whether pods are logged is not known");
    } else if (!ENOUGH.contains(level.raw())) {
      Reporter.FindingBuilder finding =
          reporter
              .violated(
                  level,
                  "The creation of pods is logged at the level %s: a hostPath in one is not seen"
                      .formatted(level.raw()))
              .guidance(
                  "Put a rule of the level Request for create on pods before this one: the first"
                      + " rule that matches decides.");
      if (isOnlyPods(decides.get())) {
        YamlPath path = level.path();
        finding.fix(
            Fix.safe(
                "Log the request",
                "The level only adds to the log",
                editor -> editor.set(path, YamlValue.of("Request"))));
      } else if (isLastAndBare(decides.get(), rules)) {
        finding.fix(before(decides.get(), rules.path()));
      }
    } else {
      omitted(object.root())
          .or(() -> omitted(decides.get()))
          .ifPresent(stage -> report(stage, reporter));
    }
  }

  /**
   * The item that takes out the one stage that has the request: at RequestReceived it is not read
   * yet, and the other stages are of long requests and of failures.
   */
  private static Optional<YamlCursor> omitted(YamlCursor at) {
    return at.get("omitStages").items().stream()
        .filter(stage -> stage.raw().equals("ResponseComplete"))
        .findFirst();
  }

  private static void report(YamlCursor stage, Reporter reporter) {
    reporter
        .violated(
            stage,
            "The stage ResponseComplete is omitted, and it is the one that contains the created"
                + " pod")
        .guidance("Omit RequestReceived at most.");
  }

  /** Whether a rule is the last one, and a level alone. */
  private static boolean isLastAndBare(YamlCursor rule, YamlCursor rules) {
    return rules.items().getLast().path().equals(rule.path()) && rule.entries().size() == 1;
  }

  /** Makes the rule the one for pods, and puts what it was behind it: the first match decides. */
  private static Fix before(YamlCursor rule, YamlPath rules) {
    YamlPath at = rule.path();
    YamlValue level = YamlValue.of(rule.get("level").raw());
    return Fix.safe(
        "Log the creation of pods with what is in them",
        "The rule only adds to the log",
        editor -> {
          rule().entries().forEach((key, value) -> editor.set(at.key(key), value));
          editor.addItem(rules, YamlValue.mapping("level", level));
        });
  }

  private static YamlValue.Mapping rule() {
    return YamlValue.mapping(
        "level", YamlValue.of("Request"),
        "verbs", YamlValue.strings("create", "update", "patch"),
        "resources",
            new YamlValue.Items(
                List.of(
                    YamlValue.mapping(
                        "group", YamlValue.of(""),
                        "resources", YamlValue.strings("pods", "pods/ephemeralcontainers")))));
  }

  private static boolean isOnPods(YamlCursor rule) {
    boolean some =
        List.of("users", "userGroups", "namespaces").stream()
            .anyMatch(field -> !rule.get(field).items().isEmpty());
    boolean urls = !rule.get("nonResourceURLs").items().isEmpty();
    List<YamlCursor> resources = rule.get("resources").items();
    boolean creates = rule.get("verbs").items().isEmpty() || lists(rule.get("verbs"), "create");
    return !some
        && creates
        && (resources.isEmpty() ? !urls : resources.stream().anyMatch(UnauditedPodCreation::pods));
  }

  private static boolean pods(YamlCursor at) {
    boolean all = at.get("resources").items().isEmpty() || lists(at.get("resources"), "pods");
    return at.get("group").raw().isEmpty() && all && at.get("resourceNames").items().isEmpty();
  }

  private static boolean isOnlyPods(YamlCursor rule) {
    List<YamlCursor> resources = rule.get("resources").items();
    return resources.size() == 1
        && resources.getFirst().get("resources").items().stream()
            .allMatch(r -> r.raw().equals("pods") || r.raw().startsWith("pods/"))
        && !resources.getFirst().get("resources").items().isEmpty();
  }

  private static boolean lists(YamlCursor list, String word) {
    return list.items().stream()
        .map(YamlCursor::raw)
        .anyMatch(w -> w.equals("*") || w.equals(word));
  }
}
