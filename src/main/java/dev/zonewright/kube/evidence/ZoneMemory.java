package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.evidence.given.Given;
import dev.zonewright.kube.evidence.known.LargePrograms;
import dev.zonewright.kube.evidence.known.MemorySizes;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the memory that a zone would get is what the pod shows to need: a zone gets the sum of
 * its containers' limits, and 1024 MB where none has one, while a pod on a node may take what is
 * there.
 */
public final class ZoneMemory {
  private static final String MEMORY = "memory";
  private static final String IN_MEMORY = "Memory";
  private static final String MEMCACHED = "memcached";
  private static final BigDecimal MB = BigDecimal.valueOf(1 << 20);
  private static final BigDecimal WITHOUT_LIMITS = MB.multiply(BigDecimal.valueOf(1024));

  /** What programs in Java and JavaScript are told of the size of their heap. */
  private static final Pattern HEAP =
      Pattern.compile(
          "(?:-Xm[sx]|-XX:(?:Max|Initial)HeapSize="
              + "|-XX:MaxDirectMemorySize=)(?<java>[0-9]{1,12})(?<unit>[kKmMgG]?)\\b"
              + "|--max[-_]old[-_]space[-_]size=(?<script>[0-9]{1,9})\\b");

  private static final Memo.Key<KubeObject, BigDecimal> SETTINGS =
      new Memo.Key<>(ZoneMemory::ofSettings);

  private static final Memo.Key<KubeObject, BigDecimal> VARIABLES =
      new Memo.Key<>(ZoneMemory::ofVariables);

  private ZoneMemory() {}

  /**
   * What the containers are limited to.
   *
   * @param open those without a limit; none where it is not known, or comes from elsewhere
   * @param sum of the others
   */
  private record Limits(List<ContainerView> open, Optional<BigDecimal> sum) {}

  /** Why the pod may have too little memory in a zone, as a clause. */
  public static Optional<String> objection(PodView pod, ClusterLookup cluster) {
    Limits limits = limits(pod, cluster);
    if (limits.open().isEmpty()) {
      return Optional.empty();
    }
    if (limits.sum().isPresent()) {
      return Optional.of(
          "container %s has no memory limit, and a zone has only the %s that the others are limited to"
              .formatted(limits.open().getFirst().name(), shown(limits.sum().get())));
    }
    return asked(limits, cluster).or(() -> inMemory(pod)).or(() -> known(limits));
  }

  private static Optional<String> asked(Limits limits, ClusterLookup cluster) {
    BigDecimal needed = BigDecimal.ZERO;
    BigDecimal told = BigDecimal.ZERO;
    for (ContainerView container : limits.open()) {
      BigDecimal own = told(container, cluster);
      told = told.add(own);
      needed = needed.add(own.max(requested(container)));
    }
    if (needed.compareTo(WITHOUT_LIMITS) > 0) {
      return Optional.of(
          "it asks for %s of memory, and a zone has %s where no container has a limit"
              .formatted(shown(needed), shown(WITHOUT_LIMITS)));
    }
    // a heap is never all that a program takes
    return told.compareTo(WITHOUT_LIMITS) == 0
        ? Optional.of(
            "it is told to use %s of memory, which is all that a zone has where no container has a limit"
                .formatted(shown(told)))
        : Optional.empty();
  }

