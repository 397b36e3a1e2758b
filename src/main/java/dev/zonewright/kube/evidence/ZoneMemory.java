package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
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
  private static final BigDecimal MB = BigDecimal.valueOf(1 << 20);
  private static final BigDecimal WITHOUT_LIMITS = MB.multiply(BigDecimal.valueOf(1024));

  /** What programs in Java and JavaScript are told of the size of their heap. */
  private static final Pattern HEAP =
      Pattern.compile(
          "-Xm[sx](?<java>[0-9]{1,12})(?<unit>[kKmMgG]?)\\b"
              + "|--max[-_]old[-_]space[-_]size=(?<script>[0-9]{1,9})\\b");

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
    BigDecimal needed =
        limits.open().stream().map(ZoneMemory::needed).reduce(BigDecimal.ZERO, BigDecimal::add);
    return needed.compareTo(WITHOUT_LIMITS) > 0
        ? Optional.of(
            "it asks for %s of memory, and a zone has %s where no container has a limit"
                .formatted(shown(needed), shown(WITHOUT_LIMITS)))
        : Optional.empty();
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

  private static BigDecimal needed(ContainerView container) {
    BigDecimal needed =
        Quantities.of(container.resources().get("requests", MEMORY)).orElse(BigDecimal.ZERO);
    for (String text : Commands.textsOf(container)) {
      needed = needed.max(heap(text));
    }
    for (YamlCursor variable : container.at().get("env").items()) {
      needed = needed.max(heap(variable.get("value").raw()));
    }
    return needed;
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
