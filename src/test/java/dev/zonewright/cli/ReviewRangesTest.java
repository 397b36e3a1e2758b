package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the review file says of the network counts for the controls and for {@code reach}. */
class ReviewRangesTest {
  private static final String POLICY =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec: {hostNetwork: true, containers: [{name: a, image: a}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: shop}
      spec: {containers: [{name: a, image: a}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: out, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - to:
              - ipBlock: {cidr: 10.0.0.0/8}
            ports: [{port: 10250}]
      """;

  private @TempDir Path folder;

  private String run(String review, Object... words) throws IOException {
    Files.writeString(folder.resolve("zonewright-review.yaml"), review);
    Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    Object[] all = new Object[words.length + 1];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = policy;
    return Shell.run(all).out();
  }

  @Test
  void theControlLooksAtTheRangesOfNodes() throws IOException {
    assertThat(run("{}\n", "review"))
        .contains("reachable-node-port")
        .contains("addresses that nodes can have: 10.0.0.0/8");
    assertThat(run("nodeRanges: [10.3.0.0/16]\n", "review"))
        .contains("addresses that nodes can have: 10.3.0.0/16");
    assertThat(run("nodeRanges: [172.16.0.0/16]\n", "review"))
        .doesNotContain("reachable-node-port");
    assertThat(run("podRanges: [10.0.0.0/9]\nserviceRanges: [10.128.0.0/9]\n", "review"))
        .doesNotContain("reachable-node-port");
  }

  @Test
  void whatARuleOpensOfServicesIsUndetermined() throws IOException {
    Object[] asked = {"reach", "--from", "shop/Pod/db", "--to", "10.96.0.1", "--port", "10250"};
    assertThat(run("{}\n", asked)).contains("allowed");
    assertThat(run("serviceRanges: [10.96.0.0/16]\n", asked))
        .contains("undetermined")
        .contains("depends on the plugin");
  }

  @Test
  void theReadingsOfTheReviewFileCount() throws IOException {
    Object[] asked = {"reach", "--from", "shop/Pod/api", "--to", "1.1.1.1", "--port", "80"};
    assertThat(run("{}\n", asked)).contains("allowed").contains("not covered");
    assertThat(run("hostNetworkPoliced: true\n", asked))
        .contains("denied")
        .contains("as the reviewer has set");
    Object[] pods = {"reach", "--from", "shop/Pod/db", "--to", "shop/Pod/db", "--port", "10250"};
    assertThat(run("podRanges: [10.1.0.0/16]\n", pods))
        .contains("denied")
        .contains("An ipBlock matches no pod");
    assertThat(run("podRanges: [10.1.0.0/16]\nipBlockMatchesPods: true\n", pods))
        .contains("allowed")
        .contains("An ipBlock that contains the address of a pod matches it");
    Shell wrong = Shell.run("reach", "--from", "shop/Pod/db", folder.resolve("policy.yaml"));
    assertThat(wrong.err()).isEmpty();
    Files.writeString(folder.resolve("zonewright-review.yaml"), "ipBlockMatchesPods: maybe\n");
    assertThat(Shell.run("reach", "--from", "shop/Pod/db", folder.resolve("policy.yaml")).err())
        .contains("zonewright-review.yaml:1: not used: 'ipBlockMatchesPods' is true or false");
  }
}
