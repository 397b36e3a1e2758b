package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;

/** Workloads that stand as a text in a ConfigMap, as programs that make pods have them. */
final class TextPods {
  private TextPods() {}

  /** Where their pods are, as steps below the entry that holds the text. */
  static List<YamlPath> in(YamlCursor configMap) {
    List<YamlPath> out = new ArrayList<>();
    for (YamlCursor entry : configMap.get("data").entries()) {
      String text = entry.string().orElse("");
      // most texts are none, and need not be read as YAML
      if (text.contains("apiVersion") && text.contains("kind") && text.contains("containers")) {
        for (YamlStream.Part part : YamlStream.parse(text).parts()) {
          if (part.document().problem().isEmpty()) {
            add(entry, part, out);
          }
        }
      }
    }
    return List.copyOf(out);
  }

  private static void add(YamlCursor entry, YamlStream.Part part, List<YamlPath> out) {
    for (KubeObject object : KubeObject.in(part.document().cursor())) {
      for (PodView pod : PodViews.of(object)) {
        if (pod.spec().isMapping()) {
          out.add(below(entry, pod.spec().path()));
        }
      }
    }
  }

  /** A place in a text, as one below the field that holds the text. */
  static YamlPath below(YamlCursor outer, YamlPath inner) {
    List<YamlPath.Segment> all = new ArrayList<>(outer.path().segments());
    all.addAll(inner.segments());
    return new YamlPath(all);
  }
}
