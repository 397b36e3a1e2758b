package dev.zonewright.kube.schema;

import dev.zonewright.text.Nearest;
import dev.zonewright.yaml.Placeholders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether Kubernetes has a kind of a name. Groups of its own hold no custom kinds, so that a slip
 * there makes an object that no server takes, and no control reads.
 */
public final class KindNames {
  // names without a dot belong to Kubernetes; the core group and extensions held OpenShift's too
  private static final Set<String> CLOSED = Set.of("apps", "batch", "autoscaling", "policy");

  // of tools that name their own files in the same way
  private static final Set<String> ELSEWHERE_TOO = Set.of("Config", "Event");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]+");

  private KindNames() {}

  /** What is wrong with a kind, as a sentence; empty where nothing is known to be. */
  public static Optional<String> problem(String apiVersion, String kind) {
    if (kind.isEmpty() || Schemas.kinds(apiVersion).contains(kind)) {
      return Optional.empty();
    }
    if (Placeholders.isIn(apiVersion) || Placeholders.isIn(kind)) {
      // which kind it becomes is not known yet
      return Optional.empty();
    }
    if (apiVersion.isEmpty()) {
      return versionOf(kind).map(v -> "apiVersion is missing; %s is in %s".formatted(kind, v));
    }
    String group = group(apiVersion);
    Set<String> own = kindsOf(group);
    if (own.isEmpty() && isReserved(group) && !ELSEWHERE_TOO.contains(kind)) {
      return versionOf(kind)
          .map(v -> "Kubernetes has no API group %s; %s is in %s".formatted(group, kind, v));
    }
    if (own.isEmpty() || own.contains(kind) || isList(kind, own)) {
      return Optional.empty();
    }
    String none = "%s has no kind %s".formatted(apiVersion, kind);
    Optional<String> elsewhere = versionOf(kind);
    if (elsewhere.isPresent()) {
      return Optional.of("%s; it is in %s".formatted(none, elsewhere.get()));
    }
    List<String> near = near(kind, own);
    if (!near.isEmpty()) {
      return Optional.of("%s. Did you mean %s?".formatted(none, String.join(" or ", near)));
    }
    return CLOSED.contains(group) ? Optional.of(none) : Optional.empty();
  }

  /** What is wrong with a version that Kubernetes no longer serves, as a sentence. */
  public static Optional<String> removed(String apiVersion, String kind) {
    return RemovedVersions.since(apiVersion, kind)
        .map(minor ->
            "since version 1.%d, no API server has %s of %s%s"
                .formatted(
                    minor,
                    kind,
                    apiVersion,
                    now(apiVersion, kind)
                        .map("; it is in %s now, where fields may differ"::formatted)
                        .orElse(" or of any other version")));
  }

  /** The latest final version that has a kind, in its group before others. */
  private static Optional<String> now(String apiVersion, String kind) {
    return Schemas.apiVersions().stream()
        .filter(v -> group(v).equals(group(apiVersion)) && isFinal(v))
        .filter(v -> Schemas.kinds(v).contains(kind))
        .max(Comparator.naturalOrder())
        .or(() -> versionOf(kind).filter(KindNames::isFinal));
  }

  private static boolean isFinal(String version) {
    return !version.contains("alpha") && !version.contains("beta");
  }

  /** Whether custom kinds have no such group: their groups have a dot, and are not of k8s.io. */
  private static boolean isReserved(String group) {
    boolean plain = PLAIN.matcher(group).matches() && !group.equals("extensions");
    return plain || (group.endsWith(".k8s.io") && !group.endsWith(".x-k8s.io"));
  }

  private static List<String> near(String kind, Collection<String> kinds) {
    List<String> same = kinds.stream().filter(k -> folded(k).equals(folded(kind))).toList();
    if (!same.isEmpty()) {
      return same;
    }
    // a short name is near to too many others
    return kind.length() < 6
        ? List.of()
        : Nearest.to(kind, kinds).stream()
            .filter(k -> Math.abs(k.length() - kind.length()) < 3)
            .limit(1)
            .toList();
  }

  private static String folded(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static boolean isList(String kind, Set<String> kinds) {
    return kind.equals("List")
        || (kind.endsWith("List") && kinds.contains(kind.substring(0, kind.length() - 4)));
  }

  private static Set<String> kindsOf(String group) {
    Set<String> kinds = new TreeSet<>();
    for (String version : Schemas.apiVersions()) {
      if (group(version).equals(group)) {
        kinds.addAll(Schemas.kinds(version));
      }
    }
    return kinds;
  }

  /** The API version that has a kind today: a final one before others. */
  private static Optional<String> versionOf(String kind) {
    List<String> with = new ArrayList<>();
    for (String version : new TreeSet<>(Schemas.apiVersions())) {
      if (Schemas.kinds(version).contains(kind)) {
        with.add(version);
      }
    }
    return with.stream().filter(KindNames::isFinal).findFirst().or(() -> with.stream().findFirst());
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
