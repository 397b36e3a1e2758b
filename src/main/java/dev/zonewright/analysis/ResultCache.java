package dev.zonewright.analysis;

import dev.zonewright.control.Profile;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.query.Outdated;
import dev.zonewright.kube.query.QueryStore;
import dev.zonewright.text.Unreadable;
import dev.zonewright.yaml.YamlDocument;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of documents by the document itself: the same tree has the same result while its
 * answers hold.
 */
final class ResultCache {
  static final ResultCache EMPTY =
      new ResultCache(
          new IdentityHashMap<>(),
          Map.of(),
          ObjectIndex.Lists.NONE,
          QueryStore.Answers.NONE,
          Profile.EDERA_REFERENCE,
          List.of());

  private final IdentityHashMap<YamlDocument, DocumentResult> results;
  private final Map<String, TenantResult> tenants;
  private final ObjectIndex.Lists objects;
  private final QueryStore.Answers answers;
  private final Profile profile;
  private final List<Unreadable> unreadable;
  private final IdentityHashMap<YamlDocument, List<KubeObject>> judged;

  ResultCache(
      IdentityHashMap<YamlDocument, DocumentResult> results,
      Map<String, TenantResult> tenants,
      ObjectIndex.Lists objects,
      QueryStore.Answers answers,
      Profile profile,
      List<Unreadable> unreadable) {
    this(results, tenants, objects, answers, profile, unreadable, new IdentityHashMap<>());
  }

  private ResultCache(
      IdentityHashMap<YamlDocument, DocumentResult> results,
      Map<String, TenantResult> tenants,
      ObjectIndex.Lists objects,
      QueryStore.Answers answers,
      Profile profile,
      List<Unreadable> unreadable,
      IdentityHashMap<YamlDocument, List<KubeObject>> judged) {
    this.results = results;
    this.tenants = tenants;
    this.objects = objects;
    this.answers = answers;
    this.profile = profile;
    this.unreadable = List.copyOf(unreadable);
    this.judged = judged;
  }

  /** Whether the controls saw this profile, as far as they saw anything. */
  boolean isOf(Profile other) {
    // the first review of a process compares none: see docs/decisions/0025
    return (results.isEmpty() && tenants.isEmpty()) || profile.equals(other);
  }

  /** The same with objects of documents that have no result yet. */
  ResultCache knowing(IdentityHashMap<YamlDocument, List<KubeObject>> more) {
    return new ResultCache(results, tenants, objects, answers, profile, unreadable, more);
  }

  /** The same without what rests on documents that are not among these any more. */
  ResultCache of(List<Manifest> manifests) {
    Set<YamlDocument> documents = Collections.newSetFromMap(new IdentityHashMap<>());
    manifests.forEach(m -> m.stream().parts().forEach(part -> documents.add(part.document())));
    Outdated outdated = new Outdated(document -> !documents.contains(document));
    IdentityHashMap<YamlDocument, DocumentResult> left = new IdentityHashMap<>();
    results.forEach((document, result) -> {
      if (documents.contains(document) && !outdated.any(result.answers())) {
        left.put(document, result);
      }
    });
    Map<String, TenantResult> same = new TreeMap<>(tenants);
    same.values()
        .removeIf(t -> outdated.anyObject(t.tenant().objects()) || outdated.any(t.answers()));
    return new ResultCache(
        left, same, objects.without(outdated), answers.without(outdated), profile, unreadable);
  }

  /** The objects of a document, where they are known; null where they are not. */
  @Nullable List<KubeObject> objects(YamlDocument document) {
    DocumentResult known = results.get(document);
    return known == null ? judged.get(document) : known.objects();
  }

  @Nullable DocumentResult get(YamlDocument document) {
    return results.get(document);
  }

  /** The results of tenants by their names. */
  Map<String, TenantResult> tenants() {
    return tenants;
  }

  /** The answers to all queries. */
  QueryStore.Answers answers() {
    return answers;
  }

  /** The files beside the documents that could not be read. */
  List<Unreadable> unreadable() {
    return unreadable;
  }

  /** All objects by their kind, as the answers have them. */
  ObjectIndex.Lists objects() {
    return objects;
  }
}
