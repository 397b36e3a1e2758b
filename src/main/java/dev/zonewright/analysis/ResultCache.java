package dev.zonewright.analysis;

import dev.zonewright.yaml.YamlDocument;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of documents by the document itself: the same tree has the same result while its
 * answers hold.
 */
final class ResultCache {
  static final ResultCache EMPTY = new ResultCache(new IdentityHashMap<>());

  private final IdentityHashMap<YamlDocument, DocumentResult> results;

  ResultCache(IdentityHashMap<YamlDocument, DocumentResult> results) {
    this.results = results;
  }

  @Nullable DocumentResult get(YamlDocument document) {
    return results.get(document);
  }
}
