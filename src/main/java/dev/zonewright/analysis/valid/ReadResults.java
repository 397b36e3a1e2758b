package dev.zonewright.analysis.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.parse.ReadText;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents as fixes leave them, so that the fresh look neither reads nor judges them again.
 *
 * @param read by file, by the offset of the document before
 * @param objects of documents that were judged
 */
public record ReadResults(
    Map<String, Map<Integer, ReadText>> read,
    IdentityHashMap<YamlDocument, List<KubeObject>> objects) {
  public static ReadResults none() {
    return new ReadResults(new HashMap<>(), new IdentityHashMap<>());
  }

  /**
   * Takes a document down.
   *
   * @param offset of the document before
   * @param objectsOf its objects; not kept where they are of another tree
   */
  public void add(String file, int offset, ReadText result, List<KubeObject> objectsOf) {
    read.computeIfAbsent(file, _ -> new HashMap<>()).put(offset, result);
    if (isOf(objectsOf, result.document())) {
      objects.put(result.document(), objectsOf);
    }
  }

  @SuppressWarnings("ReferenceEquality") // of this tree and not of one like it
  private static boolean isOf(List<KubeObject> objects, YamlDocument document) {
    return !objects.isEmpty() && objects.getFirst().root().document() == document;
  }

  /** Those of a file. */
  public Map<Integer, ReadText> of(String file) {
    return read.getOrDefault(file, Map.of());
  }
}
