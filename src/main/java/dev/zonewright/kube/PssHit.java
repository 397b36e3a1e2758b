package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a check of the Pod Security Standards says of one field. */
record PssHit(YamlCursor at, boolean certain) {

  static PssHit certain(YamlCursor at) {
    return new PssHit(at, true);
  }

  static PssHit uncertain(YamlCursor at) {
    return new PssHit(at, false);
  }

  /** A hit when a value is there and not good, or not known. */
  static <T> Optional<PssHit> unless(PssValue<T> field, Predicate<T> good) {
    if (field instanceof PssValue.Known<T>(YamlCursor at, T value)) {
      return good.test(value) ? Optional.empty() : Optional.of(certain(at));
    }
    return field instanceof PssValue.Unknown<T>(YamlCursor at)
        ? Optional.of(uncertain(at))
        : Optional.empty();
  }

  /** The same hits; none when an excuse holds, none certain when it is not known. */
  static List<PssHit> excused(List<PssHit> hits, PssPod.Answer excuse) {
    return switch (excuse) {
      case YES -> List.of();
      case NO -> hits;
      case UNKNOWN -> hits.stream().map(hit -> uncertain(hit.at())).toList();
    };
  }

  /** Collects hits. */
  static final class Hits {
    private final List<PssHit> all = new ArrayList<>();

    <T> Hits unless(PssValue<T> field, Predicate<T> good) {
      PssHit.unless(field, good).ifPresent(all::add);
      return this;
    }

    Hits add(PssHit hit) {
      all.add(hit);
      return this;
    }

    List<PssHit> list() {
      return List.copyOf(all);
    }
  }
}
