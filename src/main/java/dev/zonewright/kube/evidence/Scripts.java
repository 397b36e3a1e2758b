package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a container is given by opened ConfigMaps, and the words of the scripts in them. */
final class Scripts {
  private static final Pattern NAME = Pattern.compile(".*\\.(sh|bash|ksh|py|pl|rb|js)");

  private static final Memo.Key<KubeObject, List<String>> WORDS = new Memo.Key<>(Scripts::read);

  private Scripts() {}

  /** Those of all scripts that are mounted into the container. */
  static List<String> wordsOf(ContainerView container, ClusterLookup cluster) {
    return mapsOf(container, cluster).stream().flatMap(map -> wordsOf(map).stream()).toList();
  }

  /** The opened ConfigMaps that are mounted into the container. */
  static List<KubeObject> mapsOf(ContainerView container, ClusterLookup cluster) {
    return mounted(container).stream()
        .map(name -> cluster.object("ConfigMap", container.pod().object().namespace(), name))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Those of the scripts in one ConfigMap. */
  static List<String> wordsOf(KubeObject map) {
    return map.facts().get(WORDS, map);
  }

  private static Set<String> mounted(ContainerView container) {
    List<YamlCursor> volumes = container.pod().spec().get("volumes").items();
    if (volumes.isEmpty()) {
      return Set.of();
    }
    Set<String> mounts =
        container.at().get("volumeMounts").items().stream()
            .map(mount -> mount.get("name").raw())
            .collect(Collectors.toSet());
    Set<String> out = new TreeSet<>();
    for (YamlCursor volume : volumes) {
      if (mounts.contains(volume.get("name").raw())) {
        out.add(volume.get("configMap", "name").raw());
        volume
            .get("projected", "sources")
            .items()
            .forEach(source -> out.add(source.get("configMap", "name").raw()));
      }
    }
    out.remove("");
    return out;
  }

  private static List<String> read(KubeObject map) {
    List<String> texts =
        map.root().get("data").entries().stream()
            .filter(entry -> NAME.matcher(entry.key()).matches() || entry.raw().startsWith("#!"))
            .map(entry -> withoutComments(entry.raw()))
            .toList();
    return Commands.words(texts).stream().distinct().toList();
  }

  private static String withoutComments(String script) {
    return script
        .lines()
        .filter(line -> !line.stripLeading().startsWith("#"))
        .collect(Collectors.joining("\n"));
  }
}
