package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.text.Unreadable;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlProblem;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;

/** Says what became of a document. */
final class CoverageRows {
  private CoverageRows() {}

  static CoverageItem of(Unreadable file) {
    return new CoverageItem(
        file.file(),
        0,
        file.line(),
        "",
        "",
        "",
        CoverageItem.Status.FAILED,
        file.what() + ". " + file.cure());
  }

  /** For a text in which no document stands. */
  static CoverageItem ofEmpty(Manifest manifest) {
    String what =
        manifest.stream().text().isBlank()
            ? "the file is empty"
            : manifest.stream().text().indexOf('#') < 0
                ? "the file holds nothing but separators"
                : "the file holds only comments";
    return new CoverageItem(
        manifest.file(),
        0,
        1,
        "",
        "",
        "",
        CoverageItem.Status.NO_CONTROL_APPLIES,
        what + ". Write an object into it, or leave it out.");
  }

  /**
   * For a document.
   *
   * @param ofTenant what stopped unexpectedly in the review of the tenant that is told here, or
   *     empty
   */
  static CoverageItem of(
      Manifest manifest, YamlStream.Part part, DocumentResult result, String ofTenant) {
    List<KubeObject> objects = result.objects();
    YamlCursor root = part.document().cursor();
    if (part.document().problem().isPresent()) {
      YamlProblem problem = part.document().problem().get();
      int line = manifest.stream().positionOf(part, problem.offset()).line();
      String reason = problem.what() + ". " + problem.cure();
      return row(manifest, part, line, root, CoverageItem.Status.FAILED, reason);
    }
    boolean nothing = !root.exists() || root.isNull();
    int start = nothing ? 0 : root.place().range().start();
    int line = manifest.stream().positionOf(part, start).line();
    String failure = result.failure().isEmpty() ? ofTenant : result.failure();
    if (!failure.isEmpty()) {
      return row(manifest, part, line, root, CoverageItem.Status.FAILED, failure);
    }
    String reason = objects.isEmpty() ? whyNothing(root) : "";
    CoverageItem.Status status =
        objects.isEmpty() ? CoverageItem.Status.NO_CONTROL_APPLIES : CoverageItem.Status.ANALYSED;
    return row(manifest, part, line, root, status, reason);
  }

  private static CoverageItem row(
      Manifest manifest,
      YamlStream.Part part,
      int line,
      YamlCursor root,
      CoverageItem.Status status,
      String reason) {
    return new CoverageItem(
        manifest.file(),
        part.number(),
        line,
        root.get("kind").raw(),
        root.get("metadata", "namespace").raw(),
        root.get("metadata", "name").raw(),
        status,
        reason);
  }

  private static String whyNothing(YamlCursor root) {
    if (!root.exists() || root.isNull()) {
      return "the document is empty, or holds only comments";
    }
    if (UnknownValue.isTemplate(root)) {
      return "it is a template that was not rendered. Render it first, a Helm chart with `helm"
          + " template`, and open the result.";
    }
    String kind = root.get("kind").raw();
    if (!root.isMapping()) {
      return "the document is no mapping, so it is no Kubernetes object";
    }
    if (KubeObject.isList(root, kind)) {
      return "the list holds no object with a kind";
    }
    return "it has no kind, so it is no Kubernetes object";
  }
}
