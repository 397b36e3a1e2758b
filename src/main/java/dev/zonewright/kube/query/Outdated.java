package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlDocument;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells which answers rest on documents that are no more: none of them can come out the same, and
 * to keep them would keep the trees.
 */
public final class Outdated {
  private final Predicate<YamlDocument> gone;

  /** Long lists are the answer to many. */
  private final IdentityHashMap<List<?>, Boolean> lists = new IdentityHashMap<>();

  /**
   * For one change.
   *
   * @param gone whether a document is no more
   */
  public Outdated(Predicate<YamlDocument> gone) {
    this.gone = gone;
  }

  /** Whether one of these rests on such a document. */
  public boolean any(List<Asked> asked) {
    return asked.stream().anyMatch(one -> isAbout(one.query()) || isOf(one.answer()));
  }

  /** Whether one of these objects stands in such a document. */
  public boolean anyObject(List<KubeObject> objects) {
    return isOf(objects);
  }

  private boolean isAbout(Query<?> query) {
    return (query instanceof BaseQuery.EarlierOf(KubeObject object) && isOf(object))
        || (query instanceof BaseQuery.NamespaceOfFile(YamlDocument document) && isOf(document));
  }

  private boolean isOf(Object answer) {
    if (answer instanceof List<?> list) {
      Boolean known = lists.get(list);
      if (known == null) {
        known = list.stream().anyMatch(this::isOf);
        lists.put(list, known);
      }
      return known;
    }
    return (answer instanceof KubeObject object && gone.test(object.root().document()))
        || (answer instanceof YamlDocument document && gone.test(document))
        || (answer instanceof Optional<?> some && some.filter(this::isOf).isPresent());
  }
}