  /** Files that are held in memory count as the zone's own. */
  private static Optional<String> inMemory(PodView pod) {
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      YamlCursor empty = volume.get("emptyDir");
      BigDecimal size = Quantities.of(empty.get("sizeLimit")).orElse(BigDecimal.ZERO);
      if (empty.get("medium").raw().equals(IN_MEMORY) && size.compareTo(WITHOUT_LIMITS) > 0) {
        return Optional.of(
            "its volume %s holds up to %s in memory, and a zone has %s where no container has a limit"
                .formatted(volume.get("name").raw(), shown(size), shown(WITHOUT_LIMITS)));
      }
    }
    return Optional.empty();
  }

  /** A program that takes much, and is not told to take less. */
  private static Optional<String> known(Limits limits) {
    return limits.open().stream()
        .filter(container -> LargePrograms.holds(container.at().get("image").raw()))
        .filter(container -> heapOf(container).signum() == 0)
        .findFirst()
        .map(container ->
            "container %s runs %s, which usually needs more than the %s that a zone has where no container has a limit"
                .formatted(
                    container.name(),
                    ImageName.last(container.at().get("image").raw()),
                    shown(WITHOUT_LIMITS)));
  }

  /** What to know of the zone's memory where nothing is against it, as a clause. */
  public static Optional<String> notice(PodView pod, ClusterLookup cluster) {
    return limits(pod, cluster).open().isEmpty()
        ? Optional.empty()
        : Optional.of("no container has a memory limit, so its zone has " + shown(WITHOUT_LIMITS));
  }

  private static Limits limits(PodView pod, ClusterLookup cluster) {
    List<ContainerView> open = new ArrayList<>();
    Optional<BigDecimal> sum = Optional.empty();
    for (ContainerView container : pod.containers()) {
      if (container.kind() != ContainerView.Kind.APP) {
        continue;
      }
      YamlCursor limit = container.resources().get("limits", MEMORY);
      if (UnknownValue.hides(limit)) {
        return new Limits(List.of(), sum);
      }
      Optional<BigDecimal> amount = Quantities.of(limit);
      if (amount.isPresent()) {
        sum = Optional.of(sum.orElse(BigDecimal.ZERO).add(amount.get()));
      } else {
        open.add(container);
      }
    }
    boolean elsewhere =
        pod.spec().get("resources", "limits", MEMORY).isSet()
            || (!open.isEmpty() && hasDefault(pod, cluster));
    return new Limits(elsewhere ? List.of() : List.copyOf(open), sum);
  }

  private static BigDecimal requested(ContainerView container) {
    return Quantities.of(container.resources().get("requests", MEMORY)).orElse(BigDecimal.ZERO);
  }

  /** What its options, variables and configuration tell it to take. */
  private static BigDecimal told(ContainerView container, ClusterLookup cluster) {
    String command = String.join(" ", Commands.textsOf(container));
    boolean memcached =
        container.at().get("image").raw().contains(MEMCACHED) || command.contains(MEMCACHED);
    BigDecimal told = heapOf(container).max(MemorySizes.ofCommand(command, memcached));
    for (YamlCursor variable : container.at().get("env").items()) {
      told =
          told.max(MemorySizes.ofVariable(variable.get("name").raw(), variable.get("value").raw()));
    }
    for (KubeObject map : Given.mounted(container, cluster)) {
      told = told.max(map.facts().get(SETTINGS, map));
    }
    for (KubeObject map : Given.variables(container, cluster)) {
      told = told.max(map.facts().get(VARIABLES, map));
    }
    return told;
  }

  private static BigDecimal ofSettings(KubeObject map) {
    return Given.texts(map).stream()
        .map(YamlCursor::raw)
        .map(text -> heap(text).max(MemorySizes.ofSettings(text)))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static BigDecimal ofVariables(KubeObject map) {
    return Given.texts(map).stream()
        .map(entry -> heap(entry.raw()).max(MemorySizes.ofVariable(entry.key(), entry.raw())))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static BigDecimal heapOf(ContainerView container) {
    BigDecimal most = BigDecimal.ZERO;
    for (String text : Commands.textsOf(container)) {
      most = most.max(heap(text));
    }
    for (YamlCursor variable : container.at().get("env").items()) {
      most = most.max(heap(variable.get("value").raw()));
    }
    return most;
  }

  private static BigDecimal heap(String text) {
    BigDecimal most = BigDecimal.ZERO;
    Matcher option = HEAP.matcher(text);
    while (option.find()) {
      String script = option.group("script");
      BigDecimal size =
          script != null
              ? new BigDecimal(script).multiply(MB)
              : new BigDecimal(option.group("java")).multiply(unit(option.group("unit")));
      most = most.max(size);
    }
    return most;
  }

  private static BigDecimal unit(String letter) {
    return BigDecimal.valueOf(
        switch (letter) {
          case "k", "K" -> 1L << 10;
          case "m", "M" -> 1L << 20;
          case "g", "G" -> 1L << 30;
          default -> 1L;
        });
  }

  private static String shown(BigDecimal bytes) {
    return bytes.divide(MB, 0, RoundingMode.HALF_UP).toPlainString() + " MB";
  }

  /** Whether a LimitRange gives the containers of the pod's namespace a limit. */
  private static boolean hasDefault(PodView pod, ClusterLookup cluster) {
    for (KubeObject range : cluster.objects("LimitRange", pod.object().namespace())) {
      for (YamlCursor limit : range.root().get("spec", "limits").items()) {
        boolean given =
            limit.get("default").get(MEMORY).isSet() || limit.get("max").get(MEMORY).isSet();
        if (limit.get("type").raw().equals("Container") && given) {
          return true;
        }
      }
    }
    return false;
  }
}
