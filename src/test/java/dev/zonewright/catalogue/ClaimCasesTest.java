package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How claims are followed. */
class ClaimCasesTest {
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private static final String POD =
      """
      kind: Pod
      metadata: {name: p, namespace: shop}
      spec:
        containers: []
        volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]
      """;

  private static String claim(String spec) {
    return "kind: PersistentVolumeClaim\nmetadata: {name: data, namespace: shop}\nspec: {%s}\n"
        .formatted(spec);
  }

  private static String volume(String spec) {
    return "kind: PersistentVolume\nmetadata: {name: disk, labels: {tier: a}}\nspec: {%s}\n"
        .formatted(spec);
  }

  private static String storageClass(String name, String provisioner, boolean isDefault) {
    return """
    kind: StorageClass
    metadata:
      name: %s
      annotations: {storageclass.kubernetes.io/is-default-class: "%s"}
    provisioner: %s
    """
        .formatted(name, isDefault, provisioner);
  }

  private static List<LocatedFinding> found(String... documents) {
    return Reviewed.find("host-path-behind-claim", String.join("---\n", documents));
  }

  /** The severity, which tells the verdict as well; empty for none. */
  private static String severity(String... documents) {
    return found(documents).stream()
        .map(f -> f.finding().severity().word() + " " + f.finding().verdict().word())
        .findFirst()
        .orElse("none");
  }

