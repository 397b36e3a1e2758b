package dev.zonewright.kube.custom;

import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;
import java.util.Optional;

/**
 * A patch of its pods that stands as a text in a workflow. Source: Argo Workflows, Template and
 * WorkflowSpec, {@code podSpecPatch}: a strategic merge patch of the pod's spec.
 */
public final class PodPatches {
  static final String FIELD = "podSpecPatch";

  private static final PodForm FORM =
      PodForm.partial("it is a text in which nothing is changed automatically");

  private PodPatches() {}

  /**
   * What the patch of a pod says, as a pod of its own.
   *
   * @param text the field that holds it
   */
  public record InText(YamlCursor text, PodView pod) {}

  /** The patch beside the fields of a pod; empty where there is none, or it is no YAML yet. */
  public static Optional<InText> of(PodView pod) {
    if (pod.place().form().isTemplate()) {
      return Optional.empty();
    }
    YamlCursor at = pod.spec().get(FIELD);
    Optional<String> text = at.string().filter(t -> !t.stripLeading().startsWith("{{"));
    return text.flatMap(PodPatches::parsed).map(root -> new InText(at, view(pod, root)));
  }

  private static Optional<YamlCursor> parsed(String text) {
    List<YamlStream.Part> parts = YamlStream.parse(text).parts();
    if (parts.size() != 1) {
      return Optional.empty();
    }
    YamlDocument document = parts.getFirst().document();
    return Optional.of(document.cursor())
        .filter(root -> document.problem().isEmpty() && root.isMapping());
  }

  private static PodView view(PodView pod, YamlCursor root) {
    PodPlace place = PodPlace.of(root.get("metadata"), root, FORM);
    return new PodView(
        pod.object(),
        place.metadata(),
        root,
        place.metadata().get("annotations"),
        place.securityContext(),
        place,
        new Memo());
  }
}
