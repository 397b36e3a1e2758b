package dev.zonewright.risk;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an analysis holds of one tenant.
 *
 * @param byControl the findings once more, by the id of their control
 * @param others the other tenants that have workloads among the opened manifests, by name
 * @param manifests the opened manifests by file, for lines
 * @param cluster what is not of one tenant
 */
record TenantFacts(
    String tenant,
    List<Workload> workloads,
    List<LocatedFinding> findings,
    Map<String, List<LocatedFinding>> byControl,
    List<String> others,
    Map<String, Manifest> manifests,
    ClusterFacts cluster) {
  /** The same without the index. */
  TenantFacts(
      String tenant,
      List<Workload> workloads,
      List<LocatedFinding> findings,
      List<String> others,
      Map<String, Manifest> manifests,
      ClusterFacts cluster) {
    this(
        tenant,
        workloads,
        findings,
        findings.stream().collect(Collectors.groupingBy(f -> f.finding().control().id())),
        others,
        manifests,
        cluster);
  }

  /** The same, of the workloads that are declared to be AI agents only. */
  TenantFacts agentsOnly() {
    List<Workload> agents = workloads.stream().filter(w -> Agents.isDeclared(w.pod())).toList();
    Set<Owner> owners = new HashSet<>();
    agents.forEach(w -> owners.add(Owner.of(w)));
    List<LocatedFinding> theirs =
        findings.stream().filter(f -> owners.contains(Owner.of(f))).toList();
    return new TenantFacts(tenant, agents, theirs, others, manifests, cluster);
  }

  /**
   * Whether some of it is of Kubernetes itself, of which no quota, no admission and no nodes of its
   * own are asked: that nothing is found there is no answer.
   */
  boolean isSystem() {
    return Tenants.isSystem(tenant) || workloads.stream().anyMatch(w -> Tenants.isSystem(w.home()));
  }

  List<Workload> in(ZoneState zone) {
    return workloads.stream().filter(w -> w.zone() == zone).toList();
  }

  /** The violated findings of a control. */
  List<LocatedFinding> violated(String control) {
    return of(control, Verdict.VIOLATED);
  }

  /** The findings of a control that say that the manifests do not tell. */
  List<LocatedFinding> undetermined(String control) {
    return of(control, Verdict.UNDETERMINED);
  }

  private List<LocatedFinding> of(String control, Verdict verdict) {
    return byControl.getOrDefault(control, List.of()).stream()
        .filter(f -> f.finding().verdict() == verdict)
        .toList();
  }

  /**
   * One piece of evidence for each finding of a control that is violated, and for each
   * undetermined.
   */
  List<Evidence> evidenceOf(String control, State state, String what) {
    List<Evidence> undetermined = undeterminedOf(control);
    List<Evidence> violated =
        violated(control).stream().map(f -> evidence(f, state, subject(f) + " " + what)).toList();
    return Stream.concat(violated.stream(), undetermined.stream()).toList();
  }

  List<Evidence> undeterminedOf(String control) {
    return of(control, Verdict.UNDETERMINED).stream()
        .map(f ->
            evidence(
                f, State.UNDETERMINED, subject(f) + ": " + f.finding().path() + " is not known"))
        .toList();
  }

  /** Findings on values that these controls would judge, had they been filled in. */
  List<Evidence> unknownFor(String... controls) {
    return of(Controls.UNDETERMINED_VALUE, Verdict.UNDETERMINED).stream()
        .filter(f -> Arrays.stream(controls).anyMatch(f.finding().unjudged()::holds))
        .map(f ->
            evidence(
                f, State.UNDETERMINED, subject(f) + ": " + f.finding().path() + " is not known"))
        .toList();
  }

  /** Findings on roles that give something to the tenant's accounts. */
  List<LocatedFinding> powers() {
    return cluster.powersOf(tenant);
  }

  /** What workloads of the platform open of the tenant's nodes. */
  List<PlatformExposures.Exposure> platformExposures() {
    return cluster.platform().onNodesOf(tenant, workloads);
  }

  boolean rolesOpened() {
    return cluster.rolesOpened();
  }

  boolean namespaceOpened() {
    return cluster.namespaces().contains(tenant);
  }

  /** What a finding is about, short: the object's name, and the container's. */
  static String subject(LocatedFinding finding) {
    String name =
        finding.finding().name().isEmpty() ? finding.finding().kind() : finding.finding().name();
    String container = finding.finding().container();
    return container.isEmpty() || container.equals(name) ? name : name + "/" + container;
  }

  Evidence evidence(LocatedFinding finding, State state, String text) {
    Place place = new Place(finding.file(), finding.start().line(), finding.range());
    return new Evidence(state, text, Optional.of(place)).of(finding.finding().control().id());
  }

  /** Evidence that stands at some field of a workload, or where that field would stand. */
  Evidence evidence(Workload workload, YamlCursor at, State state, String text) {
    TextRange range = workload.rangeOf(at);
    Manifest manifest = manifests.get(workload.file());
    int line =
        manifest == null
            ? workload.start().line()
            : manifest.stream().lines().positionOf(range.start()).line();
    return new Evidence(state, text, Optional.of(new Place(workload.file(), line, range)));
  }
}
