package dev.zonewright.review;

import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a review file says.
 *
 * @param manifest the file itself, for its places
 * @param profile the name of the profile; empty for the standard one
 * @param defaultNamespace where objects go that name no namespace; empty for {@code default}
 * @param tenants the namespaces of each tenant that groups some
 * @param platform namespaces that belong to no tenant
 * @param agents workloads that are AI agents, in the order of the file
 * @param ranges addresses of nodes, pods and services
 * @param baseline the file to compare with; empty when none is named
 * @param problems what in it cannot be used
 */
public record ReviewFile(
    Manifest manifest,
    String profile,
    String defaultNamespace,
    Map<String, List<String>> tenants,
    List<String> platform,
    List<DeclaredAgent> agents,
    Ranges ranges,
    List<RiskException> exceptions,
    List<Attestation> attestations,
    Optional<String> baseline,
    List<ReviewProblem> problems) {
  /** The name under which it is looked for. */
  public static final String NAME = "zonewright-review.yaml";

  /**
   * What is said of the network: addresses as CIDR blocks, empty where nothing is said, and how the
   * open questions of NetworkPolicy are read, as {@link Readings} has it.
   */
  public record Ranges(
      List<String> nodes,
      List<String> pods,
      List<String> services,
      boolean ipBlockMatchesPods,
      boolean hostNetworkPoliced) {
    public Ranges {
      nodes = List.copyOf(nodes);
      pods = List.copyOf(pods);
      services = List.copyOf(services);
    }

    /** The same readings, with these addresses where they name none. */
    public Readings fill(Readings given) {
      return new Readings(
          given.ipBlockMatchesPods() || ipBlockMatchesPods,
          given.hostNetworkPoliced() || hostNetworkPoliced,
          given.wholeCluster(),
          given.podRanges().isEmpty() ? parsed(pods) : given.podRanges(),
          given.nodeRanges().isEmpty() ? parsed(nodes) : given.nodeRanges(),
          given.serviceRanges().isEmpty() ? parsed(services) : given.serviceRanges());
    }

    // a range that is none is a problem of the file
    private static List<Cidr> parsed(List<String> texts) {
      return texts.stream().map(Cidr::parse).flatMap(Optional::stream).toList();
    }
  }

  public ReviewFile {
    tenants = Map.copyOf(tenants);
    platform = List.copyOf(platform);
    agents = List.copyOf(agents);
    exceptions = List.copyOf(exceptions);
    attestations = List.copyOf(attestations);
    problems = List.copyOf(problems);
  }

  /** The profile with what this file sets in it. */
  public Profile in(Profile standard) {
    Map<String, String> grouped = new HashMap<>();
    tenants.values().forEach(group -> group.forEach(n -> grouped.put(n, tenantOf(n))));
    return standard.reading(ranges.fill(standard.readings())).grouping(grouped);
  }

  /** Whether it has entries that hold on some days only. */
  public boolean isDated() {
    return !exceptions.isEmpty() || !attestations.isEmpty();
  }

  /**
   * The same, with the default namespace that a person names for this run.
   *
   * @param given empty where none is named
   */
  public ReviewFile placed(String given) {
    return given.isEmpty()
        ? this
        : new ReviewFile(
            manifest,
            profile,
            given,
            tenants,
            platform,
            agents,
            ranges,
            exceptions,
            attestations,
            baseline,
            problems);
  }

  /** The tenant that a namespace belongs to: the group that lists it, else itself. */
  public String tenantOf(String namespace) {
    for (Map.Entry<String, List<String>> tenant : tenants.entrySet()) {
      if (tenant.getValue().contains(namespace)) {
        return tenant.getKey();
      }
    }
    return namespace;
  }

  /** Whether it says of an object that it is an AI agent. */
  public boolean declaresAgent(ObjectRef object) {
    return agents.stream().anyMatch(a -> a.names(object, placeOf(object.namespace())));
  }

  /** The namespaces that are no tenants; one that a tenant lists is that tenant's. */
  public Set<String> serving() {
    return platform.stream()
        .filter(n -> tenantOf(n).equals(n) && !tenants.containsKey(n))
        .collect(Collectors.toSet());
  }

  /** Where an entry or key stands in the file's text; empty in a file without a document. */
  public Optional<TextRange> rangeOf(YamlPath path) {
    return manifest.stream().parts().stream()
        .findFirst()
        .map(p -> p.document().cursor().at(path).place().range().shift(p.offset()));
  }

  /** Where a problem stands in the file's text; empty in a file without a document. */
  Optional<TextRange> rangeOf(ReviewProblem problem) {
    return problem
        .cause()
        .flatMap(c ->
            manifest.stream().parts().stream().findFirst().map(p -> c.range().shift(p.offset())))
        .or(() -> rangeOf(problem.path()));
  }

  /** The line, from 1, of an entry or key; 1 where it cannot be found. */
  public int lineOf(YamlPath path) {
    return lineOf(rangeOf(path));
  }

  /** The line, from 1, of a problem. */
  public int lineOf(ReviewProblem problem) {
    return lineOf(rangeOf(problem));
  }

  private int lineOf(Optional<TextRange> range) {
    return range.map(r -> manifest.stream().lines().positionOf(r.start()).line()).orElse(1);
  }

  /** Where an object lives that names this namespace, or none. */
  String placeOf(String namespace) {
    if (!namespace.isEmpty()) {
      return namespace;
    }
    return defaultNamespace.isEmpty() ? Tenants.DEFAULT : defaultNamespace;
  }
}
