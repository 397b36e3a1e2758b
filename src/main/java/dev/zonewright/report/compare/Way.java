package dev.zonewright.report.compare;

/**
 * What the workloads of one tenant reach of one destination, counted in paths: a workload, a
 * destination and, for nodes, a port.
 *
 * @param from a tenant
 * @param to a tenant, {@link #OWN}, or what every workload is asked about: {@code node ports}
 * @param unwanted whether the reference architecture wants one of its paths denied
 * @param allowed how many of the paths are open
 * @param undetermined of how many it cannot be said
 * @param all how many there are
 */
public record Way(
    String from, String to, boolean unwanted, int allowed, int undetermined, int all) {
  /** The other workloads of the same tenant. */
  static final String OWN = "own workloads";

  /** How much of a way is open, for all of its paths at once. */
  enum Extent {
    DENIED,
    UNDETERMINED,
    PARTLY,
    ALLOWED
  }

  /** Where it goes, without its state. */
  record Ends(String from, String to) {}

  Ends ends() {
    return new Ends(from, to);
  }

  Extent extent() {
    if (allowed == 0) {
      return undetermined > 0 ? Extent.UNDETERMINED : Extent.DENIED;
    }
    return allowed == all ? Extent.ALLOWED : Extent.PARTLY;
  }

  /** Its state in words: {@code allowed}, {@code 2 of 6 allowed}. */
  public String words() {
    return switch (extent()) {
      case DENIED -> "denied";
      case UNDETERMINED -> "undetermined";
      case ALLOWED -> "allowed";
      case PARTLY -> "%d of %d allowed".formatted(allowed, all);
    };
  }

  /** The same with one more path; it is unwanted where one of its paths is. */
  Way and(boolean open, boolean unknown, boolean toBeDenied) {
    return new Way(
        from,
        to,
        unwanted || toBeDenied,
        allowed + (open ? 1 : 0),
        undetermined + (unknown ? 1 : 0),
        all + 1);
  }
}
