package dev.zonewright.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows that a cloud knows a workload without a key, and what only looks like it. */
class CloudIdentitiesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        containers: [{name: api, image: 'registry.example/api:1'}]
        volumes: [{name: db, secret: {secretName: db}}]
      """;

  private static final String ACCOUNT =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: %s, namespace: shop, %s: {%s: 'x'}}
      """;

  private static ItemResult item(String... documents) {
    Manifest manifest = Manifest.of("a.yaml", String.join("---\n", documents));
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    return Checklist.of(analyzer.analyze(List.of(manifest))).stream()
        .filter(c -> c.tenant().equals("shop"))
        .flatMap(c -> c.items().stream())
        .filter(i -> i.item() == ChecklistItem.CLOUD_ACCESS_BY_IDENTITY)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(ItemResult result) {
    return result.evidence().stream().map(e -> e.text()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{namespace: shop, serviceAccount: default}`, SATISFIED",
        "`{forProvider: {namespace: shop, serviceAccount: default}}`, SATISFIED",
        "`{namespace: shop, serviceAccount: nobody}`, UNDETERMINED",
        "`{namespace: bank, serviceAccount: api}`, UNDETERMINED",
      })
  void anAssociationOfPodIdentityShowsThatTheCloudKnowsAnAccount(String spec, ItemState state) {
    String association =
        """
        apiVersion: eks.services.k8s.aws/v1alpha1
        kind: PodIdentityAssociation
        metadata: {name: api, namespace: ack-system}
        spec: %s
        """
            .formatted(spec);
    assertThat(item(POD, association).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "sts.amazonaws.com, SATISFIED",
    "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p, SATISFIED",
    "api://AzureADTokenExchange, SATISFIED",
    "vault, UNDETERMINED"
  })
  void aTokenMadeOutToTheCloudIsAnIdentity(String audience, ItemState state) {
    String pod =
        POD.replace(
            "secret: {secretName: db}",
            "projected: {sources: [{serviceAccountToken: {path: t, audience: '%s'}}]}"
                .formatted(audience));
    assertThat(item(pod).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"true, SATISFIED", "false, UNDETERMINED"})
  void azuresLabelCountsWhereItIsTrue(String value, ItemState state) {
    String pod =
        POD.replace(
            "namespace: shop}",
            "namespace: shop, labels: {azure.workload.identity/use: '%s'}}".formatted(value));
    assertThat(item(pod).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "default, annotations, eks.amazonaws.com/role-arn, SATISFIED, ``",
        "default, annotations, iam.gke.io/gcp-service-account, SATISFIED, ``",
        "default, labels, eks.amazonaws.com/role-arn, UNDETERMINED, as a label",
        "nobody, annotations, eks.amazonaws.com/role-arn, UNDETERMINED, no opened workload runs as"
            + " it",
        "default, annotations, azure.workload.identity/client-id, UNDETERMINED, has the label"
            + " azure.workload.identity/use",
        "default, annotations, azure.workload.identity/tenant-id, UNDETERMINED, no workload"
            + " identity is seen",
      })
  void anIdentityCountsOnTheAccountThatAWorkloadRunsAs(
      String account, String part, String key, ItemState state, String words) {
    ItemResult result = item(POD, ACCOUNT.formatted(account, part, key));
    assertThat(result.state()).isEqualTo(state);
    assertThat(texts(result)).singleElement().asString().contains(words);
  }

  @Test
  void anIdentityThatCountsIsNotMadeDoubtfulByOneThatDoesNot() {
    String key = "eks.amazonaws.com/role-arn";
    ItemResult result =
        item(
            POD,
            ACCOUNT.formatted("nobody", "annotations", key),
            ACCOUNT.formatted("default", "annotations", key));
    assertThat(result.state()).isEqualTo(ItemState.SATISFIED);
  }

  @ParameterizedTest
  @CsvSource({
    "annotations, eks.amazonaws.com/role-arn",
    "labels, azure.workload.identity/client-id",
    "annotations, azure.workload.identity/use"
  })
  void onThePodTheMarksOfAnAccountHaveNoEffect(String part, String key) {
    String pod =
        POD.replace("namespace: shop}", "namespace: shop, %s: {%s: 'true'}}".formatted(part, key));
    assertThat(item(pod).state()).isEqualTo(ItemState.UNDETERMINED);
  }

  @Test
  void azuresAccountCountsWithTheLabelOfItsPod() {
    String pod =
        POD.replace(
            "namespace: shop}", "namespace: shop, labels: {azure.workload.identity/use: 'true'}}");
    ItemResult result =
        item(pod, ACCOUNT.formatted("default", "annotations", "azure.workload.identity/client-id"));
    assertThat(texts(result)).hasSize(2);
    assertThat(result.state()).isEqualTo(ItemState.SATISFIED);
  }
}
