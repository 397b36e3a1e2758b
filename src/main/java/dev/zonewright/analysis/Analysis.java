package dev.zonewright.analysis;

import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.yaml.YamlDocument;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the controls say of a snapshot of manifests. Immutable; every list is in the order file,
 * document, place, control.
 */
public final class Analysis {
  private final List<Manifest> manifests;
  private final Map<String, Manifest> byFile;
  private final List<LocatedFinding> findings;
  private final List<Workload> workloads;
  private final List<LocatedObject> objects;
  private final Coverage coverage;
  private final ResultCache cache;
  private final UnaryOperator<String> tenants;
  private final Set<String> platform;
  private volatile @Nullable Map<String, String> serving;

  Analysis(
      List<Manifest> manifests,
      List<LocatedFinding> findings,
      List<Workload> workloads,
      List<LocatedObject> objects,
      Coverage coverage,
      ResultCache cache) {
    this(manifests, findings, workloads, objects, coverage, cache, Analysis::written, Set.of());
  }

  private Analysis(
      List<Manifest> manifests,
      List<LocatedFinding> findings,
      List<Workload> workloads,
      List<LocatedObject> objects,
      Coverage coverage,
      ResultCache cache,
      UnaryOperator<String> tenants,
      Set<String> platform) {
    this.manifests = List.copyOf(manifests);
    this.byFile = HashMap.newHashMap(manifests.size());
    manifests.forEach(m -> byFile.putIfAbsent(m.file(), m));
    this.findings = List.copyOf(findings);
    this.workloads = List.copyOf(workloads);
    this.objects = List.copyOf(objects);
    this.coverage = coverage;
    this.cache = cache;
    this.tenants = tenants;
    this.platform = Set.copyOf(platform);
  }

  /**
   * The same analysis with what a review says of it.
   *
   * @param file the review file, which may be among the manifests
   * @param reviewed the findings that take the place of these
   * @param names the tenant that each namespace belongs to; asked with an empty text for objects
   *     that name none
   * @param serving the names that are no tenants, but serve the cluster
   */
  public Analysis reviewed(
      String file,
      List<LocatedFinding> reviewed,
      UnaryOperator<String> names,
      Set<String> serving) {
    return new Analysis(
        manifests,
        reviewed,
        workloads.stream().map(w -> w.ofTenant(names.apply(w.namespace()))).toList(),
        objects,
        coverage.explained(file, "it is the review file, not a manifest"),
        cache,
        names,
        serving);
  }

  /** The same analysis with some of its findings. */
  public Analysis only(Predicate<LocatedFinding> kept) {
    return with(findings.stream().filter(kept).toList());
  }

  /** The same analysis with other findings, in the order of all lists. */
  public Analysis with(List<LocatedFinding> others) {
    return new Analysis(manifests, others, workloads, objects, coverage, cache, tenants, platform);
  }

  /** The same analysis, with the reason why a file that is opened is no manifest. */
  public Analysis explained(String file, String reason) {
    return new Analysis(
        manifests,
        findings,
        workloads,
        objects,
        coverage.explained(file, reason),
        cache,
        tenants,
        platform);
  }

  /**
   * The same analysis with another row for a document in its account.
   *
   * @param adds whether the row is added where there is none for the document
   */
  public Analysis accounting(CoverageItem row, boolean adds) {
    return new Analysis(
        manifests,
        findings,
        workloads,
        objects,
        coverage.with(row, adds),
        cache,
        tenants,
        platform);
  }

  /** The same analysis; where not one file holds an object, none of them counts as looked at. */
  public Analysis failingWithoutObjects() {
    return objects.isEmpty()
        ? new Analysis(
            manifests,
            findings,
            workloads,
            objects,
            coverage.withoutObjects(),
            cache,
            tenants,
            platform)
        : this;
  }

