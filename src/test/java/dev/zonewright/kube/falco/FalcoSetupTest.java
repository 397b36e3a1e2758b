package dev.zonewright.kube.falco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FalcoSetupTest {
  private static FalcoSetup setup(String... documents) {
    List<YamlStream.Part> parts = YamlStream.parse(String.join("---\n", documents)).parts();
    return FalcoSetup.of(
        parts.stream().flatMap(part -> KubeObject.in(part.document().cursor()).stream()).toList(),
        parts.stream()
            .map(YamlStream.Part::document)
            .filter(d -> d.cursor().isSequence())
            .toList());
  }

  private static String map(String file) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules}\ndata:\n  a.yaml: |\n"
        + file.indent(4);
  }

  private static String rule(String name, String condition, String more) {
    return "- rule: %s\n  source: edera_zone\n  condition: %s\n%s"
        .formatted(name, condition, more.isEmpty() ? "" : "  " + more + "\n");
  }

  @Test
  void aRuleIsKnownByWhatItsConditionSaysNotByItsNameOrItsOutput() {
    FalcoSetup setup =
        setup(
            map(
                rule(
                    "/dev/mem", "evt.type = open and fd.name startswith /dev/xen/", "output: 9p")));
    assertThat(setup.watched().keySet()).containsExactly(KeyRule.XEN_DEVICES);
    assertThat(setup.unwatched()).hasSize(4);
  }

  @Test
  void aRuleThatIsNotEnabledOrOfAnotherSourceDoesNotCountAndSaysWhy() {
    FalcoSetup off = setup(map(rule("A", "fd.name = /dev/mem", "enabled: false")));
    assertThat(off.watched()).isEmpty();
    assertThat(off.objections().get(KeyRule.PHYSICAL_MEMORY)).contains("A is not enabled");

    FalcoSetup later =
        setup(map(rule("A", "fd.name = /dev/mem", "") + "- rule: A\n  enabled: false\n"));
    assertThat(later.watched()).isEmpty();

    FalcoSetup node = setup(map("- rule: A\n  condition: fd.name = /dev/mem\n"));
    assertThat(node.watched()).isEmpty();
    assertThat(node.objections().get(KeyRule.PHYSICAL_MEMORY)).contains("source syscall");
  }

  @Test
  void aRuleThatAsksForAFieldWhichThePluginHasNotDoesNotCountForItIsNotLoaded() {
    for (String more : List.of("container.id != host", "k8s.ns.name = shop", "user.uid = 0")) {
      FalcoSetup setup = setup(map(rule("A", "fd.name = /dev/mem and " + more, "")));
      assertThat(setup.watched()).as(more).isEmpty();
      assertThat(setup.objections().get(KeyRule.PHYSICAL_MEMORY))
          .contains("A asks for " + more.substring(0, more.indexOf(' ')));
    }
    String output = "output: \"%proc.name %container.name\"";
    assertThat(setup(map(rule("A", "fd.name = /dev/mem", output))).watched()).isEmpty();
    String macro = map("- macro: inside\n  condition: container.id != host\n");
    assertThat(setup(macro, map(rule("A", "inside and fd.name = /dev/mem", ""))).watched())
        .isEmpty();
    // a path is no field
    String path = "fd.name in (/dev/mem, /etc/user.conf) and evt.args contains 'x/group.d'";
    assertThat(setup(map(rule("A", path, "output: \"%edera.zone.id\""))).watched()).isNotEmpty();
  }

  @Test
  void macrosAndListsStandForWhatTheyHoldAlsoFromAnotherFile() {
    String names =
        map(
            """
            - list: ports
              items: [22, 10249]
            - list: ports
              append: true
              items: [10250]
            - macro: reach
              condition: evt.type = connect and fd.sport in (ports)
            """);
    assertThat(setup(names, map(rule("A", "reach", ""))).watched())
        .containsOnlyKeys(KeyRule.NODE_PORTS);
  }

  @Test
  void allPortsOfNodesMustBeWatchedThoughNotByOneRule() {
    String some = rule("A", "evt.type = connect and fd.sport in (10250, 10249)", "");
    assertThat(setup(map(some)).watched()).isEmpty();
    assertThat(setup(map(some + rule("B", "evt.type = connect and fd.sport = 22", ""))).watched())
        .containsOnlyKeys(KeyRule.NODE_PORTS);
  }

  @Test
  void whatAConditionLeavesOutIsNotWatched() {
    String rule = rule("A", "evt.type = open and not fd.name startswith /dev/xen", "");
    assertThat(setup(map(rule)).watched()).isEmpty();
    assertThat(setup(map(rule("A", "fd.name != /dev/mem", ""))).watched()).isEmpty();
  }

  @Test
  void whatIsCommentedOutDoesNotCount() {
    String commented = rule("A", "fd.name = /dev/mem", "").replaceAll("(?m)^", "# ");
    assertThat(setup(map("- rule: B\n  condition: x\n" + commented)).watched()).isEmpty();
    FalcoSetup config =
        setup(
            map(
                """
                plugins:
                  - name: json
                  #- {name: edera, library_path: libedera_falco_plugin.so}
                """));
    assertThat(config.config()).isPresent();
    assertThat(config.plugin()).isEmpty();
  }

  @Test
  void aPluginThatIsDescribedButNotLoadedDoesNotCount() {
    String plugins = "plugins:\n  - {name: edera, library_path: /x/libedera_falco_plugin.so}\n";
    assertThat(setup(map(plugins)).plugin()).isPresent();
    assertThat(setup(map(plugins + "load_plugins: [edera]\n")).plugin()).isPresent();
    assertThat(setup(map(plugins + "load_plugins: [json]\n")).plugin()).isEmpty();
  }

  @Test
  void helmReleasesAreReadToo() {
    String release =
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: watch, namespace: falco}
        spec:
          chart: {spec: {chart: falco}}
          values:
            falco:
              plugins: [{name: edera, library_path: /x/libedera_falco_plugin.so}]
              load_plugins: [edera]
            customRules:
              zones.yaml: |-
                - rule: A
                  source: edera_zone
                  condition: fd.name = /dev/mem
        """;
    FalcoSetup setup = setup(release);
    assertThat(setup.runners()).hasSize(1);
    assertThat(setup.plugin()).isPresent();
    assertThat(setup.watched()).containsOnlyKeys(KeyRule.PHYSICAL_MEMORY);
    assertThat(setup.files()).singleElement().asString().contains("customRules");
    assertThat(setup(release.replace("chart: falco", "chart: redis")).runners()).isEmpty();
  }

  @Test
  void onlyFalcoItselfIsFalco() {
    for (String image :
        List.of(
            "falcosecurity/falco:0.43.0",
            "registry.example:5000/mirror/falco@sha256:00",
            "docker.io/falcosecurity/falco-no-driver")) {
      assertThat(setup(pod(image)).runners()).as(image).hasSize(1);
    }
    for (String image :
        List.of(
            "falcosecurity/falcosidekick:2",
            "falcosecurity/falcoctl:1",
            "falcosecurity/falco-driver-loader:0.43.0",
            "falco/exporter")) {
      assertThat(setup(pod(image)).runners()).as(image).isEmpty();
    }
  }

  private static String pod(String image) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: \"%s\"}]\n"
        .formatted(image);
  }

  /** What the plugin delivers, by the classes of its fields and the rest one by one. */
  private static final Pattern FIELD = Pattern.compile("\\b(?:edera|evt|proc|fd)\\.[a-z.]+");

  private static final Pattern UNKNOWN =
      Pattern.compile("\\b(?:container|k8s|user|group)\\.[a-z.]+|evt\\.rawres|fd\\.containername");

  @Test
  void theGeneratedRulesWatchWhatTheyAreForAndUseOnlyFieldsOfThePlugin() {
    List<String> known =
        List.of(
            "edera.zone.id",
            "evt.pluginname",
            "evt.type",
            "evt.args",
            "fd.name",
            "fd.sport",
            "proc.cmdline");
    for (KeyRule key : KeyRule.values()) {
      assertThat(setup(map(key.text())).watched()).as(key.name()).containsKey(key);
      assertThat(UNKNOWN.matcher(key.text()).find()).as(key.name()).isFalse();
      Matcher fields = FIELD.matcher(key.text());
      assertThat(fields.results().map(r -> r.group())).as(key.name()).isSubsetOf(known);
    }
    String all =
        String.join("\n\n", Stream.of(KeyRule.values()).map(KeyRule::text).toArray(String[]::new));
    assertThat(setup(map(all)).unwatched()).isEmpty();
  }

  @Test
  void aFileOfRulesByItselfCountsTogetherWithConfigMaps() {
    String macro = "- macro: reach\n  condition: fd.name = /dev/mem\n";
    FalcoSetup setup = setup(macro + rule("A", "x", ""), map(rule("B", "reach", "")));
    assertThat(setup.watched()).containsOnlyKeys(KeyRule.PHYSICAL_MEMORY);
    assertThat(setup.files()).hasSize(2);
    assertThat(setup("- a\n- b: 1\n").files()).isEmpty();
  }

  @Test
  void aRuleAsAnItemSaysTheSameAsItsText() {
    for (KeyRule key : KeyRule.values()) {
      assertThat(key.item().entries().keySet())
          .containsExactly("rule", "desc", "source", "condition", "output", "priority", "tags");
      assertThat(key.item().entries().values().toString()).doesNotContain("\n");
    }
  }
}
