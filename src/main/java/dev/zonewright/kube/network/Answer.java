package dev.zonewright.kube.network;

import dev.zonewright.kube.network.address.AddressSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a connection can be opened, and what decides it.
 *
 * @param outcome for the destination; where it has many addresses, allowed when any is open
 * @param egress what the source says; empty when it is no pod
 * @param ingress what the destination says; empty when it is no pod
 * @param open the open part of the addresses asked about
 * @param because why it is undetermined
 */
public record Answer(
    Outcome outcome,
    Optional<Side> egress,
    Optional<Side> ingress,
    AddressSet open,
    List<String> because) {
  /** What becomes of a connection. */
  public enum Outcome {
    ALLOWED("allowed"),
    DENIED("denied"),
    /** No rule opens it; yet a pod may always reach the node that it runs on. */
    NOT_OPENED("not opened by policy"),
    UNDETERMINED("undetermined");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** As reports write it. */
    public String words() {
      return words;
    }
  }

  public Answer {
    because = List.copyOf(because);
  }

  /** The same outcome, with only what is open in both. */
  Answer and(Answer other) {
    return new Answer(outcome, egress, ingress, open.intersect(other.open), List.of());
  }

  /** What is told of it, with the outcome that it has whatever is not known. */
  Answer known(Answer inAllCases) {
    return new Answer(inAllCases.outcome, egress, ingress, inAllCases.open, List.of());
  }

  /** Whether it is known though none of the rules decides it alone. */
  boolean isOfAllCases() {
    return outcome != Outcome.UNDETERMINED
        && Stream.of(egress, ingress)
            .flatMap(Optional::stream)
            .map(Side::open)
            .reduce(Cover::and)
            .filter(both -> both.sure().isEmpty() && !both.maybe().isEmpty())
            .isPresent();
  }
}
