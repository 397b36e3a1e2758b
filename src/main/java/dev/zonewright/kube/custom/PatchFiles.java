package dev.zonewright.kube.custom;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The files that opened Kustomizations lay over others as patches. */
public final class PatchFiles {
  private static final List<String> KINDS = List.of("Kustomization", "Component");
  private static final String GROUP = "kustomize.config.k8s.io/";

  private static final String USUAL = "kustomization.yaml";

  /** Fields by which one without a kind is told. */
  private static final List<String> FIELDS =
      List.of("secretGenerator", "configMapGenerator", "patchesStrategicMerge", "patchesJson6902");

  private static final Set<String> ABOUT = Set.of("apiVersion", "kind", "metadata");

  private final Supplier<List<String>> opened;
  private final Set<String> files = new HashSet<>();
  private final Set<String> present = new HashSet<>();

  /**
   * @param opened the names of all opened files, also of those that cannot be read; asked for only
   *     where a Kustomization is among them
   */
  public PatchFiles(Supplier<List<String>> opened) {
    this.opened = opened;
  }

  /** Whether a Kustomization names the file among its patches. */
  public boolean contains(String file) {
    return !files.isEmpty() && files.contains(normal(file));
  }

  /** Takes down what a document names, where it is a Kustomization. */
  public void add(String file, YamlCursor root) {
    if (!isKustomization(file, root)) {
      return;
    }
    if (present.isEmpty()) {
      opened.get().forEach(name -> present.add(normal(name)));
    }
    String folder = folder(file);
    named(root).forEach(path -> files.add(normal(folder + path)));
  }

  /** The patches that a Kustomization names and that are not opened, as it writes them. */
  public List<String> notOpened(String file, YamlCursor root) {
    if (!isKustomization(file, root)) {
      return List.of();
    }
    String folder = folder(file);
    return named(root).stream()
        .filter(path -> !present.contains(normal(folder + path)))
        .distinct()
        .toList();
  }

  private static List<String> named(YamlCursor root) {
    return Stream.concat(
            Stream.of("patches", "patchesJson6902")
                .flatMap(list -> root.get(list).items().stream().map(patch -> patch.get("path"))),
            root.get("patchesStrategicMerge").items().stream())
        .map(YamlCursor::raw)
        // a patch may also be written out in the place of its path
        .filter(path -> !path.isBlank() && !isWrittenOut(path))
        .toList();
  }

  /**
   * The patches that a Kustomization writes out itself, or an object by which Flux or Argo CD
   * builds one; no control reads them.
   */
  public static List<YamlPath> writtenOut(String file, YamlCursor root) {
    return holders(file, root)
        .flatMap(PatchFiles::writtenOutIn)
        .map(YamlCursor::path)
        .distinct()
        .toList();
  }

  /** The same where the name of the file is not known. */
  public static List<YamlPath> writtenOut(YamlCursor root) {
    return writtenOut(isKustomization(root) ? USUAL : "", root);
  }

  private static Stream<YamlCursor> writtenOutIn(YamlCursor holder) {
    return Stream.concat(
        Stream.of("patches", "patchesJson6902")
            .flatMap(list -> holder.get(list).items().stream())
            .map(item -> item.get("patch"))
            .filter(YamlCursor::isSet),
        holder.get("patchesStrategicMerge").items().stream()
            .filter(patch -> patch.isMapping() || isWrittenOut(patch.raw())));
  }

  /** Where the lists of patches stand. Sources: Kustomize, Flux and Argo CD, their API pages. */
  private static Stream<YamlCursor> holders(String file, YamlCursor root) {
    if (isKustomization(file, root)) {
      return Stream.of(root);
    }
    String version = root.get("apiVersion").raw();
    String group = version.substring(0, Math.max(0, version.indexOf('/')));
    YamlCursor spec = root.get("spec");
    return switch (group + " " + root.get("kind").raw()) {
      case "kustomize.toolkit.fluxcd.io Kustomization" -> Stream.of(spec);
      case "helm.toolkit.fluxcd.io HelmRelease" ->
          spec.get("postRenderers").items().stream().map(item -> item.get("kustomize"));
      case "argoproj.io Application" -> sources(spec);
      case "argoproj.io ApplicationSet" -> sources(spec.get("template", "spec"));
      default -> Stream.empty();
    };
  }

  private static Stream<YamlCursor> sources(YamlCursor spec) {
    return Stream.concat(Stream.of(spec.get("source")), spec.get("sources").items().stream())
        .map(source -> source.get("kustomize"));
  }

  /**
   * Whether it is one by what it says: also without a kind, which it may leave out, where it has a
   * field that nothing else has.
   */
  public static boolean isKustomization(YamlCursor root) {
    return isKustomization("", root)
        || (root.get("kind").raw().isEmpty()
            && FIELDS.stream().anyMatch(f -> root.get(f).exists()));
  }

  /**
   * Whether it is one, by what it says or by the name of its file, and says anything of what is
   * built.
   */
  public static boolean builds(String file, YamlCursor root) {
    return (isKustomization(file, root) || isKustomization(root))
        && root.entries().stream().anyMatch(e -> !ABOUT.contains(e.key()) && e.isSet());
  }

  private static boolean isKustomization(String file, YamlCursor root) {
    String kind = root.get("kind").raw();
    if (!kind.isEmpty()) {
      return KINDS.contains(kind) && root.get("apiVersion").raw().startsWith(GROUP);
    }
    String name = file.substring(slash(file) + 1);
    return name.equals(USUAL) || name.equals("kustomization.yml") || name.equals("Kustomization");
  }

  private static boolean isWrittenOut(String patch) {
    return patch.indexOf('\n') >= 0 || patch.contains(": ");
  }

  private static String folder(String file) {
    return file.substring(0, slash(file) + 1);
  }

  private static int slash(String file) {
    return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  }

  private static String normal(String file) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : file.replace('\\', '/').split("/", -1)) {
      boolean up = part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
      if (up) {
        parts.removeLast();
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
