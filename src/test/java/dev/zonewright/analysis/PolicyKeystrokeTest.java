package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the controls of network and access look at again after an edit in a platform of 2,000
 * workloads, 500 policies and 1,000 bindings.
 */
class PolicyKeystrokeTest {
  private final List<String> looked = Collections.synchronizedList(new ArrayList<>());
  private final Analyzer analyzer =
      new Analyzer(
          ControlCatalogue.all().stream().map(this::counted).toList(), Profile.EDERA_REFERENCE);
  private final Map<String, Manifest> files = new TreeMap<>();
  private Analysis before = Analysis.empty();

  private Control counted(Control control) {
    return switch (control) {
      case Control.OnObject on -> new CountedObject(on, looked);
      case Control.OnTenant on -> new CountedTenant(on, looked);
      default -> control;
    };
  }

  private static void note(Control control, String what, List<String> looked) {
    String family = control.info().family().name();
    if (family.equals("NETWORK") || family.equals("RBAC")) {
      looked.add(family.toLowerCase(Locale.ROOT) + " " + what);
    }
  }

  private record CountedObject(Control.OnObject of, List<String> looked)
      implements Control.OnObject {
    @Override
    public ControlInfo info() {
      return of.info();
    }

    @Override
    public List<PodFields.Field> reads() {
      return of.reads();
    }

    @Override
    public void check(KubeObject object, Reporter reporter) {
      note(of, object.kind() + " " + object.namespace() + "/" + object.name(), looked);
      of.check(object, reporter);
    }
  }

  private record CountedTenant(Control.OnTenant of, List<String> looked)
      implements Control.OnTenant {
    @Override
    public ControlInfo info() {
      return of.info();
    }

    @Override
    public List<PodFields.Field> reads() {
      return of.reads();
    }

    @Override
    public void check(TenantView tenant, Reporter reporter) {
      note(of, "tenant " + tenant.name(), looked);
      of.check(tenant, reporter);
    }
  }

  @BeforeEach
  void analyseAll() {
    for (int tenant = 0; tenant < LargePlatform.TENANTS; tenant++) {
      String name = "t%d.yaml".formatted(tenant);
      files.put(name, Manifest.of(name, LargePlatform.tenant(tenant)));
    }
    before = analyzer.analyze(List.copyOf(files.values()));
    Map<String, Integer> kinds = new TreeMap<>();
    before.objects().forEach(o -> kinds.merge(o.object().kind(), 1, Integer::sum));
    assertThat(kinds)
        .containsEntry("Deployment", 2_000)
        .containsEntry("NetworkPolicy", 500)
        .containsEntry("RoleBinding", 1_000);
    assertThat(looked).hasSizeGreaterThan(10_000);
    looked.clear();
  }

  private Set<String> edit(String from, String to) {
    Manifest file = Objects.requireNonNull(files.get("t7.yaml"));
    String text = file.stream().text();
    assertThat(text).contains(from);
    files.put("t7.yaml", file.withText(text.replace(from, to)));
    before = analyzer.analyze(List.copyOf(files.values()), List.of(), before);
    return new TreeSet<>(looked);
  }

  /** What a fresh analysis says, so that nothing is left out that should be looked at. */
  private void assertFresh() {
    Analysis fresh =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .analyze(List.copyOf(files.values()));
    assertThat(before.findings().stream().map(PolicyKeystrokeTest::line))
        .isEqualTo(fresh.findings().stream().map(PolicyKeystrokeTest::line).toList());
  }

  private static String line(LocatedFinding finding) {
    return finding.place() + finding.fingerprint() + finding.finding().message();
  }

  @Test
  void aRuleOfAPolicyConcernsThePolicyAndItsTenant() {
    assertThat(edit("10.3.0.0/16", "0.0.0.0/0"))
        .contains("network NetworkPolicy t7/p3")
        .allMatch(what -> what.endsWith(" t7/p3") || what.equals("network tenant t7"));
    assertThat(looked).hasSizeLessThan(60);
    assertFresh();
  }

  @Test
  void aSelectorConcernsThePolicyAndItsTenant() {
    assertThat(
            edit("podSelector: {matchLabels: {app: w3}}", "podSelector: {matchLabels: {app: w33}}"))
        .contains("network NetworkPolicy t7/p3", "network tenant t7")
        .allMatch(what -> what.endsWith(" t7/p3") || what.equals("network tenant t7"));
    assertThat(looked).hasSizeLessThan(60);
    assertFresh();
  }

  @Test
  void aConfigMapConcernsNobodyElse() {
    assertThat(edit("data: {a: \"1\"}", "data: {a: \"2\"}"))
        .allMatch(what -> what.endsWith("ConfigMap t7/c") || what.equals("network tenant t7"));
  }

  @Test
  void aSubjectOfABindingConcernsThoseThatItsAccountsReach() {
    assertThat(
            edit(
                "subjects: [{kind: ServiceAccount, name: a3,",
                "subjects: [{kind: ServiceAccount, name: a33,"))
        .contains("rbac RoleBinding t7/b3")
        .allMatch(PolicyKeystrokeTest::isOfAccess);
    assertThat(looked).hasSizeLessThan(600);
    assertFresh();
  }

  @Test
  void aRuleOfARoleConcernsThoseThatAreBoundToIt() {
    assertThat(edit("verbs: [get, create]", "verbs: [get]"))
        .contains("rbac Role t7/r7")
        .allMatch(PolicyKeystrokeTest::isOfAccess);
    // all of the tenant, one of fifty, may run as an account that the role is given to
    assertThat(looked).hasSizeLessThan(1_000);
    assertFresh();
  }

  /** What names an account or a role of the namespace. */
  private static boolean isOfAccess(String what) {
    return what.endsWith("tenant t7") || what.contains(" t7/");
  }
}
