package dev.zonewright.kube.network;

import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Protocol;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a workload reaches of a destination.
 *
 * @param answer of the first open port; where none is open, of the first that is undetermined, else
 *     of the first that one end lets through, else of the first asked about
 * @param open the ports that are open; only those asked about
 * @param half of a denied answer, the ports that one end lets through and the other refuses; empty
 *     where that is so of all ports, or of none
 */
public record Reach(
    NetworkPod from,
    Destination destination,
    Question question,
    Answer answer,
    List<Range> open,
    List<Range> half) {
  /** Ports without a gap. */
  public record Range(Protocol protocol, int first, int last) {
    @Override
    public String toString() {
      if (first == 1 && last == 65_535) {
        return protocol + " any port";
      }
      return protocol + " " + (first == last ? "" + first : first + "-" + last);
    }
  }

  public Reach {
    open = List.copyOf(open);
    half = List.copyOf(half);
  }

  /** The open ports in words; empty when none is. */
  public String openPorts() {
    return words(open);
  }

  /** In words, the ports that one end lets through and the other refuses; empty for none. */
  String halfPorts() {
    return words(half);
  }

  private static String words(List<Range> ranges) {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
  }
}
