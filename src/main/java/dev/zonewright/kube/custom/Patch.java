package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Manifests that are no objects but are laid over others when these are built: what they do not say
 * may stand in what is not opened. Source: Kustomize, patches; Kubernetes, strategic merge patch.
 */
public final class Patch {
  /** Says in a patch what becomes of what it names, such as {@code $patch: delete}. */
  private static final String DIRECTIVE = "$patch";

  private static final List<String> INSTRUCTIONS =
      List.of(DIRECTIVE, "$retainKeys", "$setElementOrder/", "$deleteFromPrimitiveList/");

  private static final List<String> CONTAINERS = List.of("initContainers", "containers");

  private static final Memo.Key<KubeObject, Optional<String>> WHY = new Memo.Key<>(Patch::find);

  /** Asked for each finding, and found by looking at all containers. */
  private static final Memo.Key<KubeObject, Optional<String>> NO_IMAGE =
      new Memo.Key<>(Patch::withoutImage);

  private Patch() {}

  /** Whether a key is an instruction of a strategic merge patch, and no field. */
  public static boolean isInstruction(String key) {
    return key.startsWith("$")
        && INSTRUCTIONS.stream().anyMatch(i -> i.endsWith("/") ? key.startsWith(i) : key.equals(i));
  }

  /** Whether the patch takes away what stands here. */
  public static boolean deletes(YamlCursor at) {
    return at.get(DIRECTIVE).raw().equals("delete");
  }

  /** Why the object is a patch of another, as a clause; empty for one that is whole. */
  public static Optional<String> of(KubeObject object) {
    return object.facts().get(WHY, object);
  }

  /** Whether the object is a patch of another. */
  public static boolean is(KubeObject object) {
    return of(object).isPresent();
  }

  /** Why nothing of the object may be changed unasked; empty for one that is surely whole. */
  public static Optional<String> objection(KubeObject object) {
    return of(object)
        .map(Patch::objection)
        .or(() ->
            object
                .facts()
                .get(NO_IMAGE, object)
                .map(why -> why + ", so this is likely a patch of another manifest"));
  }

  static String objection(String why) {
    return why + ", so this is a patch of another manifest, which may say the rest";
  }

  private static Optional<String> find(KubeObject object) {
    if (object.listedAsPatch()) {
      return Optional.of("an opened Kustomization names it among its patches");
    }
    if (object.isOfCustomKind()) {
      // it may itself describe how others are patched
      return object.root().get(DIRECTIVE).exists()
          ? Optional.of("it holds the instruction " + DIRECTIVE)
          : Optional.empty();
    }
    return object
        .root()
        .node()
        .flatMap(root -> Optional.ofNullable(instruction(root.resolved())))
        .map(key -> "it holds the instruction " + key);
  }

  private static @Nullable String instruction(YamlNode at) {
    if (at instanceof YamlSequence list) {
      for (YamlItem item : list.items()) {
        String found = instruction(item.value());
        if (found != null) {
          return found;
        }
      }
    } else if (at instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (isInstruction(entry.name())) {
          return entry.name();
        }
        String found = instruction(entry.value());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Optional<String> withoutImage(KubeObject object) {
    return PodViews.specPath(object)
        .filter(_ -> !object.kind().equals("DeploymentConfig"))
        .flatMap(path -> {
          YamlCursor spec = object.root();
          for (String key : path) {
            spec = spec.get(key);
          }
          for (String list : CONTAINERS) {
            for (YamlCursor container : spec.get(list).items()) {
              if (container.isMapping() && !container.get("image").exists()) {
                return Optional.of(
                    "container %s has no image".formatted(container.get("name").raw()));
              }
            }
          }
          return Optional.empty();
        });
  }
}
