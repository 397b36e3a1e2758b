package dev.zonewright.kube.evidence;

import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a pod carries that was made for another sandbox runtime, such as gVisor or Kata. */
public final class OtherRuntime {
  private static final Set<String> WORDS =
      Set.of(
          "kata",
          "katacontainers",
          "gvisor",
          "runsc",
          "firecracker",
          "nabla",
          "wasm",
          "wasmtime",
          "wasmedge",
          "spin");

  /**
   * Annotations that a runtime reads: Kata's, gVisor's, those of WebAssembly, of crun and CRI-O.
   */
  private static final Pattern OF_RUNTIMES =
      Pattern.compile(
          "io\\.katacontainers\\..*|dev\\.gvisor\\..*|module\\.wasm\\.image/.*|run\\.oci\\..*"
              + "|io\\.kubernetes\\.cri-o\\..*|([a-z-]+\\.)?crio\\.io(/.*)?"
              + "|io\\.kubernetes\\.cri\\.untrusted-workload"
              + "|com\\.github\\.containers\\.virtcontainers\\..*");

  private static final String OF_GKE = "sandbox.gke.io";

  private OtherRuntime() {}

  /** The class that it names, where that is another than Edera's. */
  public static Optional<String> classOf(PodView pod) {
    String name = pod.spec().get("runtimeClassName").raw();
    return name.isEmpty() || name.equals(ZoneState.HANDLER) ? Optional.empty() : Optional.of(name);
  }

  /** The pod's overhead, node selectors and tolerations that belong to another runtime. */
  public static List<YamlCursor> leftovers(PodView pod) {
    List<YamlCursor> out = new ArrayList<>();
    YamlCursor spec = pod.spec();
    if (spec.get("overhead").isSet() && !spec.get("overhead").entries().isEmpty()) {
      out.add(spec.get("overhead"));
    }
    for (YamlCursor label : spec.get("nodeSelector").entries()) {
      if (isOthers(label.key()) || isOthers(label.raw())) {
        out.add(label);
      }
    }
    for (YamlCursor toleration : spec.get("tolerations").items()) {
      if (isOthers(toleration.get("key").raw()) || isOthers(toleration.get("value").raw())) {
        out.add(toleration);
      }
    }
    return out;
  }

  /** Why a change of runtime is not plainly safe; empty where nothing is left over. */
  public static Optional<String> trace(PodView pod) {
    Optional<String> named = classOf(pod);
    List<YamlCursor> left = leftovers(pod);
    if (named.isPresent()) {
      return Optional.of(
          "it is set up for another runtime (class %s)%s".formatted(named.get(), names(left)));
    }
    if (!left.isEmpty()) {
      return Optional.of("it has settings that belong to another runtime" + names(left));
    }
    return affinity(pod)
        .map(key -> "its node affinity %s belongs to another runtime".formatted(key))
        .or(() ->
            pod.annotations().entries().stream()
                .map(YamlCursor::key)
                .filter(key -> OF_RUNTIMES.matcher(key).matches())
                .findFirst()
                .map(key -> "its annotation %s is for another runtime".formatted(key)));
  }

  /** A label of another runtime in the pod's node affinity, which is for a person to rewrite. */
  private static Optional<String> affinity(PodView pod) {
    YamlCursor nodes = pod.spec().get("affinity", "nodeAffinity");
    return Stream.concat(
            nodes
                .get("requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")
                .items()
                .stream(),
            nodes.get("preferredDuringSchedulingIgnoredDuringExecution").items().stream()
                .map(one -> one.get("preference")))
        .flatMap(term -> term.get("matchExpressions").items().stream())
        .filter(rule ->
            isOthers(rule.get("key").raw())
                || rule.get("values").items().stream().anyMatch(v -> isOthers(v.raw())))
        .map(rule -> rule.get("key").raw())
        .findFirst();
  }

  private static String names(List<YamlCursor> left) {
    List<String> words = left.stream().map(OtherRuntime::word).toList();
    return words.isEmpty() ? "" : ": " + String.join(", ", words);
  }

  private static String word(YamlCursor at) {
    if (at.isItem()) {
      return "toleration " + at.get("key").raw();
    }
    return at.key().equals("overhead") ? "overhead" : "node selector " + at.key();
  }

  private static boolean isOthers(String text) {
    // whole words: spinnaker runs no WebAssembly
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith(OF_GKE)
        || Arrays.stream(lower.split("[^a-z0-9]+")).anyMatch(WORDS::contains);
  }
}
