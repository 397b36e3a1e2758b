package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.evidence.given.Given;
import java.util.List;
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

  /** The opened ConfigMaps and Secrets that are mounted into the container. */
  static List<KubeObject> mapsOf(ContainerView container, ClusterLookup cluster) {
    return Given.mounted(container, cluster);
  }

  /** Those of the scripts in one ConfigMap. */
  static List<String> wordsOf(KubeObject map) {
    return map.facts().get(WORDS, map);
  }

  private static List<String> read(KubeObject map) {
    List<String> texts =
        Given.texts(map).stream()
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
