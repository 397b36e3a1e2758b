package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields that controls say they read, taken together: where one of them, or something on the
 * way to it, holds no value that can be judged, and who would have read it.
 */
public final class PodFields {
  /** What AppArmor profiles are named by in annotations: this and the container's name. */
  public static final String APP_ARMOR_ANNOTATION =
      "container.apparmor.security.beta.kubernetes.io/";

  /** What names the seccomp profile of a pod in an annotation. */
  public static final String SECCOMP_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";

  /** What seccomp profiles of containers are named by in annotations: this and the name. */
  public static final String CONTAINER_SECCOMP_ANNOTATION =
      "container.seccomp.security.alpha.kubernetes.io/";

  /** What annotations call the profile that the field calls RuntimeDefault. */
  public static final Set<String> DEFAULT_SECCOMP = Set.of("runtime/default", "docker/default");

  /** A step into every item of a list. */
  private static final String EACH = "[]";

  /** The end of a way whose value must be a mapping. */
  private static final String MAPPING = "{}";

  private final Ways pod = new Ways();
  private final Ways container = new Ways();
  private final Ways metadata = new Ways();
  private final Map<String, Ways> annotations = new TreeMap<>();
  private final Map<String, Ways> objects = new TreeMap<>();

  /** Where a field is looked for. */
  public enum Part {
    POD,
    CONTAINER,
    ANNOTATIONS,
    OBJECT
  }

  /**
   * A field that a control reads.
   *
   * @param of the prefix of annotations, or the kind of an object; else empty
   * @param way the keys down to it; {@code []} for every item of a list, at last {@code {}} where
   *     the value must be a mapping
   */
  public record Field(Part part, String of, List<String> way) {
    public Field {
      way = List.copyOf(way);
    }
  }

  /**
   * A field of a pod's spec.
   *
   * @param way {@code securityContext.sysctls[].name}; at last {@code {}} for a mapping
   */
  public static Field pod(String way) {
    return new Field(Part.POD, "", steps(way));
  }

  /** A field of every container, written as for {@link #pod}. */
  public static Field container(String way) {
    return new Field(Part.CONTAINER, "", steps(way));
  }

  /** The annotations of a pod that begin like this. */
  public static Field annotations(String prefix) {
    return new Field(Part.ANNOTATIONS, prefix, List.of());
  }

  /** A field of another object that decides about the pods which refer to it. */
  public static Field object(String kind, String way) {
    return new Field(Part.OBJECT, kind, steps(way));
  }

  private static List<String> steps(String way) {
    return List.of(way.replace(EACH, "." + EACH).replace(MAPPING, "." + MAPPING).split("\\."));
  }

  private PodFields() {}

  /**
   * Takes together what is read.
   *
   * @param readers what each control reads, by its id
   */
  public static PodFields of(Map<String, ? extends Collection<Field>> readers) {
    PodFields out = new PodFields();
    new TreeMap<String, Collection<Field>>(readers)
        .forEach((reader, fields) -> fields.forEach(field -> out.add(field, reader)));
    return out;
  }

  private void add(Field field, String reader) {
    switch (field.part()) {
      case POD -> pod.add(field.way(), reader);
      case CONTAINER -> {
        container.add(field.way(), reader);
        for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
          pod.add(List.of(list, EACH, MAPPING), reader);
        }
      }
      case ANNOTATIONS -> {
        annotations.computeIfAbsent(field.of(), _ -> new Ways()).add(List.of(), reader);
        metadata.add(List.of("annotations", MAPPING), reader);
      }
      case OBJECT -> objects.computeIfAbsent(field.of(), _ -> new Ways()).add(field.way(), reader);
    }
  }

  /** Why a value cannot be judged. */
  public enum Obstacle {
    PLACEHOLDER,
    /** Something else stands but must be a mapping. */
    NO_MAPPING,
    /** Something else stands but must be a list. */
    NO_LIST
  }

  /**
   * A value that cannot be judged.
   *
   * @param readers the ids of the controls that would have read it, or something below it
   */
  public record Unknown(YamlCursor at, Obstacle obstacle, Set<String> readers) {}

  /** Values of the pod itself, or on the way to them, that cannot be judged. */
  public List<Unknown> unknownIn(PodView of) {
    Collecting out = new Collecting();
    walk(of.metadata(), metadata, out);
    for (YamlCursor annotation : of.annotations().entries()) {
      annotations.forEach((prefix, ways) -> {
        if (annotation.key().startsWith(prefix)) {
          walk(annotation, ways, out);
        }
      });
    }
    walk(of.spec(), pod, out);
    return out.list();
  }

  /** The same for one of its containers. */
  public List<Unknown> unknownIn(ContainerView of) {
    Collecting out = new Collecting();
    walk(of.at(), container, out);
    return out.list();
  }

  /** The same for an object that pods refer to. */
  public List<Unknown> unknownIn(KubeObject of) {
    Collecting out = new Collecting();
    Ways ways = objects.get(of.kind());
    if (ways != null) {
      walk(of.root(), ways, out);
    }
    return out.list();
  }

  /** The same for a way of plain keys to a mapping that holds all that is read. */
  public static List<Unknown> unknownOn(YamlCursor from, List<String> keys) {
    Collecting out = new Collecting();
    List<String> way = new ArrayList<>(keys);
    way.add(MAPPING);
    Ways ways = new Ways();
    ways.add(way, "");
    walk(from, ways, out);
    return out.list();
  }

  /** Keeps each place once; cursors to one place are not equal. */
  private static final class Collecting {
    private final Map<YamlPath, Unknown> out = new LinkedHashMap<>();

    void accept(YamlCursor at, Obstacle obstacle, Set<String> readers) {
      out.merge(
          at.path(),
          new Unknown(at, obstacle, readers),
          (known, again) -> {
            Set<String> both = new TreeSet<>(known.readers());
            both.addAll(again.readers());
            return new Unknown(known.at(), known.obstacle(), both);
          });
    }

    List<Unknown> list() {
      return List.copyOf(out.values());
    }
  }

  private static void walk(YamlCursor at, Ways ways, Collecting out) {
    if (!at.isSet()) {
      return;
    }
    if (UnknownValue.isPlaceholder(at)) {
      out.accept(at, Obstacle.PLACEHOLDER, ways.readers);
      return;
    }
    for (Map.Entry<String, Ways> way : ways.steps.entrySet()) {
      String step = way.getKey();
      if (step.equals(EACH)) {
        if (at.isSequence()) {
          at.items().forEach(item -> walk(item, way.getValue(), out));
        } else {
          out.accept(at, Obstacle.NO_LIST, way.getValue().readers);
        }
      } else if (!at.isMapping()) {
        out.accept(at, Obstacle.NO_MAPPING, way.getValue().readers);
      } else if (!step.equals(MAPPING)) {
        walk(at.get(step), way.getValue(), out);
      }
    }
  }

  /** Ways that begin together, so that each step is made once, and who goes any of them. */
  private static final class Ways {
    private final Map<String, Ways> steps = new LinkedHashMap<>();
    private final Set<String> readers = new TreeSet<>();

    void add(List<String> way, String reader) {
      Ways at = this;
      at.readers.add(reader);
      for (String step : way) {
        at = at.steps.computeIfAbsent(step, _ -> new Ways());
        at.readers.add(reader);
      }
    }
  }
}
