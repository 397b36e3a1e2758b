package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.access.RbacProblems;
import dev.zonewright.kube.evidence.ClassConflict;
import dev.zonewright.kube.network.policy.AdminReader;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Problem;
import dev.zonewright.kube.schema.KindNames;
import dev.zonewright.kube.valid.ObjectRules;
import dev.zonewright.kube.valid.field.Violation;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;

/**
 * Fields that can each be decoded and that the API server refuses all the same, because they
 * contradict one another or name what is not there.
 */
public final class InvalidObject implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(InvalidObject.class),
          Family.MANIFEST,
          "Invalid object",
          "Kubernetes refuses the object, although each field can be read",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("Kubernetes: API reference", "Kubernetes: API concepts, dry run"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    for (Violation violation : ObjectRules.of(object)) {
      if (violation.when() != Violation.When.APPLIED) {
        continue;
      }
      if (isOfMetadata(violation, object)) {
        refused(violation.at(), violation.message(), reporter);
      } else {
        reporter
            .violated(violation.at(), "Kubernetes refuses the object: " + violation.message())
            .container(
                SchemaPlaces.container(object.root().document().cursor(), violation.at().path()))
            .guidance(
                "Correct it; where two fields contradict each other, remove the one that is not "
                    + "intended.");
      }
    }
    PodViews.of(object).forEach(pod -> besideItsClass(pod, reporter));
    if (object.root().get("$patch").exists()) {
      // what a patch does not say is said by the object that it is merged into
      return;
    }
    KindNames.problem(object.apiVersion(), object.kind())
        .ifPresent(problem -> refused(object.root().get("kind"), problem, reporter));
    KindNames.removed(object.apiVersion(), object.kind())
        .ifPresent(problem -> refused(object.root().get("apiVersion"), problem, reporter));
    for (RbacProblems.Problem problem : RbacProblems.of(object)) {
      refused(problem.at(), problem.message(), reporter);
    }
    if (PolicyReader.isPolicy(object)) {
      ofPolicy(PolicyReader.read(object).problems(), object, reporter);
    } else if (AdminReader.isPolicy(object)) {
      ofPolicy(AdminReader.read(object).problems(), object, reporter);
    }
  }

  private static void ofPolicy(List<Problem> problems, KubeObject object, Reporter reporter) {
    problems.stream()
        .filter(problem -> !problem.ofType())
        .forEach(problem ->
            refused(
                object.root().document().cursor().at(problem.path()), problem.words(), reporter));
  }

  /** A pod that contradicts its opened runtime class never starts. */
  private static void besideItsClass(PodView pod, Reporter reporter) {
    String name = pod.spec().get("runtimeClassName").raw();
    if (name.isEmpty()) {
      return;
    }
    ClassConflict.of(pod, name, reporter.cluster())
        .ifPresent(conflict -> {
          Reporter.FindingBuilder finding =
              reporter
                  .violated(conflict.at(), "The pod never starts: " + conflict.message())
                  .guidance("Choose the nodes in the RuntimeClass only, not in the pod as well.");
          if (conflict.refused()) {
            finding.fix(
                Fix.review(
                    "Remove %s from nodeSelector".formatted(conflict.at().key()),
                    "the pod then runs on the nodes of the class, not on those that it names",
                    editor -> editor.remove(conflict.at().path())));
          }
        });
  }

  /** What is wrong there contradicts nothing else. */
  private static boolean isOfMetadata(Violation violation, KubeObject object) {
    int depth = object.root().path().segments().size();
    List<YamlPath.Segment> segments = violation.at().path().segments();
    return segments.size() > depth && segments.get(depth).equals(new YamlPath.Key("metadata"));
  }

  private static void refused(YamlCursor at, String message, Reporter reporter) {
    reporter
        .violated(at, "Kubernetes refuses the object: " + message)
        .guidance("Correct it: until then the object does not exist in the cluster.");
  }
}
