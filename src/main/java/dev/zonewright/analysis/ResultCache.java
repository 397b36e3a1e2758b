package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlDocument;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of documents by the document itself: the same tree has the same result while its
 * answers hold.
 */
final class ResultCache {
  static final ResultCache EMPTY = new ResultCache(new IdentityHashMap<>(), Map.of(), Map.of());

  private final IdentityHashMap<YamlDocument, DocumentResult> results;
  private final Map<String, TenantResult> tenants;
  private final Map<String, List<KubeObject>> objects;

  ResultCache(
      IdentityHashMap<YamlDocument, DocumentResult> results,
      Map<String, TenantResult> tenants,
      Map<String, List<KubeObject>> objects) {
    this.results = results;
    this.tenants = tenants;
    this.objects = objects;
  }

  @Nullable DocumentResult get(YamlDocument document) {
    return results.get(document);
  }

  /** The results of tenants by their names. */
  Map<String, TenantResult> tenants() {
    return tenants;
  }

  /** All objects by their kind, as the answers have them. */
  Map<String, List<KubeObject>> objects() {
    return objects;
  }
}
