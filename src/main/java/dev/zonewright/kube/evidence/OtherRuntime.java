package dev.zonewright.kube.evidence;

import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a pod carries that was made for another sandbox runtime, such as gVisor or Kata. */
public final class OtherRuntime {
  private static final List<String> WORDS =
      List.of("kata", "gvisor", "runsc", "sandbox.gke.io", "firecracker", "nabla", "wasm", "spin");

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
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of("it carries what belongs to another runtime" + names(left));
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
    String lower = text.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
