package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import dev.zonewright.kube.query.Refs;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is worked out again after an edit in a platform of 2,000 objects. */
class WhatRunsAgainTest {
  private static final int TENANTS = 50;
  private static final int WORKLOADS = 38;

  private static final AtomicInteger LABELS_READ = new AtomicInteger();
  private static final AtomicInteger POLICIES_READ = new AtomicInteger();
  private static final AtomicInteger SELECTIONS = new AtomicInteger();

  private final List<String> looked = Collections.synchronizedList(new ArrayList<>());
  private final Analyzer analyzer =
      new Analyzer(List.of(new Asking(looked)), Profile.EDERA_REFERENCE);
  private final Map<String, Manifest> files = new TreeMap<>();
  private Analysis before = Analysis.empty();

  /** The labels of one object. */
  private record LabelsOf(ObjectRef object) implements Query<Map<String, String>> {
    @Override
    public Map<String, String> answer(Cluster cluster) {
      LABELS_READ.incrementAndGet();
      return cluster
          .ask(new BaseQuery.Tree(object))
          .map(o -> o.root().get("metadata", "labels").entries())
          .orElse(List.of())
          .stream()
          .collect(Collectors.toMap(YamlCursor::key, YamlCursor::raw));
    }
  }

  /** Which label a policy selects pods by. */
  private record PolicyFacts(ObjectRef policy) implements Query<String> {
    @Override
    public String answer(Cluster cluster) {
      POLICIES_READ.incrementAndGet();
      return cluster
          .ask(new BaseQuery.Tree(policy))
          .map(o -> o.root().get("spec", "podSelector", "matchLabels").get("app").raw())
          .orElse("");
    }
  }

  /** The policies of a namespace that select an application, where the namespace is guarded. */
  private record Selecting(String namespace, String app) implements Query<List<ObjectRef>> {
    @Override
    public List<ObjectRef> answer(Cluster cluster) {
      SELECTIONS.incrementAndGet();
      ObjectRef name = new ObjectRef("", "Namespace", "", namespace);
      if (!cluster.ask(new LabelsOf(name)).getOrDefault("guarded", "").equals("yes")) {
        return List.of();
      }
      return cluster.ask(Refs.in("NetworkPolicy", namespace)).stream()
          .filter(p -> cluster.ask(new PolicyFacts(p)).equals(app))
          .toList();
    }
  }

  private record Asking(List<String> looked) implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return new ControlInfo(
          "asking",
          Family.NETWORK,
          "Asking",
          "Asks which policies select a workload.",
          Severity.LOW,
          EderaEffect.OPERATOR,
          List.of());
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      looked.add(object.kind() + " " + object.namespace() + "/" + object.name());
      if (object.kind().equals("Deployment")
          && reporter.ask(new Selecting(object.namespace(), object.name())).isEmpty()) {
        reporter.violated(object.root().get("kind"), "nothing selects it");
      }
    }
  }

  private static String namespace(int tenant) {
    return """
    # a tenant
    apiVersion: v1
    kind: Namespace
    metadata:
      name: t%d
      labels: {guarded: "yes", team: a}
    """
        .formatted(tenant);
  }

  private static String policy(int tenant) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: web, namespace: t%d}
    spec:
      podSelector: {matchLabels: {app: w0}}
      policyTypes: [Ingress]
    """
        .formatted(tenant);
  }

  private static String workload(int tenant, int number) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: w%d, namespace: t%d}
    spec:
      replicas: 1
    """
        .formatted(number, tenant);
  }

  @BeforeEach
  void analyseAll() {
    for (int tenant = 0; tenant < TENANTS; tenant++) {
      List<String> documents = new ArrayList<>(List.of(namespace(tenant), policy(tenant)));
      for (int number = 0; number < WORKLOADS; number++) {
        documents.add(workload(tenant, number));
      }
      String name = "t%d.yaml".formatted(tenant);
      files.put(name, Manifest.of(name, String.join("---\n", documents)));
    }
    before = analyzer.analyze(List.copyOf(files.values()));
    assertThat(before.objects()).hasSize(TENANTS * (WORKLOADS + 2));
    assertThat(looked).hasSize(2_000);
    assertThat(SELECTIONS.get()).isPositive();
    forget();
  }

  private void forget() {
    looked.clear();
    LABELS_READ.set(0);
    POLICIES_READ.set(0);
    SELECTIONS.set(0);
  }

  private void edit(String from, String to) {
    Manifest file = Objects.requireNonNull(files.get("t7.yaml"));
    String text = file.stream().text();
    assertThat(text).contains(from);
    files.put("t7.yaml", file.withText(text.replaceFirst(from, to)));
    before = analyzer.analyze(List.copyOf(files.values()), List.of(), before);
  }

  private void expect(int labels, int policies, int selections) {
    assertThat(List.of(LABELS_READ.get(), POLICIES_READ.get(), SELECTIONS.get()))
        .as("labels read, policies read, selections made")
        .containsExactly(labels, policies, selections);
  }

  @Test
  void anEditOfAWorkloadAsksNothingAgain() {
    edit("replicas: 1", "replicas: 2");
    assertThat(looked).containsExactly("Deployment t7/w0");
    expect(0, 0, 0);
  }

  @Test
  void typingAboveAnObjectLooksOnlyAtItself() {
    edit("# a tenant", "# a tenant\n# of ours");
    assertThat(looked).containsExactly("Namespace /t7");
    // its labels are read again, and as they are the same nothing else is
    expect(1, 0, 0);
  }

  @Test
  void aLabelThatChangesNoAnswerLooksAtNoWorkload() {
    edit("team: a", "team: b");
    assertThat(looked).containsExactly("Namespace /t7");
    expect(1, 0, WORKLOADS);
  }

  @Test
  void aLabelThatMattersLooksAtTheWorkloadsWhoseAnswerIsAnother() {
    edit("guarded: \"yes\"", "guarded: \"no\"");
    assertThat(looked).containsExactlyInAnyOrder("Namespace /t7", "Deployment t7/w0");
    expect(1, 0, WORKLOADS);
  }

  @Test
  void aPolicyThatSelectsAnotherLooksAtBoth() {
    edit("app: w0", "app: w1");
    assertThat(looked)
        .containsExactlyInAnyOrder("NetworkPolicy t7/web", "Deployment t7/w0", "Deployment t7/w1");
    expect(0, 1, WORKLOADS);
  }

  @Test
  void aPolicyRemovedIsMissed() {
    edit("kind: NetworkPolicy", "kind: ConfigMap");
    assertThat(looked).containsExactlyInAnyOrder("ConfigMap t7/web", "Deployment t7/w0");
    expect(0, 0, WORKLOADS);
  }

  @Test
  void theResultIsThatOfAFreshAnalysis() {
    edit("app: w0", "app: w1");
    List<String> fresh = places(analyzer.analyze(List.copyOf(files.values())));
    assertThat(places(before)).isEqualTo(fresh);
  }

  private static List<String> places(Analysis analysis) {
    return analysis.findings().stream().map(f -> f.place() + " " + f.fingerprint()).toList();
  }
}
