package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Overlay;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.custom.PatchFiles;
import dev.zonewright.kube.custom.UnreadFields;
import dev.zonewright.text.Unreadable;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlProblem;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what became of a document. */
final class CoverageRows {
  /** With this begins what is said of a Kustomization. */
  static final String BUILT =
      "it says what is built of other files, each of which is judged as it is written. Build it, as"
          + " with `kustomize build`, and open the result to see what is applied.";

  /** How many fields are named before the rest is counted. */
  private static final int NAMED = 8;

  private CoverageRows() {}

  /** The names of all that was opened, whether it could be read or not. */
  static List<String> files(List<Manifest> manifests, List<Unreadable> unreadable) {
    return Stream.concat(
            manifests.stream().map(Manifest::file), unreadable.stream().map(Unreadable::file))
        .toList();
  }

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
   * @param files which files are opened, and which of them are patches
   */
  static CoverageItem of(
      Manifest manifest,
      YamlStream.Part part,
      DocumentResult result,
      String ofTenant,
      PatchFiles files) {
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
    List<YamlPath> patches = PatchFiles.writtenOut(manifest.file(), root);
    List<String> notOpened = files.notOpened(manifest.file(), root);
    if (!patches.isEmpty() || !notOpened.isEmpty()) {
      String what =
          patches.isEmpty()
              ? notOpened(notOpened)
              : writtenOut(patches)
                  + (notOpened.isEmpty()
                      ? ""
                      : " It names more, which are not opened: %s.".formatted(named(notOpened)));
      return row(
          manifest,
          part,
          line,
          root,
          CoverageItem.Status.PARTLY_ANALYSED,
          what + changes(manifest, root));
    }
    if (PatchFiles.builds(manifest.file(), root)) {
      return row(
          manifest,
          part,
          line,
          root,
          CoverageItem.Status.ANALYSED,
          BUILT + changes(manifest, root));
    }
    if (objects.isEmpty()) {
      CoverageItem.Status none = CoverageItem.Status.NO_CONTROL_APPLIES;
      return row(manifest, part, line, root, none, whyNothing(root));
    }
    String reason = unread(objects);
    if (reason.isEmpty() && objects.stream().allMatch(Patch::is)) {
      return row(manifest, part, line, root, CoverageItem.Status.ANALYSED, patch(objects));
    }
    CoverageItem.Status status =
        reason.isEmpty() ? CoverageItem.Status.ANALYSED : CoverageItem.Status.PARTLY_ANALYSED;
    return row(manifest, part, line, root, status, reason);
  }

  /** What else a Kustomization does to the files that it names. */
  private static String changes(Manifest manifest, YamlCursor root) {
    String changes = PatchFiles.builds(manifest.file(), root) ? Overlay.changes(root) : "";
    return changes.isEmpty()
        ? ""
        : " Until then their findings are of other objects than those that are applied: %s."
            .formatted(changes);
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

  /** Names the fields that look like a pod's and are not read; empty where there are none. */
  private static String unread(List<KubeObject> objects) {
    List<String> paths = new ArrayList<>();
    for (KubeObject object : objects) {
      UnreadFields.in(object).forEach(path -> paths.add(path.toString()));
    }
    if (paths.isEmpty()) {
      return "";
    }
    if (objects.stream().allMatch(o -> o.kind().equals("ConfigMap"))) {
      return "no control reads %s: %s as a text. Save it as a file of its own, and open that too."
          .formatted(named(paths), paths.size() == 1 ? "a pod stands there" : "pods stand there");
    }
    return "no control reads "
        + named(paths)
        + (paths.size() == 1
            ? ": it looks like a field of a pod, in a place that is not known for one. Review it by"
                + " hand."
            : ": they look like fields of a pod, in places that are not known for one. Review them"
                + " by hand.");
  }

  private static String writtenOut(List<YamlPath> patches) {
    return "no control reads the %s that it lays over others: %s. Build it, as with `kustomize build`,"
            .formatted(
                patches.size() == 1 ? "patch" : "patches",
                named(patches.stream().map(YamlPath::toString).toList()))
        + " and open the result.";
  }

  private static String notOpened(List<String> paths) {
    return "it lays %s over others, and %s not opened: what %s is not judged. Open %s too, or build"
            .formatted(
                named(paths),
                paths.size() == 1 ? "that file is" : "those files are",
                paths.size() == 1 ? "it changes" : "they change",
                paths.size() == 1 ? "it" : "them")
        + " it, as with `kustomize build`, and open the result.";
  }

  private static String named(List<String> paths) {
    int more = paths.size() - NAMED;
    return String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())))
        + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String patch(List<KubeObject> objects) {
    return "it is a patch of another manifest (%s): only what it says is judged. Build that, as with"
            .formatted(Patch.of(objects.getFirst()).orElse(""))
        + " `kustomize build`, and open the result.";
  }

  /** Whether each item names an operation and a place. Source: RFC 6902. */
  private static boolean isJsonPatch(YamlCursor root) {
    return !root.items().isEmpty()
        && root.items().stream()
            .allMatch(item -> item.get("op").isScalar() && item.get("path").isScalar());
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
    if (isJsonPatch(root)) {
      return "it is a JSON patch of another manifest. Build that, as with `kustomize build`, and"
          + " open the result.";
    }
    if (!root.isMapping()) {
      return root.isSequence()
          ? "the document is a list, not a mapping, so it is not a Kubernetes object. Put what"
              + " it holds into the items of an object of kind List."
          : "the document is not a mapping, so it is not a Kubernetes object. Write apiVersion,"
              + " kind and metadata, or leave the file out.";
    }
    if (KubeObject.isList(root, kind)) {
      return "the list holds no object with a kind";
    }
    return "it has no kind, so it is not a Kubernetes object. Write apiVersion and kind, or leave"
        + " the file out. If a tool reads it, such as the values of a chart, open what the"
        + " tool makes.";
  }
}
