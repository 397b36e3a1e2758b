package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.NetworkModel;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.PortMatch;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.report.Printable;
import dev.zonewright.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Which connections are asked about.
 *
 * @param from a workload; empty for all
 * @param to a destination; empty for all
 * @param protocol empty for all
 */
record ReachChoice(String from, String to, OptionalInt port, Optional<Protocol> protocol) {
  /** The destinations that have a word of their own. */
  private static final List<String> WORDS = List.of("node", "internet", "dns", "metadata");

  /**
   * What the options say.
   *
   * @throws UsageException for a port or protocol that is none
   */
  static ReachChoice of(Arguments arguments) {
    String port = arguments.value("port");
    String protocol = arguments.value("protocol");
    return new ReachChoice(
        arguments.value("from"),
        arguments.value("to"),
        port.isEmpty() ? OptionalInt.empty() : OptionalInt.of(port(port)),
        protocol.isEmpty() ? Optional.empty() : Optional.of(protocol(protocol)));
  }

  static int port(String text) {
    if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > PortMatch.LAST) {
      throw new UsageException(
          "'" + Printable.echo(text) + "' is not a port: write a number from 1 to 65535.");
    }
    return Integer.parseInt(text);
  }

  static Protocol protocol(String text) {
    return Protocol.of(text)
        .orElseThrow(() ->
            new UsageException(
                "'" + Printable.echo(text) + "' is not a protocol: write TCP, UDP or SCTP."));
  }

  boolean isMade() {
    return !from.isEmpty() || isAbout();
  }

  private boolean isAbout() {
    return !to.isEmpty() || port.isPresent() || protocol.isPresent();
  }

  /** Whether one source and one destination are named. */
  boolean isSingle() {
    return !from.isEmpty() && !to.isEmpty();
  }

  /** The workloads that ask. */
  List<NetworkPod> sources(NetworkModel model) {
    if (from.isEmpty()) {
      return model.pods().values().stream().flatMap(List::stream).toList();
    }
    return workload(model, from, List.of());
  }

  /**
   * The pods of a workload.
   *
   * @param words what could be meant as well
   */
  private static List<NetworkPod> workload(NetworkModel model, String path, List<String> words) {
    List<NetworkPod> found = model.find(path);
    if (!found.isEmpty()) {
      return found;
    }
    List<String> known =
        Stream.concat(
                words.stream(),
                model.pods().values().stream().flatMap(List::stream).map(NetworkPod::path))
            .distinct()
            .toList();
    List<String> near = Nearest.to(path, known);
    throw new UsageException(
        "There is no workload '"
            + Printable.echo(path)
            + "' among the manifests."
            + (near.isEmpty()
                ? " Write NAMESPACE/KIND/NAME"
                    + (words.isEmpty()
                        ? "."
                        : ", an address, a range, or " + String.join(", ", words) + ".")
                : " Did you mean " + String.join(" or ", near) + "?"));
  }

  /** What every workload is asked about; itself is among it where nothing is named. */
  List<Destination> destinations(NetworkModel model, Readings readings) {
    return switch (to) {
      case "" -> Destinations.all(model, readings).stream().flatMap(this::narrowed).toList();
      case "node" -> nodes(readings);
      case "metadata" -> asked(Destinations.metadata());
      case "dns" -> asked(Destinations.dns(model));
      case "internet" -> asked(Destinations.internet());
      default -> asked(named(model));
    };
  }

  /** Whether it asks about the destination: about itself only where that is named. */
  boolean isAsked(NetworkPod source, Destination destination) {
    return !to.isEmpty()
        || !(destination.endpoint() instanceof Endpoint.OfPod(NetworkPod pod))
        || destination.group() != Destination.Group.WORKLOAD
        || !pod.equals(source);
  }

  /** How many questions that makes, without asking who is who. */
  long count(int sources, List<Destination> destinations) {
    return (long) sources * (to.isEmpty() ? destinations.size() - 1 : destinations.size());
  }

  /** A node may be asked about on any port, not only on those that every tenant is asked about. */
  private List<Destination> nodes(Readings readings) {
    List<Destination> usual = Destinations.nodePorts(readings);
    return asked(
        port.isEmpty()
            ? usual
            : usual.stream().anyMatch(d -> d.port().equals(port))
                ? usual.stream().filter(d -> d.port().equals(port)).toList()
                : Destinations.nodePort(readings, port.getAsInt()));
  }

  /** What is named is asked about as it is wished, be it usual there or not. */
  private List<Destination> asked(List<Destination> named) {
    return named.stream().map(this::wished).toList();
  }

  private Destination wished(Destination all) {
    return all.on(
        protocol.map(List::of).orElse(all.protocols()), port.isPresent() ? port : all.port());
  }

  private List<Destination> named(NetworkModel model) {
    if (to.matches("[0-9a-fA-F.:]+(/[0-9]+)?") && !to.matches("[^.:]*")) {
      return List.of(
          Destinations.address(to)
              .orElseThrow(() ->
                  new UsageException(
                      "'"
                          + Printable.echo(to)
                          + "' is neither an address nor a range of addresses: write 10.0.0.1 or"
                          + " 10.0.0.0/8.")));
    }
    return workload(model, to, WORDS).stream().map(Destinations::workload).toList();
  }

  private Stream<Destination> narrowed(Destination all) {
    boolean otherPort =
        all.port().isPresent() && port.isPresent() && all.port().getAsInt() != port.getAsInt();
    boolean otherProtocol = protocol.isPresent() && !all.protocols().contains(protocol.get());
    if (otherProtocol || (otherPort && all.group() != Destination.Group.METADATA)) {
      return Stream.of();
    }
    return Stream.of(wished(all));
  }
}
