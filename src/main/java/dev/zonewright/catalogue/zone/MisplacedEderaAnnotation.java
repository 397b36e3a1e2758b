package dev.zonewright.catalogue.zone;

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
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fields: keys below {@code metadata.annotations} that are Edera's ({@code dev.edera/*}) or look
 * it. Accepted: a known key, on the pod itself (of a controller: in its pod template), with a
 * string from the documented range. Elsewhere or otherwise the annotation has no effect.
 */
public final class MisplacedEderaAnnotation implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(MisplacedEderaAnnotation.class),
          Family.ZONE,
          "Misplaced Edera annotation",
          "An Edera annotation has no effect because of its place, key or value",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of(
              "Edera: Virtualization backend, Memory ballooning, Verifying zone kernels",
              "Kubernetes: Annotations are strings"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    List<PodView> pods = PodViews.of(object);
    for (PodView pod : pods) {
      pod.annotations().entries().forEach(annotation -> onPod(pod, annotation, reporter));
    }
    if (!pods.isEmpty() && !pods.getFirst().isBarePod()) {
      PodView first = pods.getFirst();
      for (YamlCursor annotations : above(first)) {
        if (!annotations.entries().isEmpty() && !areOfAPod(annotations, pods)) {
          annotations.entries().forEach(at -> onController(first, pods.size(), at, reporter));
        }
      }
    }
  }

  /** Whether a pod takes them over from the object itself, as the pods of Tekton's runs do. */
  private static boolean areOfAPod(YamlCursor annotations, List<PodView> pods) {
    for (PodView pod : pods) {
      if (pod.annotations().path().equals(annotations.path())) {
        return true;
      }
    }
    return false;
  }

  /** The annotations of everything that the pod template stands in. */
  private static List<YamlCursor> above(PodView pod) {
    List<YamlCursor> out = new ArrayList<>();
    int end = pod.object().root().path().segments().size();
    Optional<YamlCursor> at = pod.spec().parent().flatMap(YamlCursor::parent);
    while (at.isPresent() && at.get().path().segments().size() >= end) {
      out.add(at.get().get("metadata", "annotations"));
      at = at.get().parent();
    }
    return out;
  }

  private static void onController(PodView pod, int pods, YamlCursor at, Reporter reporter) {
    String key = at.key();
    Optional<String> meant = EderaAnnotations.meant(key);
    if (!EderaAnnotations.isKnown(key) && meant.isEmpty()) {
      return;
    }
    Reporter.FindingBuilder finding =
        reporter.violated(
            at,
            "%s is on the %s itself, where Edera never reads it: it belongs in the pod template"
                .formatted(key, pod.object().kind()));
    if (pods == 1) {
      YamlPath to = pod.annotations().path().key(meant.orElse(key));
      finding.fix(
          Fix.review(
              "Move it to the pod template",
              "in the pod template it takes effect, and the pods are restarted",
              editor -> move(editor, at, to)));
    } else {
      finding.guidance("Move it to the intended pod template.");
    }
  }

  private static void onPod(PodView pod, YamlCursor at, Reporter reporter) {
    String key = at.key();
    Optional<String> meant = EderaAnnotations.meant(key);
    if (meant.isPresent()) {
      YamlPath to = pod.annotations().path().key(meant.get());
      Reporter.FindingBuilder finding =
          reporter.violated(
              at, "%s is not an annotation that Edera reads; %s is".formatted(key, meant.get()));
      YamlCursor there = pod.annotations().get(meant.get());
      if (there.isSet() && !there.raw().equals(at.raw())) {
        // a move would be refused, so none is offered
        finding.guidance(
            "%s is set too: keep the intended value there, and remove %s."
                .formatted(meant.get(), key));
      } else {
        finding.fix(
            Fix.review(
                "Correct the key to " + meant.get(),
                "under the right key it takes effect",
                editor -> move(editor, at, to)));
      }
    } else if (key.equals(EderaAnnotations.INJECT_LABEL)) {
      reporter
          .violated(at, key + " is a label of Edera's webhook; as an annotation it is never read")
          .severity(Severity.LOW)
          .guidance("Move it to metadata.labels.");
    } else if (EderaAnnotations.isKnown(key)) {
      checkValue(at, reporter);
    } else if (EderaAnnotations.isEderas(key)) {
      reporter
          .undetermined(
              at,
              key + " is not a documented annotation; whether it has an effect" + " is not known")
          .severity(Severity.NOTE);
    }
  }

  private static void checkValue(YamlCursor at, Reporter reporter) {
    if (!at.isSet() || UnknownValue.isPlaceholder(at)) {
      return;
    }
    if (at.string().isEmpty()) {
      Reporter.FindingBuilder finding =
          reporter.violated(
              at,
              "%s is %s, and annotations must be strings: Kubernetes refuses the object"
                  .formatted(at.key(), UnknownValue.quoted(at)));
      if (at.isScalar()) {
        finding.fix(
            Fix.safe(
                "Put the value in quotes",
                "Kubernetes does not accept the object with this value",
                editor -> editor.set(at.path(), YamlValue.of(at.raw()))));
      }
      return;
    }
    List<String> values = EderaAnnotations.valuesOf(at.key());
    if (values.isEmpty() || values.contains(at.raw())) {
      return;
    }
    Reporter.FindingBuilder finding =
        reporter.violated(
            at,
            "%s is %s, which Edera does not know; it knows %s"
                .formatted(at.key(), UnknownValue.quoted(at), String.join(", ", values)));
    String lower = at.raw().strip().toLowerCase(Locale.ROOT);
    if (values.contains(lower)) {
      finding.fix(
          Fix.safe(
              "Set it to " + lower,
              "it is the same word in the spelling that Edera uses",
              editor -> editor.set(at.path(), YamlValue.of(lower))));
    } else {
      finding.fix(
          Fix.review(
              "Remove it; %s is the default".formatted(values.getFirst()),
              "something else may have been intended",
              editor -> editor.remove(at.path())));
    }
  }

  /** Sets the annotation in its new place and takes it from the old one. */
  private static void move(YamlEditor editor, YamlCursor from, YamlPath to) {
    if (!from.isScalar()) {
      editor.refuse("the value is not a string");
      return;
    }
    YamlCursor there = editor.at(to);
    if (there.isSet() && !there.raw().equals(from.raw())) {
      editor.refuse("%s is already there with another value".formatted(there.key()));
      return;
    }
    if (!there.isSet()) {
      editor.set(to, YamlValue.of(from.raw()));
      editor.copyComments(from.path(), to);
    }
    // an empty mapping would be left in the old place
    YamlPath around = from.path().parent();
    boolean alone = editor.at(around).entries().size() == 1 && !to.startsWith(around);
    editor.remove(alone ? around : from.path());
  }
}
