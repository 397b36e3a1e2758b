package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fields of a custom resource that look like a pod's or a container's, and stand where no pod was
 * found, so that no control has looked at them. YAML in a text is looked through as well, and so
 * are workloads that stand as a text in a ConfigMap.
 */
public final class UnreadFields {
  private static final Memo.Key<KubeObject, List<YamlPath>> KEY =
      new Memo.Key<>(UnreadFields::find);

  private static final Set<String> OF_OBJECT = Set.of("apiVersion", "kind", "metadata", "status");

  private final ReadPlaces read;

  /** Whether what is searched changes pods that stand elsewhere. */
  private final boolean change;

  /** Whether what has the shape of a container counts, which in a text may be something else. */
  private final boolean shapes;

  private final List<YamlPath> out = new ArrayList<>();

  private UnreadFields(ReadPlaces read, boolean change, boolean shapes) {
    this.read = read;
    this.change = change;
    this.shapes = shapes;
  }

  /** Where they stand, in the order of the text; none in a kind of Kubernetes itself. */
  public static List<YamlPath> in(KubeObject object) {
    return object.facts().get(KEY, object);
  }

  private static List<YamlPath> find(KubeObject object) {
    if (object.kind().equals("ConfigMap") && object.group().isEmpty()) {
      return TextPods.in(object.root());
    }
    if (!object.isOfCustomKind() && !CustomKinds.isKnown(object)) {
      return List.of();
    }
    ReadPlaces read = new ReadPlaces();
    PodViews.of(object).forEach(read::add);
    if (Policies.describesPods(object)) {
      return inPolicy(object, read);
    }
    UnreadFields search = new UnreadFields(read, false, true);
    for (YamlCursor part : object.root().entries()) {
      if (!OF_OBJECT.contains(part.key()) && !part.isHidden()) {
        search.search(part);
      }
    }
    return List.copyOf(search.out);
  }

  /** What a policy makes, and what it sets in the objects of others. */
  private static List<YamlPath> inPolicy(KubeObject object, ReadPlaces read) {
    UnreadFields made = new UnreadFields(read, false, true);
    Policies.made(object).forEach(made::search);
    UnreadFields changed = new UnreadFields(read, true, false);
    Policies.changed(object).forEach(changed::search);
    List<YamlPath> out = new ArrayList<>(made.out);
    out.addAll(changed.out);
    Policies.assigned(object).map(YamlCursor::path).ifPresent(out::add);
    return List.copyOf(out);
  }

  /**
   * The same in what stands in a text.
   *
   * @param change whether it changes pods that stand elsewhere
   */
  static List<YamlPath> inText(YamlCursor root, boolean change) {
    UnreadFields search = new UnreadFields(new ReadPlaces(), change, false);
    search.search(root);
    return search.out;
  }

  private void search(YamlCursor at) {
    // a schema says which fields others have
    if (read.isWhole(at) || at.key().equals("openAPIV3Schema")) {
      out.addAll(TextFields.notFilledIn(at));
      return;
    }
    if (FieldMarks.isDisabled(at)) {
      return;
    }
    Optional<List<YamlCursor>> context = read.ofContainersIn(at);
    if (context.isPresent()) {
      context.get().forEach(field -> out.add(field.path()));
      return;
    }
    PodForm form = read.podAt(at);
    if (form == null && FieldMarks.marks(at, change)) {
      out.add(at.path());
    } else if (at.isScalar()) {
      out.addAll(TextFields.in(at, change));
    } else if (isContainer(at) || at.items().stream().anyMatch(this::isContainer)) {
      out.add(at.path());
    } else if (at.isSequence()) {
      at.items().forEach(this::search);
    } else if (at.isMapping() && !Policies.forbids(at)) {
      for (YamlCursor child : at.entries()) {
        if (!child.isHidden() && (form == null || !isRead(form, child))) {
          search(child);
        }
      }
    }
  }

  private boolean isRead(PodForm form, YamlCursor child) {
    String field = child.key();
    return !read.isContext(child)
        && (form.isTemplate() ? PodFieldNames.has(field) : form.reads(field));
  }

  /** Whether no control looks at it, and it has an image and what to run in it. */
  private boolean isContainer(YamlCursor at) {
    return shapes
        && at.isMapping()
        && at.get("image").isScalar()
        && (at.get("command").isSequence()
            || at.get("args").isSequence()
            || at.get("script").isScalar())
        && !read.isWhole(at)
        && !read.isPod(at);
  }
}
