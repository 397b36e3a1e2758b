package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.SharedNamespace;
import dev.zonewright.yaml.YamlDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The namespaces that the opened files are about, asked for by any document of the file. */
final class FileNamespaces {
  private final Map<String, SharedNamespace> byFile = new HashMap<>();

  /** Where there is an object of which it is not known. */
  private final Set<String> open = new HashSet<>();

  private final IdentityHashMap<YamlDocument, String> files = new IdentityHashMap<>();
  private final Map<String, Optional<String>> answers = new ConcurrentHashMap<>();

  void add(String file, YamlDocument document, List<KubeObject> objects) {
    files.put(document, file);
    SharedNamespace shared = byFile.computeIfAbsent(file, _ -> new SharedNamespace());
    objects.forEach(shared::add);
    if (objects.stream().anyMatch(SharedNamespace::isMissingOn)) {
      open.add(file);
    }
  }

  /** The file that a document stands in; empty for one that was not added. */
  String fileOf(YamlDocument document) {
    return files.getOrDefault(document, "");
  }

  /**
   * To be asked once all documents are added; empty where it is known of all objects of the file
   * where they go.
   */
  Optional<String> of(YamlDocument document) {
    return answers.computeIfAbsent(
        fileOf(document),
        file ->
            open.contains(file)
                ? byFile.getOrDefault(file, new SharedNamespace()).get()
                : Optional.empty());
  }
}
