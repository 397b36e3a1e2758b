package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.Power;
import java.util.List;

/**
 * Whether an account comes to a power, by the shortest way.
 *
 * @param account {@code NAMESPACE/NAME}
 * @param hops in order; of a stopped chain the last is what stops it; empty without a way
 * @param because why it is undetermined; empty otherwise
 */
public record Chain(String account, Power power, Outcome outcome, List<Hop> hops, String because) {
  /** What becomes of it, the most severe first. */
  public enum Outcome {
    REACHES("reaches it"),
    UNDETERMINED("undetermined"),
    STOPPED("stopped"),
    NONE("without a path");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Chain {
    hops = List.copyOf(hops);
  }

  /** How many of the hops offer a cut. */
  public long cuts() {
    return hops.stream().filter(h -> h.cut().isPresent()).count();
  }
}
