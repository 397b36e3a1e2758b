package dev.zonewright.ui.chart;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives the objects of a release the namespace that Helm would install them in. {@code helm
 * template} does not write it into objects whose templates name none, so that they would be taken
 * for those of the namespace default.
 */
final class ReleaseNamespace {
  /**
   * Kinds of extensions that live in no namespace, as far as their names tell. Where one is not
   * told, the namespace does no harm: the server drops it.
   */
  private static final Pattern OF_THE_CLUSTER =
      Pattern.compile(
          "(Cluster|Global).*|.*(Class|AdminNetworkPolicy)|VolumeSnapshotContent|ResourceSlice");

  private ReleaseNamespace() {}

  /**
   * A manifest with its namespaces.
   *
   * @param objects how many were given one
   */
  record Placed(String text, int objects) {}

  /**
   * Names the namespace in each object that needs one and names none.
   *
   * @param namespace empty for Helm's own default, which is not known here
   */
  static Placed in(String manifest, String namespace) {
    if (namespace.isBlank()) {
      return new Placed(manifest, 0);
    }
    YamlStream stream = YamlStream.parse(manifest);
    List<TextEdit> edits = new ArrayList<>();
    int count = 0;
    for (YamlStream.Part part : stream.parts()) {
      List<YamlCursor> missing =
          KubeObject.in(part.document().cursor()).stream()
              .filter(ReleaseNamespace::needsOne)
              .map(object -> object.root().get("metadata", "namespace"))
              .toList();
      if (missing.isEmpty() || part.document().problem().isPresent()) {
        continue;
      }
      YamlEditor editor = YamlEditor.on(stream.textOf(part));
      missing.forEach(at -> editor.set(at.path(), YamlValue.of(namespace)));
      if (editor.finish() instanceof EditOutcome.Edited(EditSet made, String _)) {
        edits.addAll(made.shift(part.offset()).edits());
        count += missing.size();
      }
    }
    return new Placed(new EditSet(edits).apply(manifest), count);
  }

  private static boolean needsOne(KubeObject object) {
    YamlCursor metadata = object.root().get("metadata");
    YamlCursor namespace = metadata.get("namespace");
    return !object.apiVersion().isEmpty()
        && !object.isClusterScoped()
        && !OF_THE_CLUSTER.matcher(object.kind()).matches()
        && metadata.isMapping()
        && !UnknownValue.hides(namespace)
        && (!namespace.isSet() || namespace.raw().isBlank());
  }
}