  private static final String OF_THE_NODE = "high violated";
  private static final String NOT_KNOWN = "note undetermined";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hostPath: {path: /data}                   | high violated
          local: {path: /mnt/ssd}                   | high violated
          csi: {driver: topolvm.io}                 | high violated
          csi: {driver: ebs.csi.aws.com}            | none
          nfs: {server: a, path: /}                 | none
          capacity: {storage: 1Gi}                  | note undetermined
          hostPath: "${X}"                          | note undetermined
          """)
  void aNamedVolumeDecides(String source, String expected) {
    assertThat(severity(claim("volumeName: disk, storageClassName: x"), volume(source), POD))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          storageClassName: m                                   | storageClassName: m | high violated
          storageClassName: ""                                  | nodeAffinity: {}    | high violated
          accessModes: [ReadWriteOnce]                          | accessModes: [ReadWriteOnce, ReadOnlyMany] | high violated
          storageClassName: other                               | storageClassName: m | note undetermined
          accessModes: [ReadWriteMany]                          | accessModes: [ReadWriteOnce] | note undetermined
          volumeMode: Block                                     | volumeMode: Filesystem | note undetermined
          volumeMode: Filesystem                                | nodeAffinity: {}    | high violated
          selector: {matchLabels: {tier: a}}                    | nodeAffinity: {}    | high violated
          selector: {matchLabels: {tier: b}}                    | nodeAffinity: {}    | note undetermined
          selector: {matchExpressions: [{key: a}]}              | nodeAffinity: {}    | note undetermined
          resources: {requests: {storage: 2Gi}}                 | capacity: {storage: 2048Mi} | high violated
          resources: {requests: {storage: 2Gi}}                 | capacity: {storage: 2G} | note undetermined
          storageClassName: a                                   | claimRef: {name: data, namespace: shop} | high violated
          nothing:                                              | claimRef: {name: data, namespace: other} | note undetermined
          nothing:                                              | claimRef: {name: date, namespace: shop} | note undetermined
          storageClassName: "${X}"                              | storageClassName: "${X}" | note undetermined
          storageClassName: 7                                   | nodeAffinity: {}    | note undetermined
          """)
  void anUnnamedVolumeCountsWhereItFits(String claim, String volume, String expected) {
    assertThat(severity(claim(claim), volume("hostPath: {path: /data}, " + volume), POD))
        .isEqualTo(expected);
  }

  @Test
  void aVolumeElsewhereThatFitsIsAPass() {
    assertThat(severity(claim("storageClassName: ''"), volume("nfs: {server: a, path: /}"), POD))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "rancher.io/local-path, high violated",
    "cluster.local/x-local-path-provisioner, high violated",
    "kubernetes.io/no-provisioner, high violated",
    "k8s.io/minikube-hostpath, high violated",
    "ebs.csi.aws.com, none",
    "'${X}', note undetermined",
  })
  void theProvisionerOfItsClassDecides(String provisioner, String expected) {
    String named = storageClass("c", provisioner, false);
    assertThat(severity(named, claim("storageClassName: c"), POD)).isEqualTo(expected);
    assertThat(severity(named, claim(""), POD)).isEqualTo(NOT_KNOWN);
    assertThat(severity(storageClass("c", provisioner, true), claim(""), POD)).isEqualTo(expected);
  }

  @Test
  void aClassForVolumesMadeByHandGoesByThoseThatFit() {
    assertThat(
            severity(
                storageClass("c", "kubernetes.io/no-provisioner", false),
                claim("storageClassName: c"),
                volume("storageClassName: c, nfs: {server: a, path: /}"),
                POD))
        .isEqualTo("none");
  }

  @Test
  void ofSeveralDefaultClassesNoneIsAssumed() {
    String local = storageClass("a", "rancher.io/local-path", true);
    String other = storageClass("b", "ebs.csi.aws.com", true);
    assertThat(severity(local, other, claim(""), POD)).isEqualTo(NOT_KNOWN);
    assertThat(severity(local, local.replace("name: a", "name: c"), claim(""), POD))
        .isEqualTo(OF_THE_NODE);
  }

  @Test
  void theAnnotationOfOldNamesTheClass() {
    String old =
        claim("storageClassName: b")
            .replace(
                "name: data",
                "annotations: {volume.beta.kubernetes.io/storage-class: a}, name: data");
    assertThat(
            severity(
                storageClass("a", "rancher.io/local-path", false),
                storageClass("b", "ebs.csi.aws.com", false),
                old,
                POD))
        .isEqualTo(OF_THE_NODE);
  }

  @Test
  void aClaimFromAClusterNamesItsProvisioner() {
    String exported =
        claim("storageClassName: b, volumeName: pvc-1")
            .replace(
                "name: data",
                "annotations: {volume.kubernetes.io/storage-provisioner: openebs.io/local},"
                    + " name: data");
    assertThat(severity(exported, POD)).isEqualTo(OF_THE_NODE);
    assertThat(severity(exported.replace("openebs.io/local", "ebs.csi.aws.com"), POD))
        .isEqualTo(NOT_KNOWN);
  }

  @Test
  void aClaimIsLookedForInTheNamespaceOfTheWorkload() {
    String stray = claim("volumeName: disk").replace("shop", "other");
    assertThat(severity(stray, volume("local: {path: /a}"), POD)).isEqualTo(NOT_KNOWN);
  }

  @Test
  void aTemplateThatCannotBeReadIsNoPass() {
    String set = "kind: StatefulSet\nspec: {volumeClaimTemplates: %s, template: {spec: {}}}\n";
    assertThat(severity(set.formatted("\"${X}\""))).isEqualTo(NOT_KNOWN);
    assertThat(severity(set.formatted("[\"${X}\"]"))).isEqualTo(NOT_KNOWN);
    assertThat(severity(set.formatted("[{metadata: {name: a}, spec: \"${X}\"}]")))
        .isEqualTo(NOT_KNOWN);
    assertThat(found(set.formatted("[]"))).isEmpty();
  }

  @Test
  void aVolumeReservedForAReplicaIsItsOwn() {
    String set =
        """
        kind: StatefulSet
        metadata: {name: db, namespace: shop}
        spec:
          volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: x}}]
          template: {spec: {containers: []}}
        """;
    String reserved = "claimRef: {name: data-db-0, namespace: shop}, local: {path: /a}";
    assertThat(severity(set, volume(reserved))).isEqualTo(OF_THE_NODE);
    assertThat(severity(set, volume(reserved.replace("data-db-0", "data-web-0"))))
        .isEqualTo(NOT_KNOWN);
  }

  @Test
  void whoClaimsIsLookedAtAgainWhenTheVolumeIsOpenedAndClosed() {
    Manifest pod = Manifest.of("pod.yaml", POD);
    Manifest claim = Manifest.of("claim.yaml", claim("volumeName: disk"));
    Manifest volume = Manifest.of("volume.yaml", volume("hostPath: {path: /etc}"));

    Analysis alone = ANALYZER.analyze(List.of(pod));
    Analysis claimed = ANALYZER.analyze(List.of(pod, claim), List.of(), alone);
    Analysis opened = ANALYZER.analyze(List.of(pod, claim, volume), List.of(), claimed);
    Manifest moved =
        volume.withText(volume.stream().text().replace("hostPath: {path: /etc}", "csi: {a: b}"));
    Analysis elsewhere = ANALYZER.analyze(List.of(pod, claim, moved), List.of(), opened);
    Analysis closed = ANALYZER.analyze(List.of(pod, claim), List.of(), elsewhere);

    assertThat(messages(alone)).singleElement().asString().endsWith("it is not opened");
    assertThat(messages(claimed)).singleElement().asString().contains("PersistentVolume disk");
    assertThat(messages(opened)).singleElement().asString().contains("/etc of the node");
    assertThat(messages(elsewhere)).isEmpty();
    assertThat(messages(closed)).isEqualTo(messages(claimed));
  }

  private static List<String> messages(Analysis analysis) {
    return analysis.findings().stream()
        .filter(f -> f.finding().control().id().equals("host-path-behind-claim"))
        .map(f -> f.finding().message())
        .toList();
  }
}
