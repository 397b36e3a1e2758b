package dev.zonewright.kube.network;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.Labels;
import dev.zonewright.kube.network.policy.Match;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What every workload is asked about: nodes, metadata services, DNS and the internet. */
public final class Destinations {
  /** The ports of a node that no tenant may reach, with what listens there. */
  public static final Map<Integer, String> NODE_PORTS =
      Map.of(
          10250, "kubelet",
          10255, "kubelet, read-only",
          22, "SSH",
          10249, "kube-proxy",
          6443, "API server");

  /** The addresses from which clouds hand out credentials. */
  public static final List<Address> METADATA =
      Stream.of("169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254")
          .map(a -> Address.parse(a).orElseThrow())
          .toList();

  /** Ranges for private use, in which nodes are taken to be where their addresses are not given. */
  public static final List<Cidr> PRIVATE =
      Stream.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
          .map(Cidr::known)
          .toList();

  /** Addresses of IPv4 that lead out of every private network. */
  public static final AddressSet INTERNET_V4 =
      AddressSet.of(Cidr.V4)
          .minus(AddressSet.of(PRIVATE))
          .minus(
              AddressSet.of(
                  Stream.of(
                          "0.0.0.0/8",
                          "127.0.0.0/8",
                          "169.254.0.0/16",
                          "192.0.0.0/24",
                          "198.18.0.0/15",
                          "224.0.0.0/3")
                      .map(Cidr::known)
                      .toList()));

  /** Addresses of IPv6 that lead out of every private network. */
  public static final AddressSet INTERNET_V6 = AddressSet.of(Cidr.known("2000::/3"));

  private static final List<Protocol> TCP = List.of(Protocol.TCP);
  static final int HTTP = 80;
  private static final int DNS_PORT = 53;
  private static final String SYSTEM = "kube-system";

  /** No pod can have this name. */
  private static final ObjectRef USUAL_DNS = new ObjectRef("", "Pod", SYSTEM, "k8s-app=kube-dns");

  private Destinations() {}

  /**
   * The addresses that nodes can have, less the metadata services. Where the ranges of nodes are
   * not given they are assumed to be private, and none of the pods' or the Services'.
   */
  public static AddressSet nodes(Readings readings) {
    AddressSet metadata = AddressSet.of(METADATA.stream().map(Cidr::of).toList());
    if (!readings.nodeRanges().isEmpty()) {
      return AddressSet.of(readings.nodeRanges()).minus(metadata);
    }
    return AddressSet.of(PRIVATE)
        .minus(AddressSet.of(readings.podRanges()))
        .minus(AddressSet.of(readings.serviceRanges()))
        .minus(metadata);
  }

  /** The ports of the pod's own node and of others. */
  public static List<Destination> nodePorts(Readings readings) {
    return NODE_PORTS.keySet().stream()
        .sorted()
        .flatMap(port -> nodePort(readings, port).stream())
        .toList();
  }

  /** One port of the pod's own node and of others. */
  public static List<Destination> nodePort(Readings readings, int port) {
    String listens = NODE_PORTS.get(port);
    List<Destination> out = new ArrayList<>();
    for (String which : List.of("own node", "another node")) {
      Endpoint end = new Endpoint.OfAddresses(which, nodes(readings), true);
      String label = which + ":" + port + (listens == null ? "" : " (" + listens + ")");
      out.add(new Destination(Destination.Group.NODE, label, end, TCP, OptionalInt.of(port)));
    }
    return out;
  }

  /** The metadata services. */
  public static List<Destination> metadata() {
    return METADATA.stream()
        .map(a -> address(Destination.Group.METADATA, a.toString(), AddressSet.of(a)))
        .map(d -> d.on(TCP, OptionalInt.of(HTTP)))
        .toList();
  }

  /** The internet, of each family. */
  public static List<Destination> internet() {
    return List.of(
        address(Destination.Group.INTERNET, "internet, IPv4", INTERNET_V4),
        address(Destination.Group.INTERNET, "internet, IPv6", INTERNET_V6));
  }

  /** The DNS pods of the cluster: those among the manifests, else as clusters have them. */
  public static List<Destination> dns(NetworkModel model) {
    List<NetworkPod> opened =
        model.pods().values().stream()
            .flatMap(List::stream)
            .filter(p -> p.namespace().equals(SYSTEM))
            .filter(p -> "kube-dns".equals(p.labels().known().get("k8s-app")))
            .toList();
    NetworkPod pod = opened.isEmpty() ? usualDns() : opened.getFirst();
    return List.of(
        new Destination(
            Destination.Group.DNS,
            "DNS",
            new Endpoint.OfPod(pod),
            List.of(Protocol.UDP, Protocol.TCP),
            OptionalInt.of(DNS_PORT)));
  }

  /** Whether a pod stands for DNS pods that are not among the manifests. */
  static boolean isUsualDns(NetworkPod pod) {
    return pod.ref().equals(USUAL_DNS);
  }

  private static NetworkPod usualDns() {
    return new NetworkPod(
        USUAL_DNS,
        YamlPath.ROOT,
        SYSTEM,
        new Labels(Map.of("k8s-app", "kube-dns"), Set.of(), ""),
        Match.NO,
        List.of(
            new NetworkPod.Port("dns", Protocol.UDP, DNS_PORT),
            new NetworkPod.Port("dns-tcp", Protocol.TCP, DNS_PORT)),
        "");
  }

  /** A workload, on any port. */
  public static Destination workload(NetworkPod pod) {
    return new Destination(
        Destination.Group.WORKLOAD,
        pod.path(),
        new Endpoint.OfPod(pod),
        List.of(Protocol.values()),
        OptionalInt.empty());
  }

  /**
   * An address or a block that somebody writes; empty when it is none. An IPv4 address that is
   * written as IPv6 leads to IPv4.
   */
  public static Optional<Endpoint> typed(String text) {
    return Cidr.parse(text)
        .map(AddressSet::of)
        .or(() -> Address.parse(text).map(Address::unmapped).map(AddressSet::of))
        .map(set -> new Endpoint.OfAddresses(text, set, false));
  }

  /** An address or a block that somebody writes, on any port. */
  public static Optional<Destination> address(String text) {
    return typed(text)
        .map(end ->
            new Destination(
                Destination.Group.ADDRESS,
                text,
                end,
                List.of(Protocol.values()),
                OptionalInt.empty()));
  }

  private static Destination address(Destination.Group group, String label, AddressSet set) {
    return new Destination(
        group,
        label,
        new Endpoint.OfAddresses(label, set, false),
        List.of(Protocol.values()),
        OptionalInt.empty());
  }

  /** All of these, then every workload. */
  public static List<Destination> all(NetworkModel model, Readings readings) {
    List<Destination> out = new ArrayList<>(nodePorts(readings));
    out.addAll(metadata());
    out.addAll(dns(model));
    out.addAll(internet());
    for (List<NetworkPod> pods : model.pods().values()) {
      pods.stream().map(Destinations::workload).forEach(out::add);
    }
    return out;
  }
}
