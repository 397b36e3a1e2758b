package dev.zonewright.kube.custom;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a Kustomization changes in the files that it names, beside its patches: the opened files
 * then mean something else than they say. Source: Kustomize, the reference of its fields.
 */
public final class Overlay {
  /** A field, and what it does to the objects. */
  private record Change(String field, String what) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change("namespace", "puts all objects into %s, so that is their tenant"),
          new Change("namePrefix", "puts %s before their names"),
          new Change("nameSuffix", "puts %s after their names"),
          new Change(
              "commonLabels",
              "sets labels and selectors, so policies and Services choose other pods"),
          new Change("labels", "sets labels, which policies and Services use to choose pods"),
          new Change(
              "commonAnnotations", "sets annotations, which Edera uses to choose a zone's kernel"),
          new Change("images", "changes images"),
          new Change("replicas", "changes the number of pods"),
          new Change("replacements", "copies values into fields"),
          new Change("vars", "copies values into fields"),
          new Change("transformers", "changes any field"),
          new Change("generators", "adds objects"),
          new Change("helmCharts", "adds the objects of charts"),
          new Change("components", "adds more changes on top"));

  private Overlay() {}

  /** What one changes, each with its field; empty where it only gathers files. */
  public static String changes(YamlCursor root) {
    List<String> out = new ArrayList<>();
    for (Change change : CHANGES) {
      YamlCursor at = root.get(change.field());
      if (says(at)) {
        out.add("%s %s".formatted(change.field(), change.what().formatted(at.raw())));
      }
    }
    return out.stream().collect(Collectors.joining("; "));
  }

  private static boolean says(YamlCursor at) {
    return at.isSet()
        && (at.isScalar() ? !at.raw().isBlank() : !at.items().isEmpty() || !at.entries().isEmpty());
  }
}
