package dev.zonewright.kube.custom;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fields of a custom resource that look like a pod's or a container's, and stand where no pod was
 * found, so that no control has looked at them. YAML in a text is looked through as well.
 */
public final class UnreadFields {
  private static final Memo.Key<KubeObject, List<YamlPath>> KEY =
      new Memo.Key<>(UnreadFields::find);

  // these when they let a program do what the default would not
  private static final Set<String> PROFILES = Set.of("seccompProfile", "appArmorProfile");

  private static final Set<String> LISTS =
      Set.of("containers", "initContainers", "sidecars", "extraContainers", "sidecarContainers");

  private static final Set<String> OF_OBJECT = Set.of("apiVersion", "kind", "metadata", "status");

  /** What names a field in an entry of a list, beside its value. */
  private static final List<String> NAMED_BY = List.of("name", "path");

  /** A text without any of these words need not be read as YAML. */
  private static final Pattern WORTH_READING =
      Pattern.compile(
          Stream.concat(
                  Stream.of(FieldNames.IN_A_TEXT.pattern()),
                  Stream.concat(PROFILES.stream(), LISTS.stream()).sorted())
              .collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);

  private UnreadFields() {}

  /** Where they stand, in the order of the text; none in a kind of Kubernetes itself. */
  public static List<YamlPath> in(KubeObject object) {
    return object.facts().get(KEY, object);
  }

  private static List<YamlPath> find(KubeObject object) {
    boolean custom = object.isOfCustomKind() || CustomKinds.isKnown(object);
    if (!custom || Policies.describesPods(object)) {
      return List.of();
    }
    Read read = new Read(true);
    PodViews.of(object).forEach(read::add);
    List<YamlPath> out = new ArrayList<>();
    for (YamlCursor part : object.root().entries()) {
      if (!OF_OBJECT.contains(part.key()) && !part.isHidden()) {
        search(part, read, out);
      }
    }
    return List.copyOf(out);
  }

  private static void search(YamlCursor at, Read read, List<YamlPath> out) {
    // a schema says which fields others have
    if (read.whole.containsKey(at.path()) || at.key().equals("openAPIV3Schema")) {
      return;
    }
    if (marks(at)) {
      out.add(at.path());
      return;
    }
    if (at.isScalar()) {
      searchText(at, out);
    } else if (read.isContainer(at) || at.items().stream().anyMatch(read::isContainer)) {
      out.add(at.path());
    } else if (at.isSequence()) {
      at.items().forEach(item -> search(item, read, out));
    } else if (at.isMapping() && !Policies.forbids(at)) {
      PodForm form = read.beside.get(at.path());
      for (YamlCursor child : at.entries()) {
        if (!child.isHidden() && (form == null || !form.reads(child.key()))) {
          search(child, read, out);
        }
      }
    }
  }

  /** In YAML that stands as a text in a field, as the values of a chart often do. */
  private static void searchText(YamlCursor at, List<YamlPath> out) {
    String text = at.string().orElse("");
    // one line is YAML only where it is JSON
    boolean structured = text.indexOf('\n') >= 0 || text.startsWith("{") || text.startsWith("[");
    if (!structured || !WORTH_READING.matcher(text).find()) {
      return;
    }
    for (YamlStream.Part part : YamlStream.parse(text).parts()) {
      YamlCursor root = part.document().cursor();
      if (!part.document().problem().isPresent() && (root.isMapping() || root.isSequence())) {
        List<YamlPath> inside = new ArrayList<>();
        search(root, new Read(false), inside);
        inside.forEach(path -> out.add(below(at.path(), path)));
      }
    }
  }

  private static YamlPath below(YamlPath outer, YamlPath inner) {
    List<YamlPath.Segment> all = new ArrayList<>(outer.segments());
    all.addAll(inner.segments());
    return new YamlPath(all);
  }

  private static boolean marks(YamlCursor at) {
    String key = at.isItem() ? "" : at.key();
    if (PROFILES.contains(key)) {
      return at.get("type").raw().equals("Unconfined");
    }
    if (LISTS.contains(key)) {
      return at.items().stream().anyMatch(c -> c.get("image").isSet() || c.get("name").isSet());
    }
    if (key.equals("type") && at.raw().equals("hostPath")) {
      return true;
    }
    return at.isItem() ? isNamed(at) : says(List.of(key), at) || isPath(key, at);
  }

  /**
   * A parameter of a chart, or a step of a patch: a path, and its value beside it. A name without
   * further steps is one of a variable or a label as well, so it counts only where Helm reads it.
   */
  private static boolean isNamed(YamlCursor item) {
    YamlCursor value = item.get("value");
    if (!value.isSet()) {
      return false;
    }
    boolean helm =
        item.parent().flatMap(YamlCursor::parent).filter(p -> p.key().equals("helm")).isPresent();
    return NAMED_BY.stream()
        .map(by -> FieldNames.steps(item.get(by).raw()))
        .anyMatch(steps -> (helm || steps.size() > 1) && says(steps, value));
  }

  /** Where a key is a path, as in values that are set for a chart. */
  private static boolean isPath(String key, YamlCursor value) {
    return key.indexOf('.') > 0 && says(FieldNames.steps(key), value);
  }

  /** Whether the value at the end of these fields sets one that looks like a pod's. */
  private static boolean says(List<String> fields, YamlCursor value) {
    if (fields.isEmpty()) {
      return false;
    }
    if (FieldNames.isSwitch(fields.getLast())) {
      return value.isScalar() && value.raw().equalsIgnoreCase("true");
    }
    // what is empty says nothing, and a schema describes a field without having it
    return fields.stream().anyMatch(FieldNames::isMark)
        && value.isSet()
        && !value.get("properties").exists()
        && !(value.isMapping() && value.entries().isEmpty())
        && !(value.isScalar() && value.raw().isEmpty())
        && (!fields.getLast().endsWith("ontext") || !value.isScalar());
  }

  /** What the controls look at. */
  private static final class Read {
    private final Map<YamlPath, Boolean> whole = new HashMap<>();
    private final Map<YamlPath, PodForm> beside = new HashMap<>();
    private final boolean shapes;

    /**
     * @param shapes whether what has the shape of a container counts, which in a text may be
     *     something else
     */
    Read(boolean shapes) {
      this.shapes = shapes;
    }

    /** Whether no control looks at it, and it has an image and what to run in it. */
    boolean isContainer(YamlCursor at) {
      return shapes
          && at.isMapping()
          && at.get("image").isScalar()
          && (at.get("command").isSequence()
              || at.get("args").isSequence()
              || at.get("script").isScalar())
          && !whole.containsKey(at.path())
          && !beside.containsKey(at.path());
    }

    void add(PodView pod) {
      if (pod.place().form().isTemplate()) {
        whole.put(pod.spec().path(), true);
      } else {
        beside.put(pod.spec().path(), pod.place().form());
      }
      for (ContainerView container : pod.containers()) {
        YamlPath path = container.at().path();
        if (path.equals(pod.spec().path())) {
          // the pod's fields are the container's
          whole.put(path.key("securityContext"), true);
        } else {
          whole.put(path, true);
        }
      }
    }
  }
}
