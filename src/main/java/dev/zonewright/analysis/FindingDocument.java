package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;
import java.util.Optional;

/**
 * Finds the document that a finding is about in a text that may have moved on since the analysis.
 * Documents are told apart by the object that they hold, never by their number.
 */
public sealed interface FindingDocument {
  /** It is there, and what the finding marks is as it was. */
  record Present(YamlStream.Part part) implements FindingDocument {}

  /**
   * It is not.
   *
   * @param reason in words for a person
   */
  record Gone(String reason) implements FindingDocument {}

  /**
   * Finds it.
   *
   * @param analysed the file as it was analysed
   * @param now the file as it is
   */
  static FindingDocument of(LocatedFinding finding, Manifest analysed, Manifest now) {
    List<YamlStream.Part> parts = analysed.stream().parts();
    if (finding.document() < 1 || finding.document() > parts.size()) {
      return new Gone("the document is no longer there");
    }
    String home = analysed.home();
    YamlDocument before = parts.get(finding.document() - 1).document();
    for (YamlStream.Part part : now.stream().parts()) {
      if (part.document() == before) {
        return new Present(part);
      }
    }
    ObjectRef object = finding.finding().subject().object();
    YamlPath path = finding.finding().path();
    if (!holds(before, home, object, path)) {
      return new Gone("the document was changed since it was analysed");
    }
    List<YamlStream.Part> same =
        now.stream().parts().stream().filter(p -> holds(p.document(), home, object)).toList();
    if (same.size() != 1) {
      return new Gone(
          object.label() + (same.isEmpty() ? " is no longer there" : " is there more than once"));
    }
    YamlDocument document = same.getFirst().document();
    return holds(document, home, object, path)
            && isSame(before.cursor().at(path), document.cursor().at(path))
        ? new Present(same.getFirst())
        : new Gone("what the finding marks was changed since it was analysed");
  }

  private static boolean holds(YamlDocument document, String home, ObjectRef object) {
    return !object.kind().isEmpty()
        && KubeObject.in(document.cursor(), home).stream()
            .anyMatch(o -> ObjectRef.of(o).equals(object));
  }

  /** Whether the path leads into the object. */
  private static boolean holds(
      YamlDocument document, String home, ObjectRef object, YamlPath path) {
    return !object.kind().isEmpty()
        && KubeObject.in(document.cursor(), home).stream()
            .anyMatch(o -> ObjectRef.of(o).equals(object) && path.startsWith(o.root().path()));
  }

  /** Whether the same stands at both, below list items with the same names. */
  private static boolean isSame(YamlCursor before, YamlCursor now) {
    Optional<YamlCursor> a = Optional.of(before);
    Optional<YamlCursor> b = Optional.of(now);
    boolean same = before.exists() == now.exists() && before.raw().equals(now.raw());
    while (same && a.isPresent() && b.isPresent()) {
      same = a.get().get("name").raw().equals(b.get().get("name").raw());
      a = a.get().parent();
      b = b.get().parent();
    }
    return same;
  }
}