  /** The tenant of an object; empty for one of the whole cluster. */
  public Optional<String> tenantOf(LocatedObject object) {
    KubeObject of = object.object();
    if (of.tenant().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(tenants.apply(of.kind().equals("Namespace") ? of.name() : of.namespace()));
  }

  /** The tenant that a namespace belongs to; an empty one is that of objects that name none. */
  public String tenantOf(String namespace) {
    return tenants.apply(namespace);
  }

  /** The names that a review lists as no tenants: their namespaces serve the cluster. */
  public Set<String> platform() {
    return platform;
  }

  /** Whether a finding is about the platform. */
  public boolean isPlatform(LocatedFinding finding) {
    return platformReason(finding).isPresent();
  }

  /** Why it is, as a clause: a review lists its namespace, or what its workload is shows it. */
  public Optional<String> platformReason(LocatedFinding finding) {
    Optional<String> listed = listed(finding.finding().tenant().orElse(""));
    return listed.isPresent()
        ? listed
        : Optional.ofNullable(serving().get(where(finding.file(), finding.finding().object())));
  }

  /** The same for a workload. */
  public Optional<String> platformReason(Workload workload) {
    return listed(workload.tenant()).or(() -> Platform.of(workload.pod()));
  }

  private Optional<String> listed(String tenant) {
    return platform.contains(tenant)
        ? Optional.of("the review file lists %s under platform".formatted(tenant))
        : Optional.empty();
  }

  private Map<String, String> serving() {
    Map<String, String> known = serving;
    if (known == null) {
      known = new HashMap<>();
      for (Workload workload : workloads) {
        Optional<String> why = Platform.of(workload.pod());
        if (why.isPresent()) {
          known.putIfAbsent(
              where(workload.file(), ObjectRef.of(workload.pod().object())), why.get());
        }
      }
      serving = known;
    }
    return known;
  }

  private static String where(String file, ObjectRef object) {
    return String.join("\n", file, object.kind(), object.namespace(), object.name());
  }

  private static String written(String namespace) {
    return namespace.isEmpty() ? Tenants.DEFAULT : namespace;
  }

  public static Analysis empty() {
    return new Analysis(
        List.of(), List.of(), List.of(), List.of(), new Coverage(List.of()), ResultCache.EMPTY);
  }

  public List<Manifest> manifests() {
    return manifests;
  }

  /** Whether it is of the same files, whatever they say. */
  public boolean hasFilesOf(Analysis other) {
    return byFile.keySet().equals(other.byFile.keySet());
  }

  public Optional<Manifest> manifest(String file) {
    return Optional.ofNullable(byFile.get(file));
  }

  public List<LocatedFinding> findings() {
    return findings;
  }

  public List<LocatedFinding> findingsIn(String file) {
    return findings.stream().filter(f -> f.file().equals(file)).toList();
  }

  /** One for each pod or pod template. */
  public List<Workload> workloads() {
    return workloads;
  }

  /** Every object of every document, items of lists included. */
  public List<LocatedObject> objects() {
    return objects;
  }

  public Coverage coverage() {
    return coverage;
  }

  /** The same without the findings that an exception covers. */
  public Analysis withoutAccepted() {
    List<LocatedFinding> open = open();
    return open.size() == findings.size()
        ? this
        : new Analysis(manifests, open, workloads, objects, coverage, cache, tenants, platform);
  }

  /** The findings that no exception covers. */
  public List<LocatedFinding> open() {
    return findings.stream().filter(f -> f.accepted().isEmpty()).toList();
  }

  /** How many findings of each severity no exception covers; every severity has its entry. */
  public Map<Severity, Integer> counts() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0);
    }
    open().forEach(f -> counts.merge(f.finding().severity(), 1, Integer::sum));
    return counts;
  }

  ResultCache cache() {
    return cache;
  }

  /**
   * What another analysis goes on from when documents have changed: nothing but these manifests and
   * what is still worth knowing of them.
   *
   * @param objectsOf of documents that are not in this one
   */
  Analysis followedBy(
      List<Manifest> next, IdentityHashMap<YamlDocument, List<KubeObject>> objectsOf) {
    ResultCache known = cache.of(next).knowing(objectsOf);
    return new Analysis(next, List.of(), List.of(), List.of(), new Coverage(List.of()), known);
  }

  /** The same where nothing is known of other documents. */
  Analysis followedBy(List<Manifest> next) {
    return followedBy(next, new IdentityHashMap<>());
  }
}
