package dev.zonewright.control;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a person says of objects that the objects do not say themselves.
 *
 * @param home the namespace that they go to where they name none; empty where that is not known
 * @param agents which of them are AI agents
 */
public record Declared(String home, Predicate<ObjectRef> agents) {
  public static final Declared NOTHING = new Declared("", KubeObject.NO_AGENTS);

  /**
   * The objects of a document; none where looking for them fails, which the walk of the document
   * then tells.
   *
   * @param patch whether a Kustomization names the file among its patches
   */
  public List<KubeObject> objectsIn(YamlDocument document, boolean patch) {
    try {
      return KubeObject.in(document.cursor(), home, patch, agents);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError _) {
      return List.of();
    }
  }

  /**
   * Whether objects that were read before would now be read as others.
   *
   * @param known read for the same home, or for none
   */
  public boolean isOther(List<KubeObject> known, boolean patch) {
    return known.stream()
        .anyMatch(o ->
            o.listedAsPatch() != patch
                || o.listedAsAgent() != agents.test(ObjectRef.of(o))
                || (!home.isEmpty() && o.namespace().isEmpty() && !o.isClusterScoped()));
  }
}
