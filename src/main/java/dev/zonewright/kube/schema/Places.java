package dev.zonewright.kube.schema;

import dev.zonewright.kube.schema.Mismatch.Level;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the place that a field belongs to. */
final class Places {
  /** Keys that too many places know for any of them to be meant. */
  static final Set<String> COMMON = Set.of("name", "namespace", "type", "status", "kind");

  /** The fields by which the parts of a workload hang together. */
  private static final List<String> SPINE =
      List.of("securityContext", "metadata", "spec", "template", "jobTemplate");

  /** What the server makes itself for each job, and refuses where it is written. */
  private static final Set<String> OF_SERVER = Set.of("selector", "manualSelector");

  private static final int DEEPEST = 5;

  private Places() {}

  /** Whether no place of the object may hold the key, because the server fills it in. */
  static boolean isMadeByServer(Mismatch.UnknownField unknown) {
    String kind = unknown.around().getFirst().type().name();
    return OF_SERVER.contains(unknown.key()) && (kind.equals("Job") || kind.equals("CronJob"));
  }

  /** The nearest object below that knows the key. */
  static Optional<YamlPath> below(Level holder, String key) {
    List<Level> open = List.of(holder);
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Level> next = new ArrayList<>();
      for (Level level : open) {
        for (String step : SPINE) {
          if (level.type().typeOf(step) instanceof FieldType.ObjectOf(TypeSchema type)) {
            if (type.typeOf(key) != null) {
              return Optional.of(level.path().key(step));
            }
            next.add(new Level(level.path().key(step), type));
          }
        }
      }
      open = next;
    }
    return Optional.empty();
  }

  /** The nearest object around, or beside one around, that knows the key. */
  static Optional<YamlPath> above(Mismatch.UnknownField unknown) {
    List<Level> around = unknown.around().subList(0, unknown.around().size() - 1);
    for (Level level : around.reversed()) {
      if (level.type().typeOf(unknown.key()) != null) {
        return Optional.of(level.path());
      }
      for (String step : SPINE) {
        if (level.type().typeOf(step) instanceof FieldType.ObjectOf(TypeSchema type)
            && type.typeOf(unknown.key()) != null) {
          return Optional.of(level.path().key(step));
        }
      }
    }
    return Optional.empty();
  }

  /** Of a key in a pod that only containers know: their security contexts, or the one container. */
  static Optional<FieldAdvice> inContainers(Mismatch.UnknownField unknown, YamlCursor document) {
    String holder = unknown.holder().type().name();
    boolean ofPod = holder.equals("PodSpec");
    if (!ofPod && !holder.equals("PodSecurityContext")) {
      return Optional.empty();
    }
    YamlPath path = unknown.holder().path();
    YamlPath spec = ofPod ? path : path.parent();
    TypeSchema context = typeOf("SecurityContext");
    TypeSchema container = typeOf("Container");
    String key = unknown.key();
    if (context != null && context.typeOf(key) != null) {
      List<YamlPath> to = new ArrayList<>();
      for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
        containers(spec.key(list), document)
            .forEach(at -> to.add(at.key("securityContext").key(key)));
      }
      return Optional.of(new FieldAdvice.Belongs("securityContext of every container", to));
    }
    if (ofPod && container != null && container.typeOf(key) != null) {
      List<YamlPath> all = containers(spec.key("containers"), document);
      return Optional.of(
          new FieldAdvice.Belongs(
              "a container", all.size() == 1 ? List.of(all.getFirst().key(key)) : List.of()));
    }
    return Optional.empty();
  }

  private static @Nullable TypeSchema typeOf(String name) {
    return Schemas.type("v1", name);
  }

  private static List<YamlPath> containers(YamlPath list, YamlCursor document) {
    return document.at(list).items().stream()
        .filter(YamlCursor::isMapping)
        .map(YamlCursor::path)
        .toList();
  }
}
