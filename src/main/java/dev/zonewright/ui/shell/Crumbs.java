package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PssLevel;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the caret is, in words: object, the keys down to it, and where the object's pod runs.
 *
 * @param object “Deployment acme/api”; empty where no object stands
 * @param path keys, and names of list items
 */
record Crumbs(String object, List<String> path, Optional<ZoneState> zone, Optional<PssLevel> pss) {
  static final Crumbs NONE = new Crumbs("", List.of(), Optional.empty(), Optional.empty());

  static Crumbs at(Analysis analysis, String file, int offset) {
    Optional<Manifest> manifest = analysis.manifest(file);
    Optional<YamlStream.Part> part = manifest.flatMap(m -> m.stream().partAt(offset));
    if (part.isEmpty()) {
      return NONE;
    }
    int inDocument = offset - part.get().offset();
    int number = part.get().number();
    Optional<LocatedObject> found =
        analysis.objects().stream()
            .filter(o -> o.file().equals(file) && o.document() == number)
            .filter(o -> o.object().root().path().isRoot() || holds(o.object().root(), inDocument))
            .findFirst();
    if (found.isEmpty()) {
      return NONE;
    }
    KubeObject object = found.get().object();
    Optional<Workload> workload =
        analysis.workloads().stream()
            .filter(w -> w.file().equals(file) && w.document() == number)
            .filter(w -> w.object().equals(ObjectRef.of(object)))
            .findFirst();
    return new Crumbs(
        label(object),
        path(object.root(), inDocument),
        workload.map(Workload::zone),
        workload.map(Workload::pss));
  }

  private static String label(KubeObject object) {
    String tenant = object.tenant().filter(_ -> !object.kind().equals("Namespace")).orElse("");
    boolean within = !tenant.isEmpty() && !object.name().isEmpty();
    String name = within ? tenant + "/" + object.name() : object.name();
    return (object.kind() + " " + name).strip();
  }

  private static List<String> path(YamlCursor root, int offset) {
    List<String> out = new ArrayList<>();
    Optional<YamlCursor> next = Optional.of(root);
    while (next.isPresent()) {
      YamlCursor at = next.get();
      List<YamlCursor> below = at.isSequence() ? at.items() : at.entries();
      next = below.stream().filter(c -> holds(c, offset)).findFirst();
      next.ifPresent(c -> out.add(word(c)));
    }
    return out;
  }

  private static String word(YamlCursor at) {
    if (!at.key().isEmpty()) {
      return at.key();
    }
    String name = at.get("name").raw();
    String path = at.path().toString();
    return name.isEmpty() ? path.substring(path.lastIndexOf('[')) : name;
  }

  private static boolean holds(YamlCursor at, int offset) {
    int end = at.node().map(YamlNode::end).orElse(-1);
    int start =
        at.entry()
            .map(e -> e.key().start())
            .orElseGet(() -> at.node().map(YamlNode::outerStart).orElse(Integer.MAX_VALUE));
    // what an alias or a merge key stands for lies elsewhere in the text
    return !at.isShared() && offset >= start && offset <= end;
  }
}
