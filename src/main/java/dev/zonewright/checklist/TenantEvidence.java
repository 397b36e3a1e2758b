package dev.zonewright.checklist;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an analysis holds of one tenant.
 *
 * @param objects those in the tenant's namespace, and the Namespace itself
 * @param findings by control
 * @param cluster what concerns every tenant
 */
record TenantEvidence(
    Analysis analysis,
    String tenant,
    List<Workload> workloads,
    List<LocatedObject> objects,
    Map<String, List<LocatedFinding>> findings,
    ClusterEvidence cluster) {

  private static final String UNDETERMINED_VALUE = "undetermined-value";

  static TenantEvidence of(
      Analysis analysis,
      String tenant,
      List<Workload> workloads,
      List<LocatedObject> objects,
      List<LocatedFinding> findings,
      ClusterEvidence cluster) {
    return new TenantEvidence(
        analysis,
        tenant,
        workloads,
        objects,
        findings.stream().collect(Collectors.groupingBy(f -> f.finding().control().id())),
        cluster);
  }

  List<LocatedFinding> of(String control, Verdict verdict) {
    return findings.getOrDefault(control, List.of()).stream()
        .filter(f -> f.finding().verdict() == verdict)
        .toList();
  }

  /** Findings on values that these controls would judge, had they been filled in. */
  List<LocatedFinding> unknownFor(String... controls) {
    return of(UNDETERMINED_VALUE, Verdict.UNDETERMINED).stream()
        .filter(f -> Stream.of(controls).anyMatch(f.finding().unjudged()::holds))
        .toList();
  }

  /** The namespaces that the tenant is seen in, by name. */
  NavigableSet<String> namespaces() {
    NavigableSet<String> out = new TreeSet<>();
    ofKind("Namespace").forEach(n -> out.add(n.object().name()));
    workloads.forEach(w -> out.add(placeOf(w)));
    return out;
  }

  Optional<LocatedObject> namespace(String name) {
    return Standing.of(
        ofKind("Namespace").stream().filter(n -> n.object().name().equals(name)),
        LocatedObject::object);
  }

  /** The account that pods of a namespace run as when they name none. */
  Optional<LocatedObject> defaultAccount(String namespace) {
    return ofKind("ServiceAccount").stream()
        .filter(a -> a.object().name().equals(ServiceAccounts.DEFAULT))
        .filter(a -> placeOf(a).equals(namespace))
        .findFirst();
  }

  /** The namespace that an object counts for. */
  static String placeOf(LocatedObject object) {
    return orDefault(object.object().namespace());
  }

  /** The namespace that a workload counts for. */
  static String placeOf(Workload workload) {
    return orDefault(workload.namespace());
  }

  private static String orDefault(String namespace) {
    return namespace.isEmpty() ? Tenants.DEFAULT : namespace;
  }

  List<LocatedObject> ofKind(String kind) {
    return objects.stream().filter(o -> o.object().kind().equals(kind)).toList();
  }

  /** Evidence with the place of a finding. */
  static Evidence at(LocatedFinding finding, State state, String text) {
    Place place = new Place(finding.file(), finding.start().line(), finding.range());
    return new Evidence(state, text, Optional.of(place)).of(finding.finding().control().id());
  }

  /** Evidence with the place of something in an object. */
  Evidence at(LocatedObject object, YamlCursor at, State state, String text) {
    return placed(object.file(), object.rangeOf(at), object.start().line(), state, text);
  }

  /** Evidence with the place of something in a workload. */
  Evidence at(Workload workload, YamlCursor at, State state, String text) {
    return placed(workload.file(), workload.rangeOf(at), workload.start().line(), state, text);
  }

  private Evidence placed(String file, TextRange range, int start, State state, String text) {
    int line =
        analysis
            .manifest(file)
            .map(m -> m.stream().lines().positionOf(range.start()).line())
            .orElse(start);
    return new Evidence(state, text, Optional.of(new Place(file, line, range)));
  }
}
